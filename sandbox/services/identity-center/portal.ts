import { AwsError, type Call, type Json, type Operation } from '../../operation.ts';
import { numeral } from '../../protocols/query-fields.ts';
import { sessionOf } from '../iam/entities.ts';
import { readInput, text } from '../secretsmanager/fields.ts';
import { issue } from '../sts/credentials.ts';
import { roleFor } from './directory.ts';
import { pageOf } from './pages.ts';
import { invalidRequest, noAccess, unauthorized } from './portal-errors.ts';
import { isOpen } from './requests.ts';
import type { SignIn } from './state.ts';
import { ACCOUNT_ACCESS, signInOf } from './tokens.ts';

/** Seconds the credentials of a role last: what a permission set says unless changed. */
const SESSION = 3600;

const shape = {
  accessToken: text({ max: 8192, sensitive: true }),
  account_id: text({ max: 64 }),
  role_name: text({ max: 64 }),
  next_token: text({ max: 2048 }),
  max_result: numeral({ min: 1, max: 100 }),
};
type Read = ReturnType<typeof readInput<typeof shape>>;

/** An operation of somebody who is signed in; throws UnauthorizedException for everybody else. */
function operation(answer: (read: Read, session: SignIn, call: Call) => Json): Operation {
  return (input, call) => {
    const read = readAll(input);
    const session = signInOf(call.state.identityCenter, read.accessToken ?? '', Date.now());
    const { scopes = [] } = session?.client ?? {};
    if (!session || (scopes.length > 0 && !scopes.includes(ACCOUNT_ACCESS))) throw unauthorized();
    if (!isOpen(call)) throw noAccess();
    return answer(read, session, call);
  };
}

function readAll(input: Json): Read {
  try {
    return readInput(input, shape);
  } catch (cause) {
    if (cause instanceof AwsError) throw invalidRequest();
    throw cause;
  }
}

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccounts.html */
const listAccounts = operation((read, { person }, { state }) => {
  const mine = [...(state.identityCenter.assignments.get(person)?.keys() ?? [])].sort();
  const { page, next } = pageOf(mine, read.max_result, read.next_token);
  const accountList = page.map((accountId) => {
    const { name, email } = state.iam.accounts.get(accountId)!;
    return { accountId, accountName: name, emailAddress: email };
  });
  return { accountList, ...(next === undefined ? {} : { nextToken: next }) };
});

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_ListAccountRoles.html */
const listAccountRoles = operation((read, { person }, { state }) => {
  const accountId = accountIn(read);
  const mine = state.identityCenter.assignments.get(person)?.get(accountId);
  if (!mine) throw noAccess();
  const { page, next } = pageOf([...mine].sort(), read.max_result, read.next_token);
  const roleList = page.map((roleName) => ({ roleName, accountId }));
  return { roleList, ...(next === undefined ? {} : { nextToken: next }) };
});

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
const getRoleCredentials = operation((read, { person }, call) => {
  const account = accountIn(read);
  const { role_name: roleName } = read;
  if (roleName === undefined) throw invalidRequest();
  const isAssigned = call.state.identityCenter.assignments.get(person)?.get(account)?.has(roleName);
  const role = isAssigned ? roleFor(call.state.iam, account, roleName) : undefined;
  if (!role) throw noAccess();
  const session = sessionOf(role, { sessionName: person, since: call.now });
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = issue(call, session, SESSION);
  return {
    roleCredentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      // Milliseconds here, as nowhere else.
      expiration: (Expiration as Date).getTime(),
    },
  };
});

/**
 * Ends the sign-in; credentials of roles go on until they end.
 * https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_Logout.html
 */
const logout = operation((_read, session) => {
  session.endsAt = 0;
  return {};
});

function accountIn({ account_id: account = '' }: Read): string {
  if (!/^\d{12}$/.test(account)) throw invalidRequest();
  return account;
}

/** The access portal. */
export const portalOperations: Readonly<Record<string, Operation>> = {
  ListAccounts: listAccounts,
  ListAccountRoles: listAccountRoles,
  GetRoleCredentials: getRoleCredentials,
  Logout: logout,
};
