import 'server-only';
import type {
  DescribeSecretCommandOutput,
  SecretListEntry,
  SecretVersionsListEntry,
} from '@aws-sdk/client-secrets-manager';
import type { ReplicaReport, Rotation, SecretDetail, SecretRow } from '@/lib/domain/secret';
import { holders, type SecretVersion } from '@/lib/domain/version';

// AWS output enters here and nowhere else: every field of it is optional, ours say what is known.

/** One entry of ListSecrets as a row; undefined for an entry without ARN or name. */
export function toSecretRow(entry: SecretListEntry, region: string): SecretRow | undefined {
  return row(entry, entry.SecretVersionsToStages, region);
}

/** DescribeSecret's answer; undefined when it lacks ARN or name. */
export function toSecretDetail(
  output: DescribeSecretCommandOutput,
  region: string,
): SecretDetail | undefined {
  const base = row(output, output.VersionIdsToStages, region);
  return base && { ...base, replicas: toReplicas(output) };
}

/** One entry of ListSecretVersionIds; undefined for an entry without id. */
export function toSecretVersion(entry: SecretVersionsListEntry): SecretVersion | undefined {
  if (!entry.VersionId) return undefined;
  return {
    id: entry.VersionId,
    labels: entry.VersionStages ?? [],
    ...optional('created', instant(entry.CreatedDate)),
    ...optional('lastAccessed', day(entry.LastAccessedDate)),
    ...optional('kmsKeyIds', entry.KmsKeyIds),
  };
}

/** The labelled versions that DescribeSecret alone shows, where ListSecretVersionIds is refused. */
export function toLabelledVersions(output: DescribeSecretCommandOutput): SecretVersion[] {
  return Object.entries(output.VersionIdsToStages ?? {}).map(([id, labels]) => ({ id, labels }));
}

function row(
  entry: Omit<SecretListEntry, 'SecretVersionsToStages'>,
  stages: Record<string, string[]> | undefined,
  region: string,
): SecretRow | undefined {
  if (!entry.ARN || !entry.Name) return undefined;
  return {
    arn: entry.ARN,
    name: entry.Name,
    region,
    tags: toTags(entry),
    holders: holders(stages ?? {}),
    rotation: toRotation(entry),
    ...optional('primaryRegion', entry.PrimaryRegion),
    ...optional('description', entry.Description || undefined),
    ...optional('kmsKeyId', entry.KmsKeyId),
    ...optional('owningService', entry.OwningService),
    ...optional('type', entry.Type || undefined),
    ...optional('created', instant(entry.CreatedDate)),
    ...optional('changed', instant(entry.LastChangedDate)),
    ...optional('lastAccessed', day(entry.LastAccessedDate)),
    ...optional('deleted', instant(entry.DeletedDate)),
  };
}

function toRotation(entry: Omit<SecretListEntry, 'SecretVersionsToStages'>): Rotation {
  return {
    enabled: entry.RotationEnabled ?? false,
    ...optional('everyDays', entry.RotationRules?.AutomaticallyAfterDays),
    ...optional('schedule', entry.RotationRules?.ScheduleExpression),
    ...optional('duration', entry.RotationRules?.Duration),
    ...optional('functionArn', entry.RotationLambdaARN),
    ...optional('last', instant(entry.LastRotatedDate)),
    ...optional('next', instant(entry.NextRotationDate)),
  };
}

/** The tags by their keys. */
export function toTags({ Tags = [] }: Pick<SecretListEntry, 'Tags'>): { [key: string]: string } {
  return Object.fromEntries(Tags.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])));
}

/** What the primary says of its replicas, one entry a region. */
export function toReplicas({ ReplicationStatus = [] }: DescribeSecretCommandOutput): ReplicaReport[] {
  const replicas: ReplicaReport[] = [];
  for (const { Region, Status, StatusMessage, KmsKeyId, LastAccessedDate } of ReplicationStatus) {
    if (!Region) continue;
    const replica: { -readonly [K in keyof ReplicaReport]: ReplicaReport[K] } = {
      region: Region,
      status: Status ?? 'unknown',
    };
    if (StatusMessage) replica.message = StatusMessage;
    if (KmsKeyId) replica.kmsKeyId = KmsKeyId;
    const accessed = day(LastAccessedDate);
    if (accessed) replica.lastAccessed = accessed;
    replicas.push(replica);
  }
  return replicas;
}

const instant = (date: Date | undefined) => date?.toISOString();
// AWS truncates the last access to the day: a clock time would claim more than is known.
const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
