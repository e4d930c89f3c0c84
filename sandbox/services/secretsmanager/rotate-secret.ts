import type { Call, Operation } from '../../operation.ts';
import { invalidParameter, invalidRequest } from './errors.ts';
import { anyWhole, flag, list, readInput, required, structure, text } from './fields.ts';
import { requireFunction } from './functions.ts';
import { clientRequestToken, secretId, tokenFor } from './members.ts';
import { pendingVersion, scheduledFrom } from './rotation-life.ts';
import { scheduleOf } from './rotation-schedule.ts';
import { startRotation, testRotation } from './rotation-start.ts';
import { change, openForChange } from './secrets.ts';
import type { Rotation, Secret } from './state.ts';

const rotationRules = structure({
  AutomaticallyAfterDays: anyWhole(),
  Duration: text({ min: 2, max: 3, pattern: /^[0-9h]+$/ }),
  ScheduleExpression: text({ min: 1, max: 256, pattern: /^[0-9A-Za-z()#?*\-/, ]+$/ }),
});

const metadata = list(
  structure({ Key: required(text({ min: 1, max: 256 })), Value: required(text({ min: 1, max: 2048 })) }),
  { min: 0, max: 100 },
);

const members = {
  SecretId: secretId,
  ClientRequestToken: clientRequestToken,
  RotationLambdaARN: text({ max: 2048 }),
  RotationRules: rotationRules,
  RotateImmediately: flag(true),
  ExternalSecretRotationMetadata: metadata,
  ExternalSecretRotationRoleArn: text({ min: 20, max: 2048 }),
};

/** RotateSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html */
export const rotateSecret: Operation = (input, call) => {
  const read = readInput({ ...input, RotationRules: input.RotationRules ?? {} }, members);
  const token = tokenFor(read.ClientRequestToken, invalidParameter);
  const secret = openForChange(call, read.SecretId, {
    'secretsmanager:RotationLambdaARN': read.RotationLambdaARN,
    'secretsmanager:RotateImmediately': read.RotateImmediately,
    'secretsmanager:ModifyRotationRules': input.RotationRules != null,
    'secretsmanager:ExternalSecretRotationRoleArn': read.ExternalSecretRotationRoleArn,
  });
  const answer = { ARN: secret.arn, Name: secret.name, VersionId: token };
  // The token of a rotation that has begun is its version's id: the call is a repeated one.
  if (secret.content.versions.has(token)) return answer;

  const given = input.RotationRules == null ? undefined : read.RotationRules;
  const rotation = wantedRotation(secret, { ...read, RotationRules: given });
  if (read.RotationLambdaARN !== undefined) requireFunction(call, read.RotationLambdaARN);
  if (pendingVersion(secret.content.versions) !== undefined) {
    throw invalidRequest("A previous rotation isn't complete. That rotation will be reattempted.");
  }
  change(call, secret, { rotation: scheduled(call, secret, rotation) });
  (read.RotateImmediately ? startRotation : testRotation)(call, secret, token);
  return answer;
};

/**
 * The first schedule counts from now; a changed one from the last rotation, if there was one, unless the window it
 * would have had has gone by: a date that is planned lies ahead.
 */
function scheduled({ now }: Call, secret: Secret, rotation: Rotation): Rotation {
  const last = secret.content.rotation?.lastRotatedDate;
  const counted = last && scheduledFrom(rotation, last);
  const isAhead = counted?.nextRotationDate && counted.nextRotationDate > now;
  return isAhead ? counted : scheduledFrom(rotation, now);
}

type Asked = Pick<
  Rotation,
  'RotationRules' | 'ExternalSecretRotationMetadata' | 'ExternalSecretRotationRoleArn'
> & { readonly RotationLambdaARN: string | undefined };

/** What the secret's rotation will be: members that are left out stay as they are. */
function wantedRotation(secret: Secret, asked: Asked): Rotation {
  const known = secret.content.rotation;
  if (asked.RotationRules) scheduleOf(asked.RotationRules);
  const rotation: Rotation = {
    RotationEnabled: true,
    RotationLambdaARN: asked.RotationLambdaARN || known?.RotationLambdaARN,
    RotationRules: asked.RotationRules ?? known?.RotationRules,
    ExternalSecretRotationMetadata:
      asked.ExternalSecretRotationMetadata ?? known?.ExternalSecretRotationMetadata,
    ExternalSecretRotationRoleArn:
      asked.ExternalSecretRotationRoleArn ?? known?.ExternalSecretRotationRoleArn,
    lastRotatedDate: known?.lastRotatedDate,
    nextRotationDate: undefined,
  };
  requireRotator(secret, rotation, asked);
  return rotation;
}

/**
 * Who rotates: the owning service of a managed secret, the partner of a managed external one, else a
 * function. Only the refusal of a secret without a function is a recorded sentence.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
 */
function requireRotator(secret: Secret, rotation: Rotation, asked: Asked): void {
  const external = asked.ExternalSecretRotationRoleArn ?? asked.ExternalSecretRotationMetadata;
  if (external !== undefined && secret.content.type === undefined) {
    throw invalidParameter('Only a managed external secret is rotated through a role.');
  }
  if (secret.owningService !== undefined) {
    if (asked.RotationLambdaARN === undefined) return;
    throw invalidParameter('A secret with managed rotation is rotated without a Lambda function.');
  }
  if (secret.content.type !== undefined && rotation.ExternalSecretRotationRoleArn !== undefined) return;
  if (rotation.RotationLambdaARN === undefined) {
    throw invalidRequest('No Lambda rotation function ARN is associated with this secret.');
  }
}
