import type { Problem } from '@/lib/contract/problem';
import { arnInRegion } from '@/lib/domain/arn';
import { type ActOutcome, judgeAct } from '@/lib/domain/replication/judge-act';
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

/** Where an act stands. `unconfirmed`: AWS took it, and re-reading has not shown it within two minutes. */
export type ActStage =
  | { readonly stage: 'asking'; readonly call: number }
  | { readonly stage: 'waiting'; readonly call: number; readonly since: number }
  | {
      readonly stage: 'done' | 'failed' | 'unconfirmed';
      readonly at: number;
      readonly requestId?: string | undefined;
    }
  | { readonly stage: 'refused'; readonly problem: Problem; readonly call: number };

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
        return say({ stage: 'refused', problem, call: at });
      }
      lost = problem;
    }
    const since = awsNow();
    say({ stage: 'waiting', call: at, since });
    const outcome = await confirm(reader, order, call, lost ? PAUSE * 15 : GIVE_UP);
    if (outcome === 'waiting') {
      if (lost) return say({ stage: 'refused', problem: lost, call: at });
      return say({ stage: 'unconfirmed', at: awsNow(), requestId });
    }
    if (outcome === 'failed') return say({ stage: 'failed', at: awsNow(), requestId });
  }
  return say({ stage: 'done', at: awsNow(), requestId });
}

const send = (scope: string, { region, operation, input }: ReplicationCall, reason: string | undefined) =>
  // The union ties each operation to its input; the compiler does not see that through the call.
  callOperation(scope, region, operation, input as never, reason);

async function confirm(
  reader: ReplicationReader,
  order: ActOrder,
  call: ReplicationCall,
  patience: number,
): Promise<ActOutcome> {
  // The first of two calls is proven by its own effect.
  const kind = call.operation === 'RemoveRegionsFromReplication' ? 'remove' : order.kind;
  const sent = performance.now();
  for (;;) {
    await readAgain(reader, order);
    const elapsed = performance.now() - sent;
    const proof = { primary: known(reader, order.key), copy: known(reader, copyOf(order)), elapsed };
    const outcome = judgeAct(kind, order.region, proof);
    if (outcome !== 'waiting' || elapsed > patience) return outcome;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
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
const known = (reader: ReplicationReader, arn: string) => toCopyReading(reader.readings.get(arn));
