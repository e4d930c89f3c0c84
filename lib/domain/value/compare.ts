import { canonicalMembers, type Members } from './canonical.ts';
import type { SecretValue } from './value.ts';

/** How one top-level key stands, from the left value to the right one. */
export type KeyState = 'changed' | 'added' | 'removed' | 'same';

/** One top-level key of two compared values; never what stands behind it. */
export interface ComparedKey {
  readonly key: string;
  readonly state: KeyState;
}

/** What comparing two values tells without showing either. */
export type Comparison =
  | { readonly kind: 'keys'; readonly keys: readonly ComparedKey[] }
  | { readonly kind: 'whole'; readonly same: boolean; readonly because: WholeReason };

/** Why two values are only compared as wholes. */
export type WholeReason = 'not-an-object' | 'binary' | 'text-and-binary';

/**
 * Compares two values blindly: per top-level key where both are JSON objects without repeated keys, else as wholes,
 * byte by byte. Key names count as metadata; nothing else of a value is in the answer.
 */
export function compareValues(left: SecretValue, right: SecretValue): Comparison {
  if (left.kind !== right.kind) return { kind: 'whole', same: false, because: 'text-and-binary' };
  const same = left.content === right.content;
  if (left.kind === 'binary') return { kind: 'whole', same, because: 'binary' };
  const [before, after] = [canonicalMembers(left.content), canonicalMembers(right.content)];
  if (!before || !after) return { kind: 'whole', same, because: 'not-an-object' };
  return { kind: 'keys', keys: compareMembers(before, after) };
}

const ORDER: readonly KeyState[] = ['changed', 'added', 'removed', 'same'];

// Differences first, and among equals by name.
function compareMembers(before: Members, after: Members): ComparedKey[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, state: stateOf(before.get(key), after.get(key)) }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.key < b.key ? -1 : 1));
}

function stateOf(before: string | undefined, after: string | undefined): KeyState {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return before === after ? 'same' : 'changed';
}
