import 'server-only';
import type { DescribeSecretCommandOutput } from '@aws-sdk/client-secrets-manager';
import { isProtected } from '@/lib/domain/protect';
import type { Seen } from '@/lib/domain/replication/cell';
import { holders } from '@/lib/domain/version';
import { toReplicas, toTags } from './to-secret';

/**
 * What a region serves of a secret, as of `at`; undefined when the answer lacks ARN or name. The matrix reads thousands of
 * them at once and needs a few fields: making the others took twice as long as writing the answer down.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function toCopy(
  output: DescribeSecretCommandOutput,
  at: string,
  protectedGlobs: readonly string[],
): Seen | undefined {
  const { ARN, Name, PrimaryRegion, KmsKeyId, LastAccessedDate, LastChangedDate, DeletedDate } = output;
  if (!ARN || !Name) return undefined;
  const seen: { -readonly [K in keyof Seen]: Seen[K] } = {
    holders: holders(output.VersionIdsToStages ?? {}),
    replicas: toReplicas(output),
    at,
    protected: isProtected(Name, toTags(output), protectedGlobs),
  };
  if (PrimaryRegion) seen.primaryRegion = PrimaryRegion;
  if (KmsKeyId) seen.kmsKeyId = KmsKeyId;
  if (LastAccessedDate) seen.lastAccessed = day(LastAccessedDate);
  if (LastChangedDate) seen.changed = LastChangedDate.toISOString();
  if (DeletedDate) seen.deleted = DeletedDate.toISOString();
  return seen;
}

const day = (date: Date) => date.toISOString().slice(0, 10);
