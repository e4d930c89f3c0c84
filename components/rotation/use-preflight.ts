import { useKmsKey } from '@/lib/client/kms-key';
import { problemIn } from '@/lib/client/request';
import { useRotationFunction } from '@/lib/client/rotation-function';
import { useSettled } from '@/lib/client/settled';
import type { FunctionReading, SecretReading } from '@/lib/contract/answers';
import type { PreflightItem } from '@/lib/domain/rotation/function-preflight';
import { preflight } from '@/lib/domain/rotation/preflight';
import type { SecretDetail } from '@/lib/domain/secret';

interface Looked {
  readonly reading: SecretReading;
  readonly secret: SecretDetail;
  /** The function that would rotate it: the one that is set, or the one that is being typed. */
  readonly functionArn: string | undefined;
  /** The top-level keys of its value, once somebody has read them. */
  readonly keys: readonly string[] | undefined;
}

/** What is looked at before a rotation; a function that is being typed is looked at once it stays as it is. */
export function usePreflight(
  scope: string,
  { reading, secret, functionArn, keys }: Looked,
): readonly PreflightItem[] {
  const key = useKmsKey(scope, reading.region, secret.kmsKeyId);
  const settled = useSettled(functionArn);
  const fn = useRotationFunction(scope, settled);
  const looking = settled !== functionArn;
  return preflight({
    ...{ versions: reading.versions, key: key.data?.key, keys, functionArn },
    withoutFunction: secret.owningService !== undefined || secret.type !== undefined,
    facts: !looking && fn.data && hasFacts(fn.data) ? fn.data.facts : undefined,
    noFacts: looking ? undefined : fn.error ? problemIn(fn.error).detail : fn.data?.problem?.detail,
  });
}

// Where Lambda would say nothing at all, there is nothing to judge.
const hasFacts = ({ facts }: FunctionReading) => facts.exists !== undefined || facts.invocable !== undefined;
