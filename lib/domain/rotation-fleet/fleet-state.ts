import type { RotationAttempt } from '../rotation/attempt.ts';
import { nextWindows } from '../rotation/schedule/next-windows.ts';
import { readSchedule } from '../rotation/schedule/read-schedule.ts';
import { DAY, type RotationWindow } from '../rotation/schedule/schedule.ts';
import { isReplica, type SecretRow } from '../secret.ts';
import { DELIVERY_MS } from '../timeline/searched.ts';
import type { FleetState } from './fleet-secret.ts';

/** What a state is derived from. `attempts`: the newest first, without tests; `untold`: why CloudTrail tells nothing. */
export interface FleetFacts {
  readonly attempts: readonly RotationAttempt[];
  readonly untold?: string | undefined;
  /** Epoch milliseconds, by AWS's clock. */
  readonly now: number;
}

/**
 * The state of one secret's rotation. CloudTrail tells how attempts ended, the listing tells dates and labels; where they
 * disagree the later one counts, because CloudTrail is delivered late and the listing lags five minutes.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function fleetState(row: SecretRow, facts: FleetFacts): FleetState {
  const { attempts, untold, now } = facts;
  if (isReplica(row)) {
    return {
      kind: 'unknown',
      evidence: `Its primary is in ${row.primaryRegion}, and that region was not read.`,
    };
  }
  if (row.deleted) {
    return { kind: 'off', evidence: 'It is scheduled for deletion and does not rotate.', since: row.deleted };
  }
  const newest = attempts[0];
  const last = newest && !overtaken(newest, row) ? newest : undefined;
  const pending = pendingOf(row);
  if (last?.outcome === 'running' && isRunning(last, pending, now)) {
    return {
      kind: 'running',
      evidence: 'It has begun, and CloudTrail has told no end of it.',
      since: last.began ?? last.last,
    };
  }
  if (!row.rotation.enabled) return withoutRotation(pending, attempts);
  if (last?.outcome === 'failed') return failedState(row, last, now);
  if (pending !== undefined) return stuckState(pending, attempts);
  const late = overdueSince(row, now);
  if (late !== undefined) {
    const evidence = 'The end of its window has passed, and it was not rotated.';
    return row.owningService
      ? { kind: 'impaired', evidence: `${row.owningService} rotates it. ${evidence}`, since: late }
      : { kind: 'overdue', evidence, since: late };
  }
  if (last?.outcome === 'abandoned') {
    return {
      kind: 'abandoned',
      evidence: 'A value was put by hand while it rotated, so AWS gave that rotation up.',
      since: last.last,
    };
  }
  if (untold !== undefined) return { kind: 'unknown', evidence: untold };
  return calmState(row, now);
}

function calmState(row: SecretRow, now: number): FleetState {
  const { last } = row.rotation;
  const open = windowAt(row, now);
  if (open && (last === undefined || Date.parse(last) < open.opens)) {
    return {
      kind: 'window-open',
      evidence: 'Its window is open, and it was not rotated in it yet.',
      since: iso(open.opens),
      until: iso(open.closes),
    };
  }
  if (last !== undefined) {
    return {
      kind: 'succeeded',
      evidence: 'Its last rotation ended, and no failure was read since.',
      since: last,
    };
  }
  return { kind: 'scheduled', evidence: 'It has not rotated yet, and its next window is to come.' };
}

/** The version with AWSPENDING, where that is another than the one with AWSCURRENT. */
export function pendingOf({ holders }: Pick<SecretRow, 'holders'>): string | undefined {
  return holders.AWSPENDING === holders.AWSCURRENT ? undefined : holders.AWSPENDING;
}

// finishSecret moves AWSCURRENT and dates the rotation; by hand, only the label moves.
function overtaken(attempt: RotationAttempt, { rotation, holders }: SecretRow): boolean {
  if (attempt.outcome === 'succeeded' || attempt.outcome === 'abandoned') return false;
  if (attempt.version !== undefined && attempt.version === holders.AWSCURRENT) return true;
  return rotation.last !== undefined && Date.parse(rotation.last) > Date.parse(attempt.last);
}

function isRunning(
  { version, began, last }: RotationAttempt,
  pending: string | undefined,
  now: number,
): boolean {
  const age = now - Date.parse(began ?? last);
  // A window is a day at most, and labels of the last minutes may not be listed yet.
  return age < DELIVERY_MS || (age < DAY && version !== undefined && version === pending);
}

function failedState(row: SecretRow, { failures, last }: RotationAttempt, now: number): FleetState {
  const since = failures[0]?.at ?? last;
  const said = failures.at(-1)?.message ?? 'CloudTrail tells of its failure and not why.';
  if (row.owningService) return { kind: 'impaired', evidence: said, since };
  const window = windowAt(row, Date.parse(last));
  return window && window.closes > now
    ? { kind: 'will-retry', evidence: said, since, until: iso(window.closes) }
    : { kind: 'gave-up', evidence: said, since };
}

function withoutRotation(pending: string | undefined, attempts: readonly RotationAttempt[]): FleetState {
  return pending === undefined
    ? { kind: 'off', evidence: 'No schedule rotates it.' }
    : stuckState(pending, attempts);
}

function stuckState(pending: string, attempts: readonly RotationAttempt[]): FleetState {
  const left = attempts.find(({ version }) => version === pending);
  return {
    kind: 'stuck',
    evidence: 'AWSPENDING was left on a version that is not current, and no rotation is running.',
    ...(left ? { since: left.last } : {}),
  };
}

function overdueSince({ rotation }: SecretRow, now: number): string | undefined {
  return rotation.next !== undefined && Date.parse(rotation.next) < now ? rotation.next : undefined;
}

// The window an instant lies in, as the schedule has it.
function windowAt({ rotation }: SecretRow, at: number): RotationWindow | undefined {
  const read = readSchedule(rotation);
  if (!('schedule' in read)) return undefined;
  const last = rotation.last === undefined ? undefined : Date.parse(rotation.last);
  const next = rotation.next === undefined ? undefined : Date.parse(rotation.next);
  const [window] = nextWindows(read.schedule, { now: at, last, next }, 1);
  return window && window.opens <= at ? window : undefined;
}

const iso = (at: number) => new Date(at).toISOString();
