import { acts } from './acts.ts';
import type { Need, ResourceKind, Right } from './need.ts';
import { views } from './views.ts';

/** Everything there is to see and to do in the console, with the IAM actions each takes. */
export const rights: readonly Right[] = [...views, ...acts];

/**
 * Calls that a policy of the operator does not decide: AWS always answers who one is, roles are assumed by their own
 * trust policy, and IAM Identity Center knows people by their token.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const beyondPolicies: readonly string[] = [
  'sts:GetCallerIdentity',
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  ...['RegisterClient', 'StartDeviceAuthorization', 'CreateToken'].map((name) => `sso-oidc:${name}`),
  ...['ListAccounts', 'ListAccountRoles', 'GetRoleCredentials', 'Logout'].map((name) => `sso:${name}`),
];

/** Each action that some rights take, once, with what a policy can name as its resource. */
export function actionsOf(some: readonly Right[]): ReadonlyMap<string, ResourceKind> {
  const needs: readonly Need[] = some.flatMap((right) => right.needs);
  return new Map(needs.map(({ action, on }) => [action, on]));
}
