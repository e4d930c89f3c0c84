import { AwsError, type Call, type Operation } from '../../operation.ts';
import { readInput } from '../secretsmanager/fields.ts';
import { invalid, notFound, pendingDeletion } from './errors.ts';
import { authorizeOnKey, openKeyById } from './find-key.ts';
import { kmsArn } from './key-id.ts';
import { addAlias } from './make-key.ts';
import { aliasName, keyId } from './members.ts';
import { type Alias, type KmsKey, keysIn } from './state.ts';

/** CreateAlias: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
export const createAlias: Operation = (input, call) => {
  const read = readInput(input, { AliasName: aliasName, TargetKeyId: keyId });
  const arn = requireName(call, read.AliasName);
  const key = targetOf(call, read.TargetKeyId);
  if (keysIn(call.state.kms, key.account, call.region).aliases.has(read.AliasName)) {
    throw new AwsError('AlreadyExistsException', `An alias with the name ${arn} already exists`);
  }
  addAlias(call, read.AliasName, key);
  return {};
};

/** UpdateAlias: https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html */
export const updateAlias: Operation = (input, call) => {
  const read = readInput(input, { AliasName: aliasName, TargetKeyId: keyId });
  const { alias, key: before } = openAlias(call, read.AliasName);
  const key = targetOf(call, read.TargetKeyId);
  if (before.spec !== key.spec || before.usage !== key.usage) {
    // Documented; the sentence is not recorded.
    throw invalid('The current and the new key of an alias must have the same KeySpec and KeyUsage.');
  }
  alias.keyId = key.id;
  alias.updatedDate = call.now;
  return {};
};

/** DeleteAlias: https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html */
export const deleteAlias: Operation = (input, call) => {
  const read = readInput(input, { AliasName: aliasName });
  const { alias, key } = openAlias(call, read.AliasName);
  keysIn(call.state.kms, key.account, call.region).aliases.delete(alias.name);
  return {};
};

/**
 * The alias's ARN, once its name may be used and the caller may do this to it. An alias needs the right
 * on both: on itself here, on the key elsewhere. Names below `alias/aws/` are AWS's own.
 * https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function requireName(call: Call, name: string): string {
  // The two sentences are those getmoto/moto gives; neither is recorded on AWS.
  if (!/^alias\/./.test(name)) throw invalid('Invalid identifier');
  if (name.includes(':')) throw invalid(`${name} contains invalid characters for an alias`);
  if (name.startsWith('alias/aws/')) throw new AwsError('NotAuthorizedException', '');
  const arn = kmsArn(call.principal.account, call.region, name);
  call.authorize({ action: `kms:${call.operation}`, resource: arn });
  return arn;
}

function openAlias(call: Call, name: string): { alias: Alias; key: KmsKey } {
  const arn = requireName(call, name);
  const { aliases, keys } = keysIn(call.state.kms, call.principal.account, call.region);
  const alias = aliases.get(name);
  const key = alias && keys.get(alias.keyId);
  if (!key) throw notFound(`Alias ${arn} is not found.`);
  authorizeOnKey(call, key);
  return { alias, key };
}

/** The key an alias is to name: of this account, and not on its way out. */
function targetOf(call: Call, id: string): KmsKey {
  if (/^(arn:[^/]*:)?alias\//.test(id)) throw invalid('Aliases must refer to keys. Not aliases');
  const key = openKeyById(call, id);
  if (key.account !== call.principal.account) throw invalid('An alias and its key must be of one account.');
  if (key.state === 'PendingDeletion') throw pendingDeletion(key);
  return key;
}
