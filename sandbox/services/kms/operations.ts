import type { Operation } from '../../operation.ts';
import { createAlias, deleteAlias, updateAlias } from './aliases.ts';
import { createKey } from './create-key.ts';
import { describeKey } from './describe-key.ts';
import { getKeyPolicy, putKeyPolicy } from './key-policies.ts';
import { cancelKeyDeletion, disableKey, enableKey, scheduleKeyDeletion } from './key-states.ts';
import { listAliases, listKeys } from './listings.ts';

/** Every KMS operation the sandbox serves, by its name on the wire. */
export const kmsOperations: Record<string, Operation> = {
  CancelKeyDeletion: cancelKeyDeletion,
  CreateAlias: createAlias,
  CreateKey: createKey,
  DeleteAlias: deleteAlias,
  DescribeKey: describeKey,
  DisableKey: disableKey,
  EnableKey: enableKey,
  GetKeyPolicy: getKeyPolicy,
  ListAliases: listAliases,
  ListKeys: listKeys,
  PutKeyPolicy: putKeyPolicy,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  UpdateAlias: updateAlias,
};
