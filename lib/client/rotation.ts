import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OperationOutput } from '@/lib/contract/operations';
import type { Problem } from '@/lib/contract/problem';
import { safeReason } from '@/lib/domain/reason';
import type { RotationRulesInput } from '@/lib/domain/rotation/rotation-call';
import { holders } from '@/lib/domain/version';
import { useOperator } from './operator';
import { keepOwnAct } from './own-events';
import { patchRow } from './patches';
import { callOperation, problemIn } from './request';
import { secretQuery } from './secret';

/** One RotateSecret as the operator confirmed it. */
export interface RotateOrder {
  readonly kind: 'rotate' | 'test' | 'schedule';
  readonly arn: string;
  readonly region: string;
  /** Made when the form opened: it becomes the pending version's id. */
  readonly token: string;
  /** false: only testSecret runs. */
  readonly immediately: boolean;
  readonly functionArn?: string | undefined;
  readonly rules?: RotationRulesInput | undefined;
  readonly reason?: string | undefined;
}

/** Turns rotation off; what is running goes on. */
export interface CancelOrder {
  readonly kind: 'cancel';
  readonly arn: string;
  readonly region: string;
  readonly reason?: string | undefined;
}

/** How it ended: AWS took it, or the answer was lost and a reading does not show it. */
export type RotationResult =
  | { readonly outcome: 'accepted'; readonly at: string; readonly requestId?: string | undefined }
  | { readonly outcome: 'not-seen'; readonly at: string; readonly problem: Problem };

/**
 * One RotateSecret or CancelRotateSecret, sent once. AWS answers when a rotation has begun, not when it has ended; a lost
 * answer is settled by reading the secret, and nothing is sent a second time.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export function useRotation(scope: string) {
  const client = useQueryClient();
  const operator = useOperator().data?.arn ?? '';
  return useMutation({
    retry: false,
    mutationFn: async (order: RotateOrder | CancelOrder): Promise<RotationResult> => {
      try {
        const { at, requestId } = await send(scope, order);
        return { outcome: 'accepted', at, requestId };
      } catch (cause) {
        const problem = problemIn(cause);
        if (problem.code !== 'answer-lost') throw cause;
        return settle(scope, order, problem);
      }
    },
    onSuccess: (result, order) => {
      if (result.outcome !== 'accepted') return;
      const version = order.kind === 'cancel' ? {} : { version: order.token };
      const step = order.kind === 'cancel' ? 'cancelled' : order.immediately ? 'asked' : 'test-asked';
      keepOwnAct(scope, {
        ...{ arn: order.arn, operator, at: result.at, requestId: result.requestId },
        name: order.kind === 'cancel' ? 'CancelRotateSecret' : 'RotateSecret',
        effect: { kind: 'rotation', step, ...version },
        reason: safeReason(order.reason ?? '') || undefined,
      });
    },
    onSettled: (_result, _error, { arn }) => {
      void client.invalidateQueries({ queryKey: secretQuery(scope, arn).queryKey });
    },
  });
}

function send(scope: string, order: RotateOrder | CancelOrder) {
  const { arn: SecretId, region, reason } = order;
  if (order.kind === 'cancel')
    return callOperation(scope, region, 'CancelRotateSecret', { SecretId }, reason);
  const input = {
    SecretId,
    ClientRequestToken: order.token,
    RotateImmediately: order.immediately,
    ...(order.functionArn ? { RotationLambdaARN: order.functionArn } : {}),
    ...(order.rules ? { RotationRules: order.rules } : {}),
  };
  return callOperation(scope, region, 'RotateSecret', input, reason);
}

async function settle(
  scope: string,
  order: RotateOrder | CancelOrder,
  problem: Problem,
): Promise<RotationResult> {
  const { arn, region } = order;
  const { output, at } = await callOperation(scope, region, 'DescribeSecret', { SecretId: arn });
  const { VersionIdsToStages: stages = {}, LastChangedDate: changed, DeletedDate: deleted } = output;
  patchRow(arn, { holders: holders(stages), changed, deleted, at });
  return happened(order, output) ? { outcome: 'accepted', at } : { outcome: 'not-seen', at, problem };
}

type Described = Pick<
  OperationOutput<'DescribeSecret'>,
  'VersionIdsToStages' | 'RotationEnabled' | 'RotationRules'
>;

/** Whether a reading shows that the call arrived; a test leaves nothing behind once it is over. */
function happened(order: RotateOrder | CancelOrder, seen: Described): boolean {
  if (order.kind === 'cancel') return seen.RotationEnabled !== true;
  if (Object.hasOwn(seen.VersionIdsToStages ?? {}, order.token)) return true;
  const { ScheduleExpression, AutomaticallyAfterDays, Duration } = order.rules ?? {};
  if (order.immediately || order.rules === undefined) return false;
  const rules = seen.RotationRules;
  return (
    seen.RotationEnabled === true &&
    rules?.ScheduleExpression === ScheduleExpression &&
    rules?.Duration === Duration &&
    (ScheduleExpression !== undefined || rules?.AutomaticallyAfterDays === AutomaticallyAfterDays)
  );
}
