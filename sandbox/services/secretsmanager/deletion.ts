import type { Call, Json, Operation } from '../../operation.ts';
import { arnIn, parseArn } from './arn.ts';
import { endSoon, planDeletion, withdrawDeletion } from './deletion-plan.ts';
import { invalidParameter, markedForDeletion } from './errors.ts';
import { anyWhole, flag, readInput } from './fields.ts';
import { findSecret } from './lookup.ts';
import { secretId } from './members.ts';
import { requireNameOrArn } from './secret-name.ts';
import { authorizeOn, change, openSecret, requireOwner, requirePrimary } from './secrets.ts';
import type { Secret } from './state.ts';
import { seconds } from './wire.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_WINDOW_DAYS = 30;

/** DeleteSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
export const deleteSecret: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    RecoveryWindowInDays: anyWhole(),
    ForceDeleteWithoutRecovery: flag(),
  });
  const { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: force } = read;
  const window = windowOf(days, force);
  const context = {
    'secretsmanager:RecoveryWindowInDays': days,
    'secretsmanager:ForceDeleteWithoutRecovery': force,
  };
  requireNameOrArn(read.SecretId);
  if (force && !findSecret(call, read.SecretId)) {
    authorizeOn(call, undefined, read.SecretId, context);
    return inventedReply(call, read.SecretId);
  }
  const secret = openSecret(call, read.SecretId, context);
  requirePrimary(secret);
  requireOwner(call, secret);
  if (secret.deletionDue && !force) throw markedForDeletion();
  if (secret.replicas.size > 0) {
    const regions = [...secret.replicas.keys()].join(',');
    throw invalidParameter(
      `You can't delete secret ${secret.arn} that still has replica regions [${regions}]`,
    );
  }
  if (force) {
    endSoon(call, secret);
    return reply(secret, call.now);
  }
  const due = new Date(call.now.getTime() + window * DAY_MS);
  planDeletion(call, secret, due);
  change(call, secret, {});
  return reply(secret, due);
};

/** RestoreSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html */
export const restoreSecret: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  const secret = openSecret(call, read.SecretId);
  requirePrimary(secret);
  requireOwner(call, secret);
  // What was deleted without a recovery window is past recovery; the wording is not recorded.
  if (secret.deletionForced) throw markedForDeletion();
  if (secret.deletionDue) {
    withdrawDeletion(call, secret);
    change(call, secret, {});
  }
  return { ARN: secret.arn, Name: secret.name };
};

/** The recovery window in days. Neither refusal has a recorded wording. */
function windowOf(days: number | undefined, force: boolean): number {
  const window = days ?? DEFAULT_WINDOW_DAYS;
  if (window < 7 || window > 30) {
    throw invalidParameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
  }
  if (!force || days === undefined) return window;
  throw invalidParameter(
    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
  );
}

function reply(secret: Secret, date: Date): Json {
  return { ARN: secret.arn, Name: secret.name, DeletionDate: seconds(date) };
}

/** A forced deletion of nothing succeeds, with an ARN made up for the occasion. */
function inventedReply(call: Call, id: string): Json {
  const arn = parseArn(id);
  return {
    ARN: arn ? id : arnIn(call, `${id}-${call.random.suffix(6)}`),
    Name: arn ? arn.rest : id,
    DeletionDate: seconds(call.now),
  };
}
