import { labelMoveCommand } from '../cli.ts';
import { cancelCommand, rotateCommand } from '../rotation/rotation-call.ts';
import type { MendKind, MendPlan } from './mend-plan.ts';

/** The AWS CLI commands that do the same to one secret. */
export function mendCommands(kind: MendKind, { arn, region, pending }: MendPlan, token: string): string {
  if (kind === 'cancel') return cancelCommand(region, arn);
  const takes = kind !== 'test' && pending !== undefined;
  const unstick = { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
  return [
    ...(takes ? [labelMoveCommand(region, unstick)] : []),
    ...(kind === 'unstick' ? [] : [rotateCommand({ region, arn, token, immediately: kind === 'retry' })]),
  ].join('\n\n');
}

/** What is typed to confirm: one secret by its name, several by what is done to how many of them. */
export function mendPhrase(kind: MendKind, plans: readonly Pick<MendPlan, 'name'>[]): string {
  const [only] = plans;
  if (plans.length === 1 && only) return only.name;
  const many = `${plans.length} secrets`;
  if (kind === 'unstick') return `remove AWSPENDING from ${many}`;
  return `${kind === 'cancel' ? 'turn off' : kind} ${many}`;
}
