import type { SecretReading } from '@/lib/contract/answers';
import type { RollbackFacts } from '@/lib/domain/rollback-facts';
import { isReplica } from '@/lib/domain/secret';

/** What a reading of a secret offers a plan, with what is known beside it; facts of a refused source stay unknown. */
export function factsOf(
  { secret, versions }: SecretReading,
  target: string,
  known: Pick<RollbackFacts, 'proven' | 'wereCurrent' | 'keysDown' | 'opens'>,
): RollbackFacts {
  if (!secret) return { target, versions, ...known };
  return {
    target,
    versions,
    ...known,
    replica: isReplica(secret),
    deleted: secret.deleted,
    owningService: secret.owningService,
    rotationEnabled: secret.rotation.enabled,
    lastRotated: secret.rotation.last,
    replicas: secret.replicas,
  };
}
