import type { Problem } from '@/lib/contract/problem';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import { noteIfRefused, useRefusalOf } from '../refusals';

const PENDING = 'AWSPENDING';

/** Notes what AWS refused while a secret was mended, so that it is not asked again before everything is read again. */
export function noteRefusedMend(scope: string, arn: string, problem: Problem): void {
  const { operation } = problem;
  if (operation === 'UpdateSecretVersionStage') noteIfRefused(scope, arn, operation, problem, PENDING);
  if (operation === 'RotateSecret' || operation === 'CancelRotateSecret') {
    noteIfRefused(scope, arn, operation, problem);
  }
}

/** Tells of a plan what AWS has refused of it before; undefined where nobody was refused. */
export function useRefusedMends(scope: string): (kind: MendKind, plan: MendPlan) => Problem | undefined {
  const refusalOf = useRefusalOf(scope);
  return (kind, { arn, pending }) => {
    if (kind === 'cancel') return refusalOf(arn, 'CancelRotateSecret');
    const label =
      kind === 'test' || pending === undefined
        ? undefined
        : refusalOf(arn, 'UpdateSecretVersionStage', PENDING);
    return label ?? (kind === 'unstick' ? undefined : refusalOf(arn, 'RotateSecret'));
  };
}
