import { type SecretEvent, wasRefused } from '../timeline/secret-event.ts';

/** Something that was asked for, or came of it, in one region of a secret's replication. */
export interface Attempt {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** `refused`: AWS refused the call, so nothing came of it. */
  readonly what: 'asked' | 'removed' | 'promoted' | 'refused' | 'started' | 'succeeded' | 'failed';
  /** Who asked for it; AWS does the rest by itself. */
  readonly by?: string;
  /** AWS's sentence. */
  readonly message?: string;
  /** The record does not say which region it is about. */
  readonly untold?: true;
  /** Done from this console a moment ago. */
  readonly undelivered?: true;
}

/** What CloudTrail tells of one region of a replication, newest first. */
export function attemptsIn(events: readonly SecretEvent[], region: string): Attempt[] {
  return events
    .flatMap((event) => toAttempt(event, region) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : ORDER[a.what] - ORDER[b.what]));
}

// CloudTrail dates by seconds: what was asked for comes before what came of it.
const ORDER = { failed: 0, succeeded: 0, started: 1, promoted: 2, refused: 2, removed: 2, asked: 2 } as const;

function toAttempt(event: SecretEvent, region: string): Attempt | undefined {
  const { effect, id, at, actor, error, undelivered } = event;
  if (effect.kind !== 'replication') return undefined;
  const { regions, step } = effect;
  // A promotion names its region by where it is told.
  const promotes = event.name === 'StopReplicationToReplica';
  if (regions && !regions.includes(region) && !promotes) return undefined;
  const asked = step === 'changed';
  const what = !asked ? step : wasRefused(event) ? 'refused' : (ASKED[event.name] ?? 'asked');
  return {
    ...{ id, at, what },
    ...(asked ? { by: actor.name } : {}),
    ...(error?.message === undefined ? {} : { message: error.message }),
    ...(regions || promotes ? {} : { untold: true }),
    ...(undelivered ? { undelivered } : {}),
  };
}

const ASKED: Readonly<Record<string, Attempt['what']>> = {
  RemoveRegionsFromReplication: 'removed',
  StopReplicationToReplica: 'promoted',
};

/** Since when AWS has reported nothing but failures there, as far as these attempts tell; ISO. */
export function failingSince(attempts: readonly Attempt[]): string | undefined {
  const told = attempts.filter(({ what, untold }) => !untold && (what === 'failed' || what === 'succeeded'));
  const healthy = told.findIndex(({ what }) => what === 'succeeded');
  return (healthy < 0 ? told : told.slice(0, healthy)).at(-1)?.at;
}
