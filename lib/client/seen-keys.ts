import type { SeenKeys } from '@/lib/domain/rotation/rotation-kind';
import type { Comparison } from '@/lib/domain/value/compare';
import type { Outline } from '@/lib/domain/value/value';
import { createStore, useStore } from './store';

interface Noted {
  readonly keys?: readonly string[];
  /** By the two versions compared. */
  readonly users: Readonly<Record<string, 'same' | 'other'>>;
}

// Names of keys, and whether two users are the same: no part of a value. In memory, gone with the tab.
const noted = createStore<ReadonlyMap<string, Noted>>(new Map());
const NOTHING: Noted = { users: {} };
const pairOf = (left: string, right: string) => [left, right].sort().join(' ');

function note(arn: string, more: Partial<Noted>): void {
  noted.set(new Map(noted.get()).set(arn, { ...(noted.get().get(arn) ?? NOTHING), ...more }));
}

/** Notes the keys that an outline of a secret's value names. */
export function noteOutline(arn: string, outline: Outline): void {
  note(arn, { keys: outline.kind === 'keys' ? outline.keys : [] });
}

/** Notes what a comparison of two versions of one secret tells of its users. */
export function noteCompared(arn: string, left: string, right: string, comparison: Comparison): void {
  if (comparison.kind !== 'keys') return;
  const keys = comparison.keys.map(({ key }) => key);
  const user = comparison.keys.find(({ key }) => key === 'username')?.state;
  const users = { ...noted.get().get(arn)?.users };
  if (user === 'same' || user === 'changed') users[pairOf(left, right)] = user === 'same' ? 'same' : 'other';
  note(arn, { keys, users });
}

/** What has been seen of a secret's keys in this tab, and of the users of two of its versions. */
export function useSeenKeys(arn: string, left?: string, right?: string): SeenKeys {
  const { keys, users } = useStore(noted).get(arn) ?? NOTHING;
  return { keys, user: left && right ? users[pairOf(left, right)] : undefined };
}
