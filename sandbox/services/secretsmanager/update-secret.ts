import type { Operation } from '../../operation.ts';
import { addVersion } from './add-version.ts';
import { chooseKey, encrypt, reencrypt } from './encryption.ts';
import { readInput } from './fields.ts';
import { CURRENT } from './labels.ts';
import {
  clientRequestToken,
  description,
  kmsKeyId,
  secretId,
  secretType,
  tokenOf,
  valueIn,
  valueMembers,
} from './members.ts';
import { change, openForOwnChange } from './secrets.ts';
import { repeatedVersion } from './versions.ts';
import { present } from './wire.ts';

/** UpdateSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html */
export const updateSecret: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    ClientRequestToken: clientRequestToken,
    Description: description,
    KmsKeyId: kmsKeyId,
    ...valueMembers,
    Type: secretType,
  });
  const token = tokenOf(read.ClientRequestToken);
  const value = valueIn(read);
  const secret = openForOwnChange(call, read.SecretId, {
    'secretsmanager:Description': read.Description,
    'secretsmanager:KmsKeyId': read.KmsKeyId,
    'secretsmanager:Type': read.Type,
  });
  // Decided before anything changes: a token in use for another value refuses the whole call.
  const repeated = value && repeatedVersion(call, secret, token, value);

  let { versions, rotation } = secret.content;
  let key = secret.kmsKeyId;
  if (read.KmsKeyId !== undefined) {
    key = chooseKey(call, { ...secret, kmsKeyId: read.KmsKeyId });
    versions = reencrypt(call, { ...secret, kmsKeyId: key }, versions);
  }
  if (value && !repeated) {
    const keys = encrypt(call, { ...secret, kmsKeyId: key }, token);
    const made = { id: token, createdDate: call.now, labels: [], keys, value };
    ({ versions, rotation } = addVersion(call, secret, versions, { made, labels: [CURRENT] }));
  }
  secret.kmsKeyId = key;
  const next = {
    versions,
    rotation,
    description: read.Description === undefined ? secret.content.description : read.Description || undefined,
    type: read.Type ?? secret.content.type,
  };
  const changes = !repeated || next.description !== secret.content.description || read.KmsKeyId !== undefined;
  if (changes) change(call, secret, next);
  return present({ ARN: secret.arn, Name: secret.name, VersionId: value && token });
};
