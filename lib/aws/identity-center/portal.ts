import 'server-only';
import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
} from '@aws-sdk/client-sso';
import type { CenterAccount } from '@/lib/contract/identity-center';
import { type ProblemCode, ProblemError, problemOf } from '@/lib/contract/problem';
import { centerPortal } from '../client';
import type { ExpiringCredentials } from '../credentials';
import { send } from '../send';

/** Whose token, in which IAM Identity Center. */
export interface Bearer {
  readonly region: string;
  readonly accessToken: string;
}

// The largest page there is.
const PAGE = 100;

/**
 * Every account the person was given a role in, by name.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccounts.html
 */
export async function listAccounts({ region, accessToken }: Bearer): Promise<CenterAccount[]> {
  const client = centerPortal(region);
  const accounts: CenterAccount[] = [];
  let nextToken: string | undefined;
  do {
    const command = new ListAccountsCommand({ accessToken, maxResults: PAGE, nextToken });
    const { output } = await asBearer(
      send(command, (options) => client.send(command, options), { action: 'sso:ListAccounts', region }),
    );
    for (const { accountId: id, accountName: name, emailAddress: email } of output.accountList ?? []) {
      if (id) accounts.push({ id, name: name ?? '', email: email ?? '' });
    }
    nextToken = output.nextToken;
  } while (nextToken);
  return accounts.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/**
 * The roles the person was given in one account.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccountRoles.html
 */
export async function listRoles({ region, accessToken }: Bearer, accountId: string): Promise<string[]> {
  const client = centerPortal(region);
  const roles: string[] = [];
  let nextToken: string | undefined;
  do {
    const command = new ListAccountRolesCommand({ accessToken, accountId, maxResults: PAGE, nextToken });
    const { output } = await asBearer(
      send(command, (options) => client.send(command, options), {
        action: 'sso:ListAccountRoles',
        region,
        resource: accountId,
      }),
    );
    for (const { roleName } of output.roleList ?? []) if (roleName) roles.push(roleName);
    nextToken = output.nextToken;
  } while (nextToken);
  return roles.sort();
}

/**
 * Credentials of one role in one account; AWS says when they end in milliseconds.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
export async function roleCredentials(
  { region, accessToken }: Bearer,
  { account, role }: { readonly account: string; readonly role: string },
): Promise<ExpiringCredentials> {
  const client = centerPortal(region);
  const command = new GetRoleCredentialsCommand({ accessToken, accountId: account, roleName: role });
  const { output } = await asBearer(
    send(command, (options) => client.send(command, options), {
      action: 'sso:GetRoleCredentials',
      region,
      resource: `${account}/${role}`,
    }),
  );
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = output.roleCredentials ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken)
    throw new ProblemError(problemOf('unexpected', { region }));
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...(expiration ? { expiration: new Date(expiration) } : {}),
  };
}

/**
 * Ends a token and what was signed in with it.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_Logout.html
 */
export async function logOut({ region, accessToken }: Bearer): Promise<void> {
  const client = centerPortal(region);
  const command = new LogoutCommand({ accessToken });
  await send(command, (options) => client.send(command, options), { action: 'sso:Logout', region });
}

// https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/CommonErrors.html
async function asBearer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    const { code, region } = cause.problem;
    const detail = details[code];
    if (detail === undefined) throw cause;
    const as = code === 'sign-in-expired' ? code : 'access-denied';
    throw new ProblemError(problemOf(as, { detail, ...(region ? { region } : {}) }));
  }
}

const noRole = 'IAM Identity Center does not, or no longer, give you this role in this account.';
const details: Partial<Record<ProblemCode, string>> = {
  'sign-in-expired': 'The sign-in at IAM Identity Center has ended, or was ended there.',
  'access-denied': noRole,
  // Its word for an account or a role that is not assigned.
  'secret-not-found': noRole,
};
