import { accountIn, mayHold, regionOf } from '../account-region.ts';
import type { FoldedSecret } from '../fold.ts';
import { lastRead } from '../last-read.ts';
import { rotationState } from '../rotation-state.ts';
import { isReplica, ownerOf } from '../secret.ts';
import type { Token } from './token.ts';
import { daysIn, readTag } from './token-text.ts';
import { hasWords, searchText, wordsOf } from './words.ts';

/** By what a filter is judged: AWS's clock in milliseconds, and the regions that were not read. */
export interface Context {
  readonly now: number;
  readonly unread: readonly string[];
  /** Whether there are several accounts, which can be told apart by a token. */
  readonly accounts?: boolean;
}

/** Whether a secret meets a condition; undefined where a region that was not read would have to tell. */
export type Told = boolean | undefined;

/** How secrets are judged by one token; made once, asked of every secret. */
export function tellerOf(token: Token, context: Context): (secret: FoldedSecret) => Told {
  const holds = plain(token, context);
  if (!token.not) return holds;
  return (secret) => {
    const told = holds(secret);
    return told === undefined ? undefined : !told;
  };
}

const DAY = 86_400_000;
// AWS encrypts with this key where none is named.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
const DEFAULT_KEY = 'aws/secretsmanager';

function plain({ field, values }: Token, { now, unread }: Context): (secret: FoldedSecret) => Told {
  const wanted = new Set(values);
  const first = values[0] ?? '';
  switch (field) {
    case 'text': {
      const words = wordsOf(first);
      return (secret) => hasWords(secret, words);
    }
    case 'name': {
      const parts = values.map((value) => value.toLowerCase());
      // What words are looked for in begins with the name, in small letters already.
      return (secret) =>
        parts.some((part) => {
          const at = searchText(secret).indexOf(part);
          return at >= 0 && at + part.length <= secret.name.length;
        });
    }
    case 'region': {
      const open = unread.filter((name) => wanted.has(regionOf(name)));
      return (secret) =>
        secret.members.some(({ region }) => wanted.has(region)) ||
        // ListSecrets does not say where replicas are: only the region itself tells.
        (isReplicated(secret) && open.some((name) => mayHold(name, secret)) ? undefined : false);
    }
    case 'account':
      return ({ key }) => wanted.has(accountIn(key));
    case 'rotation':
      return (secret) => rotationValues(secret, now)?.some((value) => wanted.has(value));
    case 'rotates': {
      const until = now + (daysIn(first) ?? 0) * DAY;
      return ({ shown }) => {
        if (isReplica(shown)) return undefined;
        const next = Date.parse(shown.rotation.next ?? '');
        return shown.rotation.enabled && !shown.deleted && next >= now && next <= until;
      };
    }
    case 'tag': {
      const tags = values.flatMap((value) => readTag(value) ?? []);
      return ({ shown }) =>
        tags.some(
          ({ key, value }) =>
            Object.hasOwn(shown.tags, key) && (value === undefined || shown.tags[key] === value),
        );
    }
    case 'unused': {
      const days = daysIn(first) ?? 0;
      return (secret) => unusedFor(secret, days, now, unread);
    }
    case 'changed':
    case 'created': {
      const since = startOf(first, now);
      // A replica has dates of its own; those of the secret are its primary's.
      return ({ shown }) =>
        isReplica(shown) || shown[field] === undefined ? undefined : Date.parse(shown[field]) >= since;
    }
    case 'deleted':
      return ({ shown }) => shown.deleted !== undefined;
    case 'replicated':
      return isReplicated;
    case 'key':
      return ({ shown }) => (isReplica(shown) ? undefined : wanted.has(shown.kmsKeyId ?? DEFAULT_KEY));
    case 'service':
      return ({ shown }) => wanted.has(shown.owningService ?? '');
    case 'type':
      return ({ shown }) => wanted.has(shown.type ?? '');
    case 'owner':
      return ({ shown }) => wanted.has(ownerOf(shown) ?? '');
  }
}

/** What a secret has of the fields whose values can be chosen from; undefined where it was not read. */
export const valuesOf: Readonly<
  Record<
    'account' | 'region' | 'rotation' | 'key' | 'service' | 'type' | 'owner',
    (secret: FoldedSecret, now: number) => readonly string[] | undefined
  >
> = {
  account: ({ key }) => [accountIn(key)],
  region: ({ members }) => members.map(({ region }) => region),
  rotation: (secret, now) => rotationValues(secret, now),
  key: ({ shown }) => (isReplica(shown) ? undefined : [shown.kmsKeyId ?? DEFAULT_KEY]),
  service: ({ shown }) => [shown.owningService ?? ''],
  type: ({ shown }) => [shown.type ?? ''],
  owner: ({ shown }) => [ownerOf(shown) ?? ''],
};

function rotationValues(secret: FoldedSecret, now: number): readonly string[] | undefined {
  const state = rotationState(secret, now);
  if (state.kind === 'unread') return undefined;
  const { enabled, overdue, pending } = state;
  return [
    enabled ? 'on' : 'off',
    ...(overdue === undefined ? [] : ['overdue']),
    ...(pending === undefined ? [] : ['pending']),
    ...(enabled && secret.shown.owningService !== undefined ? ['managed'] : []),
  ];
}

// One that was never read has been unused since it was made.
function unusedFor(secret: FoldedSecret, days: number, now: number, unread: readonly string[]): Told {
  const today = new Date(now).toISOString().slice(0, 10);
  const old = (day: string | undefined) =>
    day === undefined ? undefined : Date.parse(today) - Date.parse(day.slice(0, 10)) >= days * DAY;
  const read = lastRead(secret, unread, today);
  if (read.kind === 'day') return old(read.day);
  if (read.kind === 'never') return old(secret.shown.created);
  // Read lately in one region is enough; not read for long is not.
  return old(read.known) === false ? false : undefined;
}

const isReplicated = ({ shown }: FoldedSecret) => shown.primaryRegion !== undefined;

function startOf(value: string, now: number): number {
  const days = daysIn(value);
  return days === undefined ? Date.parse(`${value}T00:00:00Z`) : now - days * DAY;
}
