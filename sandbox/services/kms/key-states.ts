import { AwsError, type Call, type Operation } from '../../operation.ts';
import { anyWhole, readInput } from '../secretsmanager/fields.ts';
import { seconds } from '../secretsmanager/wire.ts';
import { invalid, pendingDeletion } from './errors.ts';
import { openKeyById } from './find-key.ts';
import { keyId } from './members.ts';
import { type KmsKey, keysIn } from './state.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_WINDOW_DAYS = 30;

// Which state allows what: https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html

/** EnableKey: https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html */
export const enableKey: Operation = (input, call) => {
  openLiving(call, readInput(input, { KeyId: keyId }).KeyId).state = 'Enabled';
  return {};
};

/** DisableKey: https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html */
export const disableKey: Operation = (input, call) => {
  openLiving(call, readInput(input, { KeyId: keyId }).KeyId).state = 'Disabled';
  return {};
};

/** ScheduleKeyDeletion: https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
export const scheduleKeyDeletion: Operation = (input, call) => {
  const read = readInput(input, { KeyId: keyId, PendingWindowInDays: anyWhole() });
  const key = openLiving(call, read.KeyId);
  const days = read.PendingWindowInDays ?? DEFAULT_WINDOW_DAYS;
  if (days < 7 || days > 30) {
    // The range is documented, the sentence is not recorded.
    throw invalid('PendingWindowInDays must be between 7 and 30 days.');
  }
  const due = new Date(call.now.getTime() + days * DAY_MS);
  key.state = 'PendingDeletion';
  key.deletionDate = due;
  call.state.agenda.at(due, (_, state) => {
    const left = keysIn(state.kms, key.account, key.region).keys.get(key.id);
    // A deletion that was cancelled, or cancelled and planned anew, has another date or none.
    if (left?.deletionDate?.getTime() === due.getTime()) remove({ state }, left);
  });
  return {
    KeyId: key.arn,
    DeletionDate: seconds(due),
    KeyState: key.state,
    PendingWindowInDays: days,
  };
};

/** CancelKeyDeletion: https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html */
export const cancelKeyDeletion: Operation = (input, call) => {
  const key = openKeyById(call, readInput(input, { KeyId: keyId }).KeyId);
  requireCustomerKey(call, key);
  if (key.state !== 'PendingDeletion') {
    throw new AwsError('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  }
  key.state = 'Disabled';
  key.deletionDate = undefined;
  return { KeyId: key.arn };
};

/**
 * AWS alone changes the keys it keeps: their policy names no other right.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export function requireCustomerKey(call: Call, key: KmsKey): void {
  if (key.manager === 'CUSTOMER') return;
  const action = `kms:${call.operation}`;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: ${action} on resource: ${key.arn} because no resource-based policy allows the ${action} action`,
  );
}

function openLiving(call: Call, id: string): KmsKey {
  const key = openKeyById(call, id);
  requireCustomerKey(call, key);
  if (key.state === 'PendingDeletion') throw pendingDeletion(key);
  return key;
}

/** The key goes, and its aliases with it. */
function remove(call: Pick<Call, 'state'>, key: KmsKey): void {
  const { keys, aliases } = keysIn(call.state.kms, key.account, key.region);
  keys.delete(key.id);
  for (const alias of aliases.values()) if (alias.keyId === key.id) aliases.delete(alias.name);
}
