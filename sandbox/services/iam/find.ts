import { accountOf } from '../../identity/principal-element.ts';
import { type IamState, placeOf, type Role, type User } from './state.ts';

/** The role of an ARN, or undefined: its path is part of the name it goes by. */
export function roleByArn(iam: IamState, arn: string): Role | undefined {
  const [, account = '', path = ''] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  const role = iam.roles.get(placeOf(account, path.slice(path.lastIndexOf('/') + 1)));
  return role?.arn === arn ? role : undefined;
}

/** The user of an ARN, or undefined. */
export function userByArn(iam: IamState, arn: string): User | undefined {
  const [, account = '', path = ''] = /^arn:aws:iam::(\d{12}):user\/(.+)$/.exec(arn) ?? [];
  const user = iam.users.get(placeOf(account, path.slice(path.lastIndexOf('/') + 1)));
  return user?.arn === arn ? user : undefined;
}

/** Providers every account may name without registering them. */
const BUILT_IN: readonly string[] = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/**
 * Whether a name in a policy's Principal element is somebody in this world: `*`, an account by number or
 * root ARN, a user, a role or a session of one, a service, an identity provider. AWS refuses policies of
 * resources that name anybody else. Of accounts outside this world nobody knows who is there: they are believed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalExists({ iam }: { readonly iam: IamState }, principal: string): boolean {
  if (principal === '*') return true;
  const [, account = accountOf(principal)] = /^arn:aws:(?:iam|sts)::(\d{12}):[\w-]+\//.exec(principal) ?? [];
  if (account !== undefined && !iam.accounts.has(account)) return true;
  if (accountOf(principal) !== undefined) return true;
  if (userByArn(iam, principal) || roleByArn(iam, principal)) return true;
  const [, of = '', role = ''] =
    /^arn:aws:sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\/[\w+=,.@-]+$/.exec(principal) ?? [];
  if (iam.roles.has(placeOf(of, role))) return true;
  if (iam.providers.has(principal) || BUILT_IN.includes(principal)) return true;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com$/.test(principal);
}
