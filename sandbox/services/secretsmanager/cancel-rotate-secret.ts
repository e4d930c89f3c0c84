import type { Operation } from '../../operation.ts';
import { invalidRequest } from './errors.ts';
import { readInput } from './fields.ts';
import { secretId } from './members.ts';
import { pendingVersion } from './rotation-life.ts';
import { change, openForChange } from './secrets.ts';
import { present } from './wire.ts';

/**
 * CancelRotateSecret: the schedule ends, and AWSPENDING stays where it is.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html
 */
export const cancelRotateSecret: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  const secret = openForChange(call, read.SecretId);
  const { rotation, versions } = secret.content;
  // The refusal is documented; its sentence is not recorded for this operation.
  if (!rotation) throw invalidRequest('No Lambda rotation function ARN is associated with this secret.');
  const off = {
    ...rotation,
    RotationEnabled: false,
    lastRotatedDate: undefined,
    nextRotationDate: undefined,
  };
  secret.openRotation = undefined;
  change(call, secret, { rotation: off });
  return present({ ARN: secret.arn, Name: secret.name, VersionId: pendingVersion(versions) });
};
