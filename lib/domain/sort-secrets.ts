import type { FoldedSecret } from './fold.ts';
import type { LastRead } from './last-read.ts';

/** What the table can be sorted by; a minus turns the order round. */
export const sortOrders = ['name', '-name', 'changed', '-changed', 'last-read', '-last-read'] as const;

/** One of the orders above. */
export type SortOrder = (typeof sortOrders)[number];

/**
 * Secrets in an order; equal ones stay by name, as they came. Where the date is not known a secret goes last
 * both ways; one that was never read counts as read longest ago.
 */
export function sortSecrets(
  byName: readonly FoldedSecret[],
  order: SortOrder,
  lastReadOf: (secret: FoldedSecret) => LastRead,
): readonly FoldedSecret[] {
  if (order === 'name') return byName;
  if (order === '-name') return [...byName].reverse();
  const down = order.startsWith('-');
  const dateOf = order.endsWith('changed')
    ? (secret: FoldedSecret) => secret.shown.changed
    : (secret: FoldedSecret) => dayOf(lastReadOf(secret));
  return byName
    .map((secret) => ({ secret, date: dateOf(secret) }))
    .sort((a, b) => {
      if (a.date === b.date) return 0;
      if (a.date === undefined) return 1;
      if (b.date === undefined) return -1;
      return a.date < b.date === down ? 1 : -1;
    })
    .map(({ secret }) => secret);
}

function dayOf(read: LastRead): string | undefined {
  if (read.kind === 'never') return '';
  return read.kind === 'day' ? read.day : undefined;
}
