import { labelMoveCommand } from '../cli.ts';
import { rotateCommand } from '../rotation/rotation-call.ts';
import type { Step } from '../triage/cause.ts';
import type { FleetSecret } from './fleet-secret.ts';
import { pendingOf } from './fleet-state.ts';
import { lastFailure } from './group-fleet.ts';

/** What is done to each secret of a group: rotate it again, or only take AWSPENDING off. */
export type MendKind = 'retry' | 'unstick';

/** How one secret is mended. */
export interface MendPlan {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  /** The version AWSPENDING is taken from first; its value stays. */
  readonly pending?: string;
  /** Whether no attempt can be running: its window is closed and the last attempt has ended. */
  readonly quiet: boolean;
  /** Whether setSecret ran: then the pending value may be the live password, and the only record of it. */
  readonly setSecret: 'ran' | 'may-have' | 'did-not' | 'unknown';
}

/**
 * The plan for one secret; undefined where there is nothing an operator can do: AWS or a service has it, or it is being
 * rotated. While AWSPENDING is on another version AWS refuses to rotate.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function mendPlan(kind: MendKind, one: FleetSecret): MendPlan | undefined {
  const { secret, state, attempts } = one;
  const { shown, key, name, primaryRegion } = secret;
  const pending = pendingOf(shown);
  if (shown.deleted || shown.owningService || state.kind === 'running') return undefined;
  if (kind === 'unstick' && pending === undefined) return undefined;
  if (kind === 'retry' && !shown.rotation.functionArn) return undefined;
  const ended = attempts[0] !== undefined && attempts[0].outcome !== 'running';
  const failed = lastFailure(one);
  const about = failed && (pending === undefined || failed.version === pending) ? failed : undefined;
  return {
    ...{ arn: key, name, region: primaryRegion },
    ...(pending ? { pending } : {}),
    quiet: ended && state.kind !== 'will-retry' && state.kind !== 'window-open',
    setSecret: reached(about?.failures.flatMap(({ step }) => step ?? []) ?? []),
  };
}

function reached(steps: readonly Step[]): MendPlan['setSecret'] {
  if (steps.includes('testSecret') || steps.includes('finishSecret')) return 'ran';
  if (steps.includes('setSecret')) return 'may-have';
  return steps.length > 0 ? 'did-not' : 'unknown';
}

/** The AWS CLI commands that do the same to one secret. */
export function mendCommands(kind: MendKind, { arn, region, pending }: MendPlan, token: string): string {
  const unstick = { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
  return [
    ...(pending ? [labelMoveCommand(region, unstick)] : []),
    ...(kind === 'retry' ? [rotateCommand({ region, arn, token, immediately: true })] : []),
  ].join('\n\n');
}
