import { byName, type FoldedSecret } from './fold.ts';
import { lastRead } from './last-read.ts';
import { rotationState } from './rotation-state.ts';
import { ownerOf } from './secret.ts';

/** What orders may depend on beside the secrets themselves. */
export interface SortContext {
  /** The regions that were not read to the end. */
  readonly unread: readonly string[];
  /** AWS's clock, in milliseconds. */
  readonly now: number;
}

type Value = string | number | undefined;

const values = {
  name: ({ name }) => name,
  description: ({ shown }) => shown.description?.toLowerCase(),
  owner: ({ shown }) => ownerOf(shown)?.toLowerCase(),
  primary: ({ primaryRegion }) => primaryRegion,
  regions: ({ members }) => members.length,
  rotation: (secret, { now }) => urgency(secret, now),
  next: ({ shown }) => shown.rotation.next,
  changed: ({ shown }) => shown.changed,
  created: ({ shown }) => shown.created,
  'last-read': (secret, { unread, now }) => {
    const read = lastRead(secret, unread, new Date(now).toISOString().slice(0, 10));
    // Never read counts as read longest ago.
    return read.kind === 'never' ? '' : read.kind === 'day' ? read.day : undefined;
  },
  key: ({ shown }) => shown.kmsKeyId,
  service: ({ shown }) => shown.owningService,
  type: ({ shown }) => shown.type?.toLowerCase(),
  deletion: ({ shown }) => shown.deleted,
} satisfies Record<string, (secret: FoldedSecret, context: SortContext) => Value>;

/** What the table can be sorted by. */
export type SortKey = keyof typeof values;

/** An order: a key as it rises, or with a minus as it falls. */
export type SortOrder = SortKey | `-${SortKey}`;

/** The key an order is by. */
export const sortKeyOf = (order: SortOrder): SortKey => order.replace(/^-/, '') as SortKey;

/** The order a text names, if it names one. */
export function toSortOrder(text: string | null): SortOrder | undefined {
  return text !== null && Object.hasOwn(values, text.replace(/^-/, '')) ? (text as SortOrder) : undefined;
}

/**
 * Secrets in an order; equal ones stay by name, as they came. What is not known, or not there, goes last both
 * ways.
 */
export function sortSecrets(
  inOrder: readonly FoldedSecret[],
  order: SortOrder,
  context: SortContext,
): readonly FoldedSecret[] {
  if (order === 'name') return inOrder;
  if (order === '-name') return [...inOrder].reverse();
  const down = order.startsWith('-');
  const fieldOf: (secret: FoldedSecret, context: SortContext) => Value = values[sortKeyOf(order)];
  return inOrder
    .map((secret) => ({ secret, value: fieldOf(secret, context) }))
    .sort((a, b) => {
      if (a.value === b.value) return 0;
      if (a.value === undefined) return 1;
      if (b.value === undefined) return -1;
      return a.value < b.value === down ? 1 : -1;
    })
    .map(({ secret }) => secret);
}

/** Secrets by name again, where some were added at the end. */
export const sortByName = (secrets: readonly FoldedSecret[]): readonly FoldedSecret[] =>
  [...secrets].sort(byName);

// The longest overdue first, then what an attempt left behind, then what rotates, then what does not.
function urgency(secret: FoldedSecret, now: number): number | undefined {
  const rotation = rotationState(secret, now);
  if (rotation.kind === 'unread') return undefined;
  if (rotation.overdue !== undefined) return -1 - rotation.overdue;
  if (rotation.pending !== undefined) return 0;
  return rotation.enabled ? 1 : 2;
}
