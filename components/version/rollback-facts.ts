import type { SecretReading } from '@/lib/contract/answers';
import type { RollbackFacts } from '@/lib/domain/rollback';
import { isReplica } from '@/lib/domain/secret';

/**
 * What a reading of a secret offers a plan; facts of a refused source stay unknown. `proven`: versions that a receipt
 * of this tab names, which were AWSCURRENT; `keysDown`: KMS keys known not to work.
 */
export function factsOf(
  { secret, versions }: SecretReading,
  target: string,
  proven: readonly string[] = [],
  keysDown: readonly string[] = [],
): RollbackFacts {
  if (!secret) return { target, versions, proven, keysDown };
  return {
    target,
    versions,
    proven,
    keysDown,
    replica: isReplica(secret),
    deleted: secret.deleted,
    owningService: secret.owningService,
    rotationEnabled: secret.rotation.enabled,
    lastRotated: secret.rotation.last,
    replicas: secret.replicas,
  };
}
