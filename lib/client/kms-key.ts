import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SecretReading } from '@/lib/contract/answers';
import { keyPath } from '@/lib/contract/view-paths';
import { isAlias, isKeyId, isSameKey, type KeyStates, type KmsKey, kmsName } from '@/lib/domain/kms-key';
import { noteAwsTime } from './aws-time';
import { readView } from './views';

// A key that could not be read is not asked for again by itself: it takes a permission many operators lack.
const keyQuery = (scope: string, region: string, named: string | undefined) =>
  queryOptions({
    queryKey: ['key', scope, region, kmsName(named)],
    queryFn: async ({ signal }) => {
      const reading = await readView(keyPath, { scope, region, key: kmsName(named) }, signal);
      noteAwsTime(reading.at);
      return reading;
    },
    staleTime: 60_000,
    retry: false,
  });

/** The state of the key a secret or version names. */
export function useKmsKey(scope: string, region: string, named: string | undefined) {
  return useQuery(keyQuery(scope, region, named));
}

// A secret has one key as a rule; more than these would be asked of KMS for little.
const MOST_KEYS = 5;

/**
 * The states of the keys that a secret's versions name; those that may not be read are left out. Where the secret names
 * its key by an alias, that is asked first: versions under the same key are then known by the name people gave it.
 */
export function useKeyStates(scope: string, { versions, region, secret }: SecretReading): KeyStates {
  const named = [...new Set(versions.flatMap(({ kmsKeyIds }) => kmsKeyIds ?? []))].slice(0, MOST_KEYS);
  const alias = secret?.kmsKeyId;
  const asks = alias !== undefined && isAlias(alias) && named.some((name) => isKeyId(name));
  const main = useQuery({ ...keyQuery(scope, region, alias), enabled: asks });
  const settled = !asks || main.data !== undefined || main.error !== null;
  const results = useQueries({
    queries: named.map((name) => ({
      ...keyQuery(scope, region, name),
      enabled: settled && !isSameKey(main.data?.key, name),
    })),
  });
  const known = results.flatMap(({ data }, at): [string, KmsKey][] => {
    const name = named[at]!;
    const key = main.data && isSameKey(main.data.key, name) ? main.data.key : data?.key;
    return key ? [[name, key]] : [];
  });
  const shape = JSON.stringify(known);
  return useMemo(() => new Map(JSON.parse(shape) as [string, KmsKey][]), [shape]);
}
