import { type Change, type ChangeBase, doubtful, type Move, type Seen } from './change.ts';
import type { EventEffect } from './secret-event.ts';
import { isAt, mayLack, type VersionFacts } from './version-facts.ts';

const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';
const PENDING = 'AWSPENDING';

/**
 * What a new value under these labels changed. The same token again changes nothing, and AWS answers as the first
 * time; a version whose creation does not show that this call made it is doubtful.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function puts(
  base: ChangeBase,
  version: string,
  labels: readonly string[],
  facts: VersionFacts,
  { made, announced }: Seen,
): Change | undefined {
  if (made.has(version)) return undefined;
  made.add(version);
  const created = createdOf(version, facts);
  const current = labels.includes(CURRENT);
  // The first version of all gets AWSCURRENT, whatever labels were asked for: AWS says so of a call that asks for none.
  const perhaps = !current && isFirst(version, facts);
  const fresh = announced.has(version) || (created !== undefined && isAt(created, base.at));
  if (!fresh) return doubtful(base, perhaps ? [...labels, CURRENT] : current ? [...labels, PENDING] : labels);
  const moves: Move[] = labels
    .filter((label) => !(current && label === PREVIOUS))
    .map((label) => ({ label, to: version }));
  if (perhaps) return { ...base, moves: [...moves, { label: CURRENT, to: undefined }], swaps: false };
  if (!current) return { ...base, moves, swaps: false };
  // Asked for both, AWSPREVIOUS has a place of its own only if there was no version before.
  const drops = !labels.includes(PENDING);
  return {
    ...base,
    moves: [
      ...moves,
      { label: PREVIOUS, to: undefined },
      ...(drops ? [{ label: PENDING, to: undefined }] : []),
    ],
    swaps: !labels.includes(PREVIOUS),
    drops,
  };
}

/** What UpdateSecret changed: labels only if it sent a value, which its record need not say. */
export function updates(
  base: ChangeBase,
  { version, token }: Extract<EventEffect, { kind: 'updated' }>,
  facts: VersionFacts,
  seen: Seen,
): Change | undefined {
  if (version !== undefined) return puts(base, version, [CURRENT], facts, seen);
  const listed = facts.versions.find(({ id }) => id === token);
  if (!listed) return token === undefined || mayLack(facts) ? doubtful(base, [CURRENT, PENDING]) : undefined;
  if (listed.created === undefined || seen.announced.has(listed.id))
    return doubtful(base, [CURRENT, PENDING]);
  // Dated otherwise, another call made the version: this one sent no value, or the same again.
  return isAt(listed.created, base.at) ? puts(base, listed.id, [CURRENT], facts, seen) : undefined;
}

/** Whether no version is older. */
function isFirst(version: string, facts: VersionFacts): boolean {
  const created = createdOf(version, facts);
  if (mayLack(facts) || created === undefined) return false;
  return facts.versions.every((other) => other.id === version || (other.created ?? '') > created);
}

const createdOf = (version: string, { versions }: VersionFacts) =>
  versions.find(({ id }) => id === version)?.created;
