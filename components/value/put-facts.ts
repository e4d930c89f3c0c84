import type { SecretReading } from '@/lib/contract/answers';
import type { PutFacts } from '@/lib/domain/put-plan';
import { isReplica } from '@/lib/domain/secret';

/** What a reading of a secret offers the plan of a put; facts of a refused source stay unknown. */
export function putFactsOf({ secret, versions }: SecretReading): Omit<PutFacts, 'login'> {
  return {
    versions,
    replica: secret && isReplica(secret),
    deleted: secret?.deleted,
    owningService: secret?.owningService,
    rotationEnabled: secret?.rotation.enabled,
  };
}
