import type { Cause } from '../triage/cause.ts';

// As CloudTrail writes them: Lambda's carry the date of their API.
// https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
const NETWORK = [
  'DeleteVpcEndpoints',
  'RevokeSecurityGroupIngress',
  'RevokeSecurityGroupEgress',
  'DeleteRoute',
];
const FUNCTION = ['UpdateFunctionConfiguration20150331v2', 'UpdateFunctionCode20150331v2'];
const ROLE = ['PutRolePolicy', 'DeleteRolePolicy', 'DetachRolePolicy', 'PutResourcePolicy'];
const KEY = ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'PutRolePolicy'];
const VALUE = ['PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage'];

const NAMES: Readonly<Partial<Record<Cause, readonly string[]>>> = {
  'lambda-timeout': [...FUNCTION, 'DeleteVpcEndpoints', 'RevokeSecurityGroupIngress'],
  'secrets-endpoint-unreachable': NETWORK,
  'database-unreachable': [...NETWORK.slice(1), FUNCTION[0]!],
  'lambda-not-invocable': ['RemovePermission20150331v2'],
  'lambda-missing': ['DeleteFunction20150331'],
  'lambda-code-error': FUNCTION,
  'secrets-permission-denied': ROLE,
  'kms-permission-denied': ['PutKeyPolicy', 'PutRolePolicy', 'RevokeGrant', 'DetachRolePolicy'],
  'kms-key-unavailable': KEY.slice(0, 2),
  'database-login-rejected': VALUE,
  'database-permission-denied': VALUE,
  'secret-format-invalid': VALUE.slice(0, 2),
  'engine-mismatch': [...VALUE.slice(0, 2), 'RotateSecret'],
  'admin-secret-missing': ['DeleteSecret', ...VALUE.slice(0, 2)],
  'tls-failed': [...VALUE.slice(0, 2), FUNCTION[0]!],
  'rotation-not-enabled': ['CancelRotateSecret'],
  'stage-mismatch': VALUE,
  throttled: ['PutFunctionConcurrency20171031'],
  'lambda-network-interface': ['DetachRolePolicy', 'PutRolePolicy', 'DeleteSubnet', FUNCTION[0]!],
  'lambda-environment-undecryptable': KEY,
};

/**
 * The management events that can bring a cause about; at most four, since each is a look-up of its own. None for a cause
 * that no change at AWS explains.
 */
export const suspectNames = (cause: Cause): readonly string[] => NAMES[cause]?.slice(0, 4) ?? [];

const GLOBAL = new Set(['PutRolePolicy', 'DeleteRolePolicy', 'DetachRolePolicy']);

/** Whether an event is of IAM, whose events are in one region of the partition. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
export const isOfIam = (name: string): boolean => GLOBAL.has(name);
