import type { Operation } from '../../operation.ts';
import { addVersion } from './add-version.ts';
import { encrypt } from './encryption.ts';
import { invalidRequest } from './errors.ts';
import { list, readInput, required, text } from './fields.ts';
import { CURRENT } from './labels.ts';
import { clientRequestToken, secretId, tokenOf, valueIn, valueMembers, versionStage } from './members.ts';
import { change, openForOwnChange } from './secrets.ts';
import { repeatedVersion } from './versions.ts';

/** PutSecretValue: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
export const putSecretValue: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    ClientRequestToken: clientRequestToken,
    ...valueMembers,
    VersionStages: list(required(versionStage), { min: 1, max: 20 }),
    RotationToken: text({ min: 36, max: 256, pattern: /^[a-zA-Z0-9-]+$/, sensitive: true }),
  });
  const token = tokenOf(read.ClientRequestToken);
  const value = valueIn(read);
  if (!value) throw invalidRequest('You must provide either SecretString or SecretBinary.');
  const secret = openForOwnChange(call, read.SecretId);

  if (!repeatedVersion(call, secret, token, value)) {
    const keys = encrypt(call, secret, token);
    const made = { id: token, createdDate: call.now, labels: [], keys, value };
    const labels = read.VersionStages ?? [CURRENT];
    change(call, secret, addVersion(call, secret, secret.content.versions, { made, labels }));
  }
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: token,
    VersionStages: secret.content.versions.get(token)?.labels ?? [],
  };
};
