import type { RotationAttempt } from '../rotation/attempt.ts';
import { nextWindows } from '../rotation/schedule/next-windows.ts';
import { readSchedule } from '../rotation/schedule/read-schedule.ts';
import type { RotationWindow } from '../rotation/schedule/schedule.ts';
import { isReplica, type SecretRow } from '../secret.ts';
import { DELIVERY_MS } from '../timeline/searched.ts';
import type { FleetState } from './fleet-secret.ts';

/** What a state is derived from. `attempts`: the newest first, without tests; `untold`: why CloudTrail tells nothing. */
export interface FleetFacts {
  readonly attempts: readonly RotationAttempt[];
  readonly untold?: string | undefined;
  /** Every failure since was read; ISO. Absent where all that CloudTrail keeps was read. */
  readonly failuresFrom?: string | undefined;
  /** Epoch milliseconds, by AWS's clock. */
  readonly now: number;
}

/**
 * The state of one secret's rotation. CloudTrail tells how attempts ended, the listing tells dates and labels; where they
 * disagree the later one counts, because CloudTrail is delivered late and the listing lags five minutes.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function fleetState(row: SecretRow, facts: FleetFacts): FleetState {
  const { attempts, untold, failuresFrom, now } = facts;
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
  if (!row.rotation.enabled) return withoutRotation(pending, facts);
  if (last?.outcome === 'failed') return failedState(row, last, facts);
  if (last?.outcome === 'running' && pending !== undefined && last.version === pending) {
    const state = failedState(row, last, facts);
    if (isBefore(last, failuresFrom) && state.kind === 'will-retry') return state;
  }
  if (pending !== undefined) return stuckState(pending, facts);
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

// Four steps of a function, which runs for 15 minutes at most, and then the time in which CloudTrail delivers the end.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
const LONGEST_RUN_MS = 4 * 15 * 60_000 + DELIVERY_MS;

function isRunning(
  { version, began, last }: RotationAttempt,
  pending: string | undefined,
  now: number,
): boolean {
  const age = now - Date.parse(began ?? last);
  // Labels of the last minutes may not be listed yet.
  return age < DELIVERY_MS || (age < LONGEST_RUN_MS && version !== undefined && version === pending);
}

// Failures that came right after its beginning would not have been read.
const isBefore = ({ began, last }: RotationAttempt, from: string | undefined) =>
  from !== undefined && Date.parse(began ?? last) < Date.parse(from);

const UNREAD =
  'It has begun and not ended well: AWSPENDING is on its version for longer than a rotation can take. Its failures lie further back than was read.';

function failedState(
  row: SecretRow,
  attempt: RotationAttempt,
  { failuresFrom, now }: Pick<FleetFacts, 'failuresFrom' | 'now'>,
): FleetState {
  const { failures, began, last } = attempt;
  // What began before all that was read most likely failed right then, as AWS repeats it.
  const since = (isBefore(attempt, failuresFrom) ? began : undefined) ?? failures[0]?.at ?? last;
  const said =
    failures.length === 0
      ? UNREAD
      : (failures.at(-1)?.message ?? 'CloudTrail tells of its failure and not why.');
  if (row.owningService) return { kind: 'impaired', evidence: said, since };
  const window = windowAt(row, Date.parse(last));
  return window && window.closes > now
    ? { kind: 'will-retry', evidence: said, since, until: iso(window.closes) }
    : { kind: 'gave-up', evidence: said, since };
}

function withoutRotation(pending: string | undefined, facts: FleetFacts): FleetState {
  return pending === undefined
    ? { kind: 'off', evidence: 'No schedule rotates it.' }
    : stuckState(pending, facts);
}

function stuckState(pending: string, { attempts, untold }: FleetFacts): FleetState {
  const left = attempts.find(({ version }) => version === pending);
  return {
    kind: 'stuck',
    evidence:
      untold === undefined
        ? 'AWSPENDING was left on a version that is not current, and no rotation is running.'
        : `AWSPENDING is on a version that is not current; whether a rotation is running is not known. ${untold}`,
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
