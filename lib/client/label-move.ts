import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import { judgeMove, type MoveOutcome } from '@/lib/domain/outcome';
import { safeReason } from '@/lib/domain/reason';
import { holders } from '@/lib/domain/version';
import { useOperator } from './operator';
import { keepOwnAct } from './own-events';
import { patchRow } from './patches';
import { callOperation, problemIn } from './request';
import { secretQuery } from './secret';

/** A label move as the operator confirmed it: from the version they saw. */
export interface LabelMoveOrder {
  readonly arn: string;
  readonly region: string;
  readonly label: string;
  /** Absent: the label is on no version yet. */
  readonly from?: string | undefined;
  /** Absent: the label is taken off. */
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
}

/** How a label move ended, with proof. */
export interface LabelMoveResult {
  readonly outcome: MoveOutcome;
  /** AWS's clock: at its answer, or at the re-read that settled a lost one. */
  readonly at: string;
  readonly requestId?: string | undefined;
  /** Why there was no plain answer. */
  readonly problem?: Problem | undefined;
}

const UNSETTLED = new Set(['answer-lost', 'label-moved']);

/**
 * One UpdateSecretVersionStage, sent once. A lost answer, or a refusal because the label moved, is settled by
 * reading the secret again; nothing is ever sent a second time.
 */
export function useLabelMove(scope: string) {
  const client = useQueryClient();
  const operator = useOperator().data?.arn ?? '';
  return useMutation({
    mutationFn: async (order: LabelMoveOrder): Promise<LabelMoveResult> => {
      try {
        const { requestId, at } = await callOperation(
          scope,
          order.region,
          'UpdateSecretVersionStage',
          {
            SecretId: order.arn,
            VersionStage: order.label,
            ...(order.to ? { MoveToVersionId: order.to } : {}),
            ...(order.from ? { RemoveFromVersionId: order.from } : {}),
          },
          order.reason,
        );
        return { outcome: 'moved', at, requestId };
      } catch (cause) {
        const problem = problemIn(cause);
        if (!UNSETTLED.has(problem.code)) throw cause;
        return settle(scope, order, problem);
      }
    },
    onSuccess: (result, order) => keepMoved(scope, operator, order, result),
    // Not waited for: the move has its answer, whatever becomes of the reading after it.
    onSettled: (_result, _error, order) => {
      void client.invalidateQueries({ queryKey: secretQuery(scope, order.arn).queryKey });
    },
  });
}

// Refused, and yet where it should be: somebody else moved it, and CloudTrail will say who.
function keepMoved(scope: string, operator: string, order: LabelMoveOrder, result: LabelMoveResult): void {
  if (result.outcome !== 'moved' || result.problem?.code === 'label-moved') return;
  const { arn, label, from, to = null } = order;
  keepOwnAct(scope, {
    ...{ arn, operator, at: result.at, requestId: result.requestId },
    name: 'UpdateSecretVersionStage',
    effect: { kind: 'label-moved', label, to, ...(from ? { from } : {}) },
    reason: safeReason(order.reason ?? '') || undefined,
  });
}

async function settle(scope: string, order: LabelMoveOrder, problem: Problem): Promise<LabelMoveResult> {
  try {
    const seen = await readLabels(scope, order.region, order.arn);
    const move = { from: order.from, to: order.to };
    return { outcome: judgeMove(move, seen.holders[order.label]), at: seen.at, problem };
  } catch {
    // The re-read failed too: what is known is the first problem.
    throw new ProblemError(problem);
  }
}

/** Where a secret's labels are in one region, and whether it rotates, by DescribeSecret; the table's row follows. */
export async function readLabels(scope: string, region: string, arn: string) {
  const { output, at } = await callOperation(scope, region, 'DescribeSecret', { SecretId: arn });
  const seen = holders(output.VersionIdsToStages ?? {});
  const rotates = output.RotationEnabled === true;
  patchRow(arn, { holders: seen, changed: output.LastChangedDate, deleted: output.DeletedDate, rotates, at });
  return { holders: seen, rotates, at };
}
