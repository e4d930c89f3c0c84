import type { Step } from '../triage/cause.ts';
import type { FleetSecret, FleetStateKind } from './fleet-secret.ts';
import { pendingOf } from './fleet-state.ts';
import { lastFailure } from './group-fleet.ts';
import { whyNotMended } from './why-not-mended.ts';

/** What is done to each secret of a group: rotate it again, take AWSPENDING off, test its function, turn rotation off. */
export type MendKind = 'retry' | 'unstick' | 'test' | 'cancel';

/** How one secret is mended. */
export interface MendPlan {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  /** The version AWSPENDING was left on; to retry or to unstick it is taken off first, and the value stays. */
  readonly pending?: string;
  /** Whether no attempt can be running: its window is closed and the last attempt has ended. */
  readonly quiet: boolean;
  /** Rotation is off: every RotateSecret turns it on. */
  readonly off: boolean;
  /** Whether setSecret ran: then the pending value may be the live password, and the only record of it. */
  readonly setSecret: 'ran' | 'may-have' | 'did-not' | 'unknown';
  readonly functionArn?: string;
}

// What was rotated since, or has no label left behind, has nothing open, whatever CloudTrail has told.
const CALM: ReadonlySet<FleetStateKind> = new Set(['succeeded', 'scheduled', 'overdue', 'abandoned']);

/**
 * The plan for one secret; undefined where it is left out (`whyNotMended` says why). While AWSPENDING is on another version
 * AWS refuses to rotate.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function mendPlan(kind: MendKind, one: FleetSecret): MendPlan | undefined {
  if (whyNotMended(kind, one) !== undefined) return undefined;
  const { secret, state, attempts } = one;
  const { shown, key, name, primaryRegion } = secret;
  const pending = pendingOf(shown);
  const ended = CALM.has(state.kind) || (attempts[0] !== undefined && attempts[0].outcome !== 'running');
  const failed = lastFailure(one);
  const about = failed && (pending === undefined || failed.version === pending) ? failed : undefined;
  return {
    ...{ arn: key, name, region: primaryRegion, off: !shown.rotation.enabled },
    ...(pending ? { pending } : {}),
    quiet: ended && state.kind !== 'will-retry' && state.kind !== 'window-open',
    setSecret: reached(about?.failures.flatMap(({ step }) => step ?? []) ?? []),
    ...(shown.rotation.functionArn ? { functionArn: shown.rotation.functionArn } : {}),
  };
}

function reached(steps: readonly Step[]): MendPlan['setSecret'] {
  if (steps.includes('testSecret') || steps.includes('finishSecret')) return 'ran';
  if (steps.includes('setSecret')) return 'may-have';
  return steps.length > 0 ? 'did-not' : 'unknown';
}
