import { parseSecretArn } from '../arn.ts';
import type { Actor } from '../timeline/secret-event.ts';
import { isOfIam } from './suspect-names.ts';

/** A change somewhere in the account, with the names it mentions. */
export interface ChangeRecord {
  readonly id: string;
  readonly name: string;
  /** ISO. */
  readonly at: string;
  readonly region: string;
  readonly by: Actor;
  /** AWS refused it: then nothing changed. */
  readonly refused: boolean;
  /** What it names: functions, roles, keys, endpoints, groups, secrets. */
  readonly mentions: readonly string[];
}

/** What the secrets of a failing group share. */
export interface Shared {
  /** When the first of them failed; ISO. */
  readonly before: string;
  readonly functionArn?: string | undefined;
  readonly role?: string | undefined;
  readonly key?: string | undefined;
  readonly vpc?:
    | { readonly id: string; readonly subnets: readonly string[]; readonly securityGroups: readonly string[] }
    | undefined;
  readonly arns?: readonly string[] | undefined;
}

/** A change that may have brought the failures about. */
export interface Suspect {
  readonly change: ChangeRecord;
  readonly what: string;
  readonly touches: string;
  readonly certainty: 'likely' | 'possible';
}

/** What only happens to be of the right kind and time has to be near. */
const NEAR_MS = 2 * 3_600_000;
const MOST = 5;

/**
 * The changes that came before the first failure and touch what the failing secrets share, the nearest first; behind them
 * those that only fit by kind and time, which is less. None is ever certain: it came before, no more.
 */
export function findSuspects(changes: readonly ChangeRecord[], shared: Shared): Suspect[] {
  const before = Date.parse(shared.before);
  const found = changes.flatMap((change): Suspect[] => {
    const ago = before - Date.parse(change.at);
    if (change.refused || ago < 0 || isOfRotation(change)) return [];
    const subject = subjectOf(change, shared);
    const touched = touchedBy(change, subject ?? shared);
    // It is about another function, role or secret, and of that alone.
    if (!touched && subject && Object.values(subject).some((one) => one !== undefined)) return [];
    const what = change.mentions[0] ?? '';
    if (touched) return [{ change, what, touches: touched, certainty: 'likely' }];
    if (ago > NEAR_MS) return [];
    return [{ change, what, touches: 'the same account and region', certainty: 'possible' }];
  });
  const rank = ({ certainty }: Suspect) => (certainty === 'likely' ? 0 : 1);
  return found
    .toSorted((a, b) => rank(a) - rank(b) || Date.parse(b.change.at) - Date.parse(a.change.at))
    .slice(0, MOST);
}

const VALUE = new Set(['PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage']);

/** Every rotation writes values and moves labels itself, seconds before it fails. */
const isOfRotation = ({ name, by }: ChangeRecord) =>
  VALUE.has(name) && (by.kind === 'function' || by.kind === 'service');

// Lambda's events carry the date of their API.
const OF_FUNCTION = /\d{8}(?:v\d)?$/;
const OF_SECRET = new Set([...VALUE, 'CancelRotateSecret', 'RotateSecret', 'PutResourcePolicy']);

/** The one thing some events are about, whatever else they mention: a function's subnets are others' too. */
function subjectOf({ name }: ChangeRecord, shared: Shared): Omit<Shared, 'before'> | undefined {
  const { functionArn, role, arns } = shared;
  if (OF_FUNCTION.test(name)) return { functionArn };
  if (isOfIam(name)) return { role };
  return OF_SECRET.has(name) ? { arns } : undefined;
}

function touchedBy({ mentions }: ChangeRecord, shared: Omit<Shared, 'before'>): string | undefined {
  const names = (some: readonly (string | undefined)[]) =>
    some.find((one) => one !== undefined && mentions.some((mention) => isSame(mention, one)));
  const { functionArn, role, key, vpc, arns = [] } = shared;
  const fn = functionArn?.split(':')[6];
  if (names([functionArn, fn])) return `the function ${fn}`;
  const roleName = role?.slice(role.lastIndexOf('/') + 1);
  if (names([role, roleName])) return `the role ${roleName}`;
  if (key && names([key])) return `the key ${key.slice(key.lastIndexOf('/') + 1)}`;
  const group = names(vpc?.securityGroups ?? []);
  if (group) return `the security group ${group}`;
  const place = names([vpc?.id, ...(vpc?.subnets ?? [])]);
  if (place) return `the network ${place}`;
  const secret = arns.find((arn) => names([arn, parseSecretArn(arn)?.name]));
  return secret && `the secret ${parseSecretArn(secret)?.name}`;
}

// A key is named by its id or by its ARN.
const isSame = (mention: string, name: string) =>
  mention === name || mention.endsWith(`/${name}`) || name.endsWith(`/${mention}`);
