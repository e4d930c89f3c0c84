import { isReplica } from '../secret.ts';
import type { FleetSecret } from './fleet-secret.ts';
import { pendingOf } from './fleet-state.ts';
import type { MendKind } from './mend-plan.ts';

/** Why nothing is done to a secret. `pending`: AWSPENDING is left on another version; `refused`: AWS has said no before. */
export type NotMended =
  | 'deleted'
  | 'replica'
  | 'managed'
  | 'running'
  | 'off'
  | 'no-function'
  | 'pending'
  | 'not-pending'
  | 'refused';

/**
 * Why a secret is left out; undefined where it can be done. AWS refuses RotateSecret, a test among them, while AWSPENDING
 * is on another version: to retry, it is taken off first, and a test is not worth that.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export function whyNotMended(
  kind: MendKind,
  { secret, state }: FleetSecret,
): Exclude<NotMended, 'refused'> | undefined {
  const { shown } = secret;
  if (shown.deleted) return 'deleted';
  if (isReplica(shown)) return 'replica';
  if (shown.owningService) return 'managed';
  if (kind === 'cancel') return shown.rotation.enabled ? undefined : 'off';
  if (state.kind === 'running') return 'running';
  const pending = pendingOf(shown) !== undefined;
  if (kind === 'unstick') return pending ? undefined : 'not-pending';
  if (!shown.rotation.functionArn) return 'no-function';
  if (kind === 'retry') return undefined;
  // A test would turn it on.
  if (!shown.rotation.enabled) return 'off';
  return pending ? 'pending' : undefined;
}
