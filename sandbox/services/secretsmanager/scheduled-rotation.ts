import type { Call } from '../../operation.ts';
import { findSecret } from './lookup.ts';
import { startRotation } from './rotation-start.ts';

/**
 * Begins a rotation as its schedule does: by the service itself, without a call. Served worlds fire no schedule;
 * a world's history does while it is built. Throws when the secret's rotation is off or already going on.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
 */
export function beginScheduledRotation(call: Call, secretId: string, token: string): void {
  const secret = findSecret(call, secretId);
  if (!secret?.content.rotation?.RotationEnabled || secret.openRotation !== undefined) {
    throw new Error(`No rotation of ${secretId} can begin.`);
  }
  startRotation(call, secret, token);
}
