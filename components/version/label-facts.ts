import type { SecretReading } from '@/lib/contract/answers';
import type { LabelFacts } from '@/lib/domain/label-change';
import { isReplica } from '@/lib/domain/secret';

/** What a reading of a secret offers the plan of a label change; facts of a refused source stay unknown. */
export function labelFactsOf({ secret, versions }: SecretReading): LabelFacts {
  return {
    versions,
    replica: secret && isReplica(secret),
    deleted: secret?.deleted,
    owningService: secret?.owningService,
  };
}

/** The label that keeps a version from being purged. */
export const keepLabelOf = (id: string) => `keep-${id.slice(0, 8)}`;
