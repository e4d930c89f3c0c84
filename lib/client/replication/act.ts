import type { Problem } from '@/lib/contract/problem';
import { arnInRegion } from '@/lib/domain/arn';
import { type ActOutcome, judgeAct } from '@/lib/domain/replication/judge-act';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import type { ActKind } from '@/lib/domain/replication/plan-act';
import type { ReplicationCall } from '@/lib/domain/replication/replication-call';
import { awsNow } from '../aws-time';
import { callOperation, problemIn } from '../request';
import { noteOwnCall } from './own-acts';
import { type ReplicationReader, toCopyReading } from './reader';

/** One act on one region of a secret, as the operator confirmed it. */
export interface ActOrder {
  readonly kind: ActKind;
  /** The primary's ARN. */
  readonly key: string;
  readonly region: string;
  readonly primaryRegion: string;
  readonly calls: readonly ReplicationCall[];
  readonly reason?: string | undefined;
}

/**
 * Where an act stands. `unconfirmed`: AWS took a call, and re-reading has not shown it within two minutes; `reported`: the
 * primary tells that it is done, and its region cannot be read. `already`: what AWS refused is so without it.
 */
export type ActStage =
  | { readonly stage: 'asking'; readonly call: number }
  | { readonly stage: 'waiting'; readonly call: number; readonly since: number }
  | {
      readonly stage: 'done' | 'reported' | 'failed' | 'unconfirmed';
      readonly at: number;
      /** Which call was the last that was sent. */
      readonly call: number;
      readonly requestId?: string | undefined;
    }
  | { readonly stage: 'refused'; readonly problem: Problem; readonly call: number; readonly already?: true };

const PAUSE = 1_000;
const GIVE_UP = 120_000;

/**
 * Makes the calls of an act, each sent once and confirmed by re-reading before the next. An answer that is lost is
 * settled by reading, too; nothing is sent a second time.
 */
export async function carryOut(
  scope: string,
  reader: ReplicationReader,
  order: ActOrder,
  onStage: (stage: ActStage) => void,
): Promise<ActStage> {
  let requestId: string | undefined;
  let reported = false;
  const before = reportOf(reader, order)?.kmsKeyId;
  const say = (stage: ActStage) => {
    onStage(stage);
    return stage;
  };
  for (const [at, call] of order.calls.entries()) {
    say({ stage: 'asking', call: at });
    let lost: Problem | undefined;
    try {
      const answer = await send(scope, call, order.reason);
      requestId = answer.requestId;
      noteOwnCall(scope, { order, name: call.operation, at: answer.at, requestId });
    } catch (cause) {
      const problem = problemIn(cause);
      if (problem.code !== 'answer-lost') {
        noteRefused(reader, call, problem);
        await readAgain(reader, order);
        const already = problem.code !== 'access-denied' && judge(reader, order, call, { before }) === 'done';
        return say({ stage: 'refused', problem, call: at, ...(already ? { already } : {}) });
      }
      lost = problem;
    }
    const since = awsNow();
    say({ stage: 'waiting', call: at, since });
    const outcome = await confirm(reader, order, call, { before, patience: lost ? PAUSE * 15 : GIVE_UP });
    if (outcome === 'waiting') {
      if (lost) return say({ stage: 'refused', problem: lost, call: at });
      return say({ stage: 'unconfirmed', at: awsNow(), call: at, requestId });
    }
    if (outcome === 'failed') return say({ stage: 'failed', at: awsNow(), call: at, requestId });
    reported = outcome === 'reported';
  }
  const call = order.calls.length - 1;
  return say({ stage: reported ? 'reported' : 'done', at: awsNow(), call, requestId });
}

const send = (scope: string, { region, operation, input }: ReplicationCall, reason: string | undefined) =>
  // The union ties each operation to its input; the compiler does not see that through the call.
  callOperation(scope, region, operation, input as never, reason);

async function confirm(
  reader: ReplicationReader,
  order: ActOrder,
  call: ReplicationCall,
  { before, patience }: { readonly before: string | undefined; readonly patience: number },
): Promise<ActOutcome> {
  const sent = performance.now();
  for (;;) {
    await readAgain(reader, order);
    const elapsed = performance.now() - sent;
    const outcome = judge(reader, order, call, { before, elapsed });
    if (outcome !== 'waiting' || elapsed > patience) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

interface Known {
  /** The replica's key, as AWS reported it before the act. */
  readonly before: string | undefined;
  readonly elapsed?: number;
}

function judge(reader: ReplicationReader, order: ActOrder, call: ReplicationCall, known: Known): ActOutcome {
  // The first of two calls is proven by its own effect.
  const kind = call.operation === 'RemoveRegionsFromReplication' ? 'remove' : order.kind;
  const asked =
    call.operation === 'ReplicateSecretToRegions' ? call.input.AddReplicaRegions[0]?.KmsKeyId : undefined;
  return judgeAct(kind, order.region, {
    primary: readingOf(reader, order.key),
    copy: readingOf(reader, copyOf(order)),
    elapsed: known.elapsed ?? 0,
    key: { asked, before: known.before },
  });
}

async function readAgain(reader: ReplicationReader, order: ActOrder): Promise<void> {
  const { key, kind } = order;
  // The replica's side proves a promotion; a primary region that does not answer must not hold it up.
  if (kind === 'promote' && !reader.closed.has(order.primaryRegion))
    void reader.readNow([key]).catch(() => undefined);
  // A failed re-read proves nothing; the next one may.
  await reader.readNow(kind === 'promote' ? [copyOf(order)] : [key, copyOf(order)]).catch(() => undefined);
}

// What an operator may not do is unknown until AWS refuses it.
function noteRefused(reader: ReplicationReader, call: ReplicationCall, problem: Problem): void {
  if (problem.code === 'access-denied') reader.refused.set(callKey(call), problem);
}

interface RefusedCall {
  readonly operation: ReplicationCall['operation'];
  readonly input: { readonly SecretId: string };
}

/** What a refusal of a call is about: the operation, on that secret. */
export const callKey = ({ operation, input }: RefusedCall): string => `${operation} ${input.SecretId}`;

const copyOf = ({ key, region }: ActOrder) => arnInRegion(key, region);
const readingOf = (reader: ReplicationReader, arn: string) => toCopyReading(reader.readings.get(arn));

function reportOf(reader: ReplicationReader, { key, region }: ActOrder) {
  const primary = readingOf(reader, key);
  return isSeen(primary) ? primary.replicas.find((one) => one.region === region) : undefined;
}
