import type { ReplicationLine } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { replicationPath } from '@/lib/contract/view-paths';
import { parseSecretArn } from '@/lib/domain/arn';
import type { CopyReading, Seen } from '@/lib/domain/replication/cell';
import { awsNow, noteAwsTime } from '../aws-time';
import { fleetTurns } from '../fleet-turns';
import { noteRegion } from '../region-readings';
import { problemIn } from '../request';
import { calledRegion } from '../sign-in-mark';
import { createStore, type Store } from '../store';
import { readListed } from '../views';
import { createQueue } from './queue';

/** What reading one copy came to. */
export interface Reading {
  readonly seen?: Seen;
  readonly problem?: Problem;
  /** What was read last, where it cannot be read now. */
  readonly before?: Seen;
}

/** A region that is not asked any more until it is tried again. */
export interface ClosedRegion {
  readonly problem: Problem;
  /** AWS's clock when it was closed, in epoch milliseconds. */
  readonly since: number;
}

/** Reads copies of secrets, those in sight first, and keeps what was read in this page's memory. */
export interface ReplicationReader {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly closed: ReadonlyMap<string, ClosedRegion>;
  /** What AWS refused this operator to change, by operation and ARN; until everything is read anew. */
  readonly refused: Map<string, Problem>;
  /** Rises, paced, whenever there is something new. */
  readonly version: Store<number>;
  /** Copies that are asked for and not read yet. */
  waiting(): number;
  /** Asks for copies that are not read yet. */
  want(arns: readonly string[]): void;
  /** Has those that are asked for, and not read yet, read before the others. */
  hurry(arns: readonly string[]): void;
  /** Reads copies now, known or not, and takes the answers in together; `onAnswer` is told of each as it comes. */
  readNow(arns: readonly string[], onAnswer?: (arn: string) => void): Promise<void>;
  /** Forgets what failed in a region, and asks it again. */
  reopen(region: string): void;
  /** Forgets everything that was read. */
  forget(): void;
}

// As often as a screen is worth drawing anew while thousands of answers arrive.
const PACE = 150;
/** Streams at once: each region is in one of them at most, so one that hangs holds up only itself. */
const STREAMS = 4;
const TIMEOUT = 120_000;

/** A reader for one scope. */
export function createReader(scope: string): ReplicationReader {
  const readings = new Map<string, Reading>();
  const closed = new Map<string, ClosedRegion>();
  const queue = createQueue();
  const refused = new Map<string, Problem>();
  const version = createStore(0);
  let streams = 0;
  let due = false;
  const changed = () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      version.set(version.get() + 1);
    }, PACE);
  };

  const take = (line: ReplicationLine) => {
    if (line.kind === 'end') return;
    changed();
    if (line.kind === 'stopped') {
      closed.set(line.region, { problem: line.problem, since: awsNow() });
      noteRegion(calledRegion(scope.slice(0, 12), line.region), { problem: line.problem });
      queue.drop(line.region);
      return;
    }
    const { arn } = line;
    if (line.kind === 'read') {
      readings.set(arn, { seen: line.seen });
      noteAwsTime(line.seen.at);
    } else readings.set(arn, { problem: line.problem, ...lastSeen(readings.get(arn), line.problem) });
    if (queue.done(arn)) pump();
  };

  const stream = async (arns: readonly string[]) => {
    const signal = AbortSignal.timeout(TIMEOUT);
    for await (const line of readListed(replicationPath, { scope, arns }, signal)) take(line);
  };

  const wave = async () => {
    streams += 1;
    let arns: readonly string[] = [];
    try {
      await fleetTurns.take(async () => {
        // What is in sight when its turn comes, not when it began to wait.
        arns = queue.take();
        if (arns.length > 0) await stream(arns);
      });
    } catch (cause) {
      const problem = problemIn(cause);
      for (const region of queue.unanswered(arns)) closed.set(region, { problem, since: awsNow() });
    } finally {
      streams -= 1;
      for (const region of queue.unanswered(arns)) queue.drop(region);
      changed();
      pump();
    }
  };

  function pump(): void {
    while (streams < STREAMS && queue.ready()) void wave();
  }

  return {
    readings,
    closed,
    refused,
    version,
    waiting: queue.size,
    want(arns) {
      const open = arns.filter((arn) => !readings.has(arn) && !closed.has(regionOf(arn)));
      if (queue.add(open)) {
        changed();
        pump();
      }
    },
    hurry: queue.hurry,
    async readNow(arns, onAnswer) {
      const fresh: ReplicationLine[] = [];
      const signal = AbortSignal.timeout(TIMEOUT);
      for await (const line of readListed(replicationPath, { scope, arns }, signal)) {
        fresh.push(line);
        if ('arn' in line) onAnswer?.(line.arn);
      }
      for (const line of fresh) if (line.kind !== 'stopped') take(line);
    },
    reopen(region) {
      closed.delete(region);
      for (const [arn, { problem }] of readings)
        if (problem && regionOf(arn) === region) readings.delete(arn);
      changed();
    },
    forget() {
      readings.clear();
      closed.clear();
      refused.clear();
      queue.clear();
      changed();
    },
  };
}

// A copy that is gone is no copy any more.
function lastSeen(known: Reading | undefined, { code }: Problem): Pick<Reading, 'before'> {
  const before = code === 'secret-not-found' ? undefined : (known?.seen ?? known?.before);
  return before ? { before } : {};
}

/** What was read of a copy, as the rules take it. */
export function toCopyReading(reading: Reading | undefined): CopyReading | undefined {
  if (!reading) return undefined;
  if (reading.seen) return reading.seen;
  if (reading.problem?.code === 'secret-not-found') return 'gone';
  return reading.problem?.code === 'access-denied' ? 'denied' : 'no-answer';
}

const regionOf = (arn: string) => parseSecretArn(arn)?.region ?? '';
