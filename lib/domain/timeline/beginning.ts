import type { Change } from './change.ts';
import { mayLack, type VersionFacts } from './version-facts.ts';

/** The secret's beginning, known by its dates whatever is recorded of it: no label was anywhere before. */
export function beginningOf(facts: VersionFacts): Change | undefined {
  const { created, versions } = facts;
  if (created === undefined) return undefined;
  const at = Math.floor(Date.parse(created) / 1000) * 1000;
  const made = versions.flatMap((version) =>
    version.created === undefined ? [] : [{ id: version.id, at: Date.parse(version.created) }],
  );
  const first = made.reduce<(typeof made)[number] | undefined>(
    (oldest, one) => (oldest && oldest.at <= one.at ? oldest : one),
    undefined,
  );
  // Versions older than their secret were copied: it was a replica before it stood alone.
  if (first && first.at < at - 1000) return undefined;
  const base = { at, eventId: '', swaps: false, begins: true };
  if (first && first.at - Date.parse(created) < 1000) {
    return { ...base, moves: [{ label: 'AWSCURRENT', to: first.id }] };
  }
  // Created without a value, or the first version is gone.
  return { ...base, moves: [{ label: 'AWSCURRENT', to: mayLack(facts) ? undefined : null }] };
}
