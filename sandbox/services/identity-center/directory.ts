import { createHash } from 'node:crypto';
import { everythingPolicy, responderPolicy, viewerPolicy } from '../../identity/rights.ts';
import { addRole } from '../iam/entities.ts';
import { HOME, type IamState, placeOf, putPolicy, type Role } from '../iam/state.ts';
import type { IdentityCenterState } from './state.ts';

/** Where the organisation signs in, and the region that is home to its Identity Center. */
export const START_URL = 'https://acme.awsapps.com/start';
export const HOME_REGION = 'us-east-1';

/** Everybody in the directory; they are the operators. */
export const PEOPLE = ['riley', 'dana', 'sam', 'noor'] as const;

/** What each permission set allows in an account. */
const PERMISSION_SETS: Readonly<Record<string, (account: string) => string>> = {
  AdministratorAccess: () => everythingPolicy,
  RotationResponder: responderPolicy,
  SecretsViewer: () => viewerPolicy,
};

/** The names of the permission sets. */
export const permissionSets: readonly string[] = Object.keys(PERMISSION_SETS);

const SETTLED = new Date('2025-01-06T09:00:00Z');

/** Assigns the people what they may do at the beginning: noor nothing at all. */
export function settleDirectory(center: IdentityCenterState, iam: IamState): void {
  for (const account of iam.accounts.keys()) assign(center, iam, 'riley', account, 'AdministratorAccess');
  assign(center, iam, 'dana', HOME, 'RotationResponder');
  assign(center, iam, 'dana', '602733145908', 'SecretsViewer');
  assign(center, iam, 'sam', HOME, 'SecretsViewer');
}

/** Lets a person take a permission set's role in an account; the role is made when nobody had it before. */
export function assign(
  { assignments }: IdentityCenterState,
  iam: IamState,
  person: string,
  account: string,
  permissionSet: string,
): void {
  if (!roleFor(iam, account, permissionSet)) provision(iam, account, permissionSet);
  const accounts = assignments.get(person) ?? new Map<string, Set<string>>();
  assignments.set(person, accounts);
  accounts.set(account, (accounts.get(account) ?? new Set()).add(permissionSet));
}

/** Takes a role from a person. Sessions that are open stay so, as on AWS, until their credentials end. */
export function unassign(
  { assignments }: IdentityCenterState,
  person: string,
  account: string,
  permissionSet: string,
): void {
  const accounts = assignments.get(person);
  const sets = accounts?.get(account);
  sets?.delete(permissionSet);
  if (sets?.size === 0) accounts?.delete(account);
}

/** The role that stands for a permission set in an account. */
export function roleFor(iam: IamState, account: string, permissionSet: string): Role | undefined {
  return iam.roles.get(placeOf(account, roleName(account, permissionSet)));
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html */
function roleName(account: string, permissionSet: string): string {
  return `AWSReservedSSO_${permissionSet}_${digest(`${account}/${permissionSet}`).slice(0, 16)}`;
}

function provision(iam: IamState, account: string, permissionSet: string): void {
  const name = roleName(account, permissionSet);
  const provider = `arn:aws:iam::${account}:saml-provider/AWSSSO_${digest(account).slice(0, 16)}_DO_NOT_DELETE`;
  const role = addRole(iam, {
    account,
    name,
    id: `AROA${digest(name).slice(0, 17).toUpperCase()}`,
    created: SETTLED,
    // Of a home region other than us-east-1 the path names the region too.
    path: '/aws-reserved/sso.amazonaws.com/',
    longest: 43_200,
    trust: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    }),
  });
  putPolicy(role, 'AwsSSOInlinePolicy', PERMISSION_SETS[permissionSet]!(account));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
