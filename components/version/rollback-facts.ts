import type { SecretReading } from '@/lib/contract/answers';
import type { RollbackFacts } from '@/lib/domain/rollback';
import { isReplica } from '@/lib/domain/secret';

/** What a reading of a secret offers a plan; facts of a refused source stay unknown. */
export function factsOf({ secret, versions }: SecretReading, target: string): RollbackFacts {
  if (!secret) return { target, versions };
  return {
    target,
    versions,
    replica: isReplica(secret),
    deleted: secret.deleted,
    owningService: secret.owningService,
    rotationEnabled: secret.rotation.enabled,
    replicas: secret.replicas,
  };
}
