import type { Operation } from '../../operation.ts';
import { decrypt } from './encryption.ts';
import { invalidRequest, notFound } from './errors.ts';
import { readInput } from './fields.ts';
import { CURRENT, holderOf } from './labels.ts';
import { secretId, versionId, versionStage } from './members.ts';
import { openLive } from './secrets.ts';
import type { Secret, Version } from './state.ts';
import { dayOf, present, seconds } from './wire.ts';

/** GetSecretValue: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
export const getSecretValue: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId, VersionId: versionId, VersionStage: versionStage });
  const stage = read.VersionStage ?? (read.VersionId === undefined ? CURRENT : undefined);
  const secret = openLive(call, read.SecretId, {
    'secretsmanager:VersionId': read.VersionId,
    'secretsmanager:VersionStage': stage,
  });
  const version = wantedVersion(secret, read.VersionId, stage);
  decrypt(call, secret, version);

  secret.lastAccessedDate = dayOf(call.now);
  secret.versionsAccessed.set(version.id, dayOf(call.now));
  return present({
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.id,
    ...version.value,
    VersionStages: version.labels.length > 0 ? version.labels : undefined,
    CreatedDate: seconds(version.createdDate),
  });
};

/** A version that was announced without a value is not there for a reader. */
function wantedVersion(secret: Secret, id: string | undefined, stage: string | undefined): Version {
  const { versions } = secret.content;
  const version = id !== undefined ? versions.get(id) : holderOf(versions, stage ?? CURRENT);
  if (!version?.value) {
    const what = id !== undefined ? `VersionId: ${id}` : `staging label: ${stage}`;
    throw notFound(`Secrets Manager can't find the specified secret value for ${what}`);
  }
  if (id !== undefined && stage !== undefined && !version.labels.includes(stage)) {
    throw invalidRequest('You provided a VersionStage that is not associated to the provided VersionId.');
  }
  return version;
}
