import type { Operation } from '../../operation.ts';
import { addVersion } from './add-version.ts';
import { readInput } from './fields.ts';
import { CURRENT, PENDING, PREVIOUS } from './labels.ts';
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
import { change, openForOwnChange, requireSharableKey } from './secrets.ts';
import type { Versions } from './state.ts';
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
  const repeated = value && repeatedVersion(secret, token, value);

  let { versions, rotation } = secret.content;
  if (read.KmsKeyId !== undefined) versions = encryptedWith(versions, read.KmsKeyId || undefined);
  const key = read.KmsKeyId === undefined ? secret.kmsKeyId : read.KmsKeyId || undefined;
  if (value && !repeated) {
    const made = { id: token, createdDate: call.now, labels: [], kmsKeyId: key, value };
    requireSharableKey(call, secret, key);
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

/** A new key re-encrypts the versions Secrets Manager itself labels; the others keep their old key. */
function encryptedWith(versions: Versions, kmsKeyId: string | undefined): Versions {
  const own = new Set([CURRENT, PREVIOUS, PENDING]);
  return new Map(
    [...versions].map(([id, version]) => [
      id,
      version.labels.some((label) => own.has(label)) ? { ...version, kmsKeyId } : version,
    ]),
  );
}
