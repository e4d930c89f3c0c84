import type { AwsCall } from '../aws-call.ts';
import { cancelCall, rotateCall } from '../rotation/rotation-call.ts';
import { labelMoveCall } from '../secret-calls.ts';
import type { MendKind, MendPlan } from './mend-plan.ts';

/** The calls that do it to one secret, in their order. */
export function mendCalls(kind: MendKind, { arn, region, pending }: MendPlan, token: string): AwsCall[] {
  if (kind === 'cancel') return [cancelCall(region, arn)];
  const takes = kind !== 'test' && pending !== undefined;
  const unstick = { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
  return [
    ...(takes ? [labelMoveCall(region, unstick)] : []),
    ...(kind === 'unstick' ? [] : [rotateCall({ region, arn, token, immediately: kind === 'retry' })]),
  ];
}

/** What is typed to confirm: one secret by its name, several by what is done to how many of them. */
export function mendPhrase(kind: MendKind, plans: readonly Pick<MendPlan, 'name'>[]): string {
  const [only] = plans;
  if (plans.length === 1 && only) return only.name;
  const many = `${plans.length} secrets`;
  if (kind === 'unstick') return `remove AWSPENDING from ${many}`;
  return `${kind === 'cancel' ? 'turn off' : kind} ${many}`;
}
