import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { Provider } from 'oidc-provider';
import { riley, signRequest, type TestCredentials } from '../sandbox/signature/sign-request.ts';

/** Whom the provider says it is: AWS takes https alone. Where it is found is another matter, as behind any proxy. */
const ISSUER = 'login.acme.example';
const ACCOUNT = '441200879921';

/** The roles of the company's rules, in the sandbox's account. */
export const OPERATOR = `arn:aws:iam::${ACCOUNT}:role/CompanyOperator`;
/** The same in a second account, for whoever looks after that one too. */
const SHARED = 'arn:aws:iam::602733145908:role/CompanyShared';
const UNTRUSTED = `arn:aws:iam::${ACCOUNT}:role/CompanyUntrusted`;

/** What the console is told of it (README.md, Configuration). */
export const companySettings = (port: number) => ({
  KEYTURN_OIDC_DISCOVERY: `http://127.0.0.1:${port}/.well-known/openid-configuration`,
  KEYTURN_OIDC_CLIENT_ID: 'keyturn',
  KEYTURN_OIDC_NAME: 'Acme SSO',
  KEYTURN_OIDC_ROLES: JSON.stringify([
    { claim: 'groups', value: 'platform-oncall', role: OPERATOR },
    { claim: 'groups', value: 'everyone', role: UNTRUSTED },
    { claim: 'groups', value: 'shared-services', role: SHARED },
  ]),
});

const groups: Readonly<Record<string, string[]>> = {
  robin: ['platform-oncall', 'everyone'],
  kim: ['everyone'],
  // More than fits into a cookie.
  max: ['everyone', ...Array.from({ length: 300 }, (_, at) => `a-group-with-a-long-name-${at}`)],
  lee: ['platform-oncall', 'shared-services'],
};

/** A company's own sign-in, by a library that is certified for it: people sign in under any name and password. */
export interface CompanyProvider {
  readonly port: number;
  /** Makes it known to the account behind the sandbox: provider, keys, and a role that trusts it. */
  introduce(sandboxUrl: string): Promise<void>;
  /** One more role there, of whoever has this name at the provider. */
  addRole(sandboxUrl: string, arn: string, person: string): Promise<void>;
  /** Whether refresh tokens are given from now on. */
  setRefreshing(on: boolean): void;
  /** Whom its tokens are about from now on, whoever signed in; undefined: whoever signed in. */
  setSubject(subject: string | undefined): void;
  close(): Promise<void>;
}

/** Starts one; the console below `consoleUrl` is its only client. Its id tokens live for so many seconds. */
export async function startCompanyProvider(
  consoleUrl: string,
  port = 0,
  idTokenLives = 3_600,
): Promise<CompanyProvider> {
  let refreshing = true;
  let subject: string | undefined;
  const provider = new Provider(`https://${ISSUER}`, {
    clients: [
      {
        client_id: 'keyturn',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${consoleUrl}/api/auth/callback/company-provider`],
        // Its page comes from http and this computer.
        application_type: 'native',
      },
    ],
    claims: {
      openid: ['sub', 'groups'],
      email: ['email', 'email_verified'],
      profile: ['preferred_username'],
    },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of this test and of nothing else'] },
    ttl: {
      IdToken: idTokenLives,
      AccessToken: 3_600,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    issueRefreshToken: async () => refreshing,
    findAccount: (_context, id) => ({
      accountId: subject ?? id,
      claims: async () => ({
        sub: id,
        groups: groups[id] ?? [],
        email: `${id}@acme.example`,
        email_verified: true,
        preferred_username: id,
      }),
    }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const own = (server.address() as AddressInfo).port;
  return {
    port: own,
    setRefreshing: (on) => {
      refreshing = on;
    },
    setSubject: (name) => {
      subject = name;
    },
    addRole: (sandboxUrl, arn, person) => role(sandboxUrl, arn, `${ISSUER}:sub`, person),
    introduce: (sandboxUrl) => introduce(sandboxUrl, own),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function introduce(sandboxUrl: string, port: number): Promise<void> {
  const discovered = await fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`);
  const { jwks_uri: address }: { jwks_uri: string } = await discovered.json();
  const { keys }: { keys: object[] } = await (await fetch(address)).json();
  await fetch(`${sandboxUrl}/_sandbox/jwks`, {
    method: 'POST',
    body: JSON.stringify({ issuer: `https://${ISSUER}`, keys }),
  });
  await inAccount(sandboxUrl, riley);
  await role(sandboxUrl, OPERATOR, `${ISSUER}:sub`, ['robin', 'lee']);
  await role(sandboxUrl, UNTRUSTED, `${ISSUER}:sub`, 'nobody');
  const away = await secondAccount(sandboxUrl);
  await inAccount(sandboxUrl, away);
  await role(sandboxUrl, SHARED, `${ISSUER}:sub`, 'lee', away);
}

const inAccount = (sandboxUrl: string, who: TestCredentials) =>
  iam(sandboxUrl, who, 'CreateOpenIDConnectProvider', {
    Url: `https://${ISSUER}`,
    'ClientIDList.member.1': 'keyturn',
  });

/** Who may set up the second account: riley, by a role there. */
async function secondAccount(sandboxUrl: string): Promise<TestCredentials> {
  const sts = new STSClient({ region: 'us-east-1', endpoint: sandboxUrl, credentials: riley });
  const RoleArn = 'arn:aws:iam::602733145908:role/OrganizationAccountAccessRole';
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'riley' }));
  sts.destroy();
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

async function role(
  sandboxUrl: string,
  arn: string,
  key: string,
  value: string | readonly string[],
  who = riley,
): Promise<void> {
  const [, , , , account] = arn.split(':');
  const RoleName = arn.split('/').at(-1) ?? '';
  await iam(sandboxUrl, who, 'CreateRole', {
    RoleName,
    AssumeRolePolicyDocument: allow({
      Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${ISSUER}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${ISSUER}:aud`]: 'keyturn', [key]: value } },
    }),
  });
  await iam(sandboxUrl, who, 'PutRolePolicy', {
    RoleName,
    PolicyName: 'secrets',
    PolicyDocument: allow({ Action: ['secretsmanager:*', 'account:ListRegions'], Resource: '*' }),
  });
}

const allow = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });

async function iam(
  sandboxUrl: string,
  who: TestCredentials,
  Action: string,
  parameters: Record<string, string>,
): Promise<void> {
  const body = new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const { host } = new URL(sandboxUrl);
  const { host: _, ...headers } = await signRequest(who, { service: 'iam', headers: type, body, host });
  const response = await fetch(sandboxUrl, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${Action}: ${response.status} ${await response.text()}`);
}
