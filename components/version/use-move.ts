import { useRef, useState } from 'react';
import { type LabelMoveResult, useLabelMove } from '@/lib/client/label-move';
import { dropOrder, keepOrder, type Order } from '@/lib/client/orders';
import { keepReceipt } from '@/lib/client/receipts';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import type { OperatorInfo } from '@/lib/contract/operator';
import type { Problem } from '@/lib/contract/problem';
import { safeReason } from '@/lib/domain/reason';
import type { Receipt } from '@/lib/domain/receipt';
import type { RollbackPlan } from '@/lib/domain/rollback';
import type { Check } from '@/lib/domain/rollback-checks';

/** How a move failed to be a plain success: refused, or settled otherwise by a re-read. */
export type Failure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'settled'; readonly result: LabelMoveResult };

interface MoveInput {
  readonly operator: OperatorInfo;
  readonly seen: SecretReading;
  readonly plan: RollbackPlan;
  readonly undoes: Receipt | undefined;
  readonly reason: string;
  readonly todo: readonly Check['code'][];
  readonly onMoved: () => void;
}

/** Makes the one call of a plan, and turns its outcome into a receipt or a failure to show. */
export function useMove({ operator, seen, plan, undoes, reason, todo, onMoved }: MoveInput) {
  const { scope } = operator;
  const labelMove = useLabelMove(scope);
  const refusal = useRefusal(scope, seen.arn, 'UpdateSecretVersionStage', 'AWSCURRENT');
  const [failure, setFailure] = useState<Failure>();
  // Two clicks can come before React has rendered the first one's effect.
  const under = useRef(false);

  const run = async () => {
    if (!plan.possible || under.current) return;
    under.current = true;
    let done = false;
    setFailure(undefined);
    const { from, to, moves } = plan;
    const order: Order = {
      sent: Date.now(),
      ...{ arn: seen.arn, name: seen.name, region: seen.region, from, to, moves, todo },
      kind: undoes ? 'undo' : plan.promotes ? 'promote' : 'rollback',
      operator: operator.arn,
      reason: safeReason(reason) || undefined,
      replicas: seen.secret?.replicas.map(({ region }) => region),
    };
    keepOrder(scope, order);
    try {
      const { arn, region } = order;
      const result = await labelMove.mutateAsync({ arn, region, label: 'AWSCURRENT', from, to, reason });
      // Refused, and yet where it should be: somebody else moved it, which is no receipt of ours.
      if (result.outcome !== 'moved' || result.problem?.code === 'label-moved') {
        setFailure({ kind: 'settled', result });
        return;
      }
      const { sent: _, ...made } = order;
      keepReceipt(scope, { ...made, at: result.at, requestId: result.requestId });
      done = true;
      onMoved();
    } catch (cause) {
      const problem = problemIn(cause);
      noteIfRefused(scope, seen.arn, 'UpdateSecretVersionStage', problem, 'AWSCURRENT');
      setFailure({ kind: 'problem', problem });
    } finally {
      dropOrder(scope, seen.arn);
      // What is done is not done again by a click that comes while the sheet leaves.
      under.current = done;
    }
  };
  return { run, busy: labelMove.isPending, failure, refusal };
}
