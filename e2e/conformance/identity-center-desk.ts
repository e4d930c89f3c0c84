import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  type RoleCredentials,
  SSOClient,
} from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  type CreateTokenCommandInput,
  RegisterClientCommand,
  type RegisterClientCommandInput,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

export const START = 'https://acme.awsapps.com/start';
export const HOME = '441200879921';
export const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly $metadata: { readonly httpStatusCode: number };
}

/** What an attempt is refused with. */
export const refusal = async (answer: Promise<unknown>): Promise<Refusal> =>
  (await answer.then(
    () => undefined,
    (cause: unknown) => cause,
  )) as Refusal;

/** A refusal of the OIDC service in short. */
export const said = ({ name, error, $metadata }: Refusal) => [name, error, $metadata.httpStatusCode];

const SCOPED = { scopes: ['sso:account:access'] };

/** How a client registers that a browser comes back to. */
export const WITH_CODE = {
  ...SCOPED,
  grantTypes: ['authorization_code', 'refresh_token'],
  redirectUris: ['http://127.0.0.1/oauth/callback'],
  issuerUrl: START,
};

/** What identifies a registered client. */
export interface Registered {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A sandbox for the tests of one file, reset after each, with IAM Identity Center as the SDK calls it. */
export function openIdentityCenter() {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ deliveryMs: 0 });
  });
  afterAll(() => sandbox.close());
  afterEach(() => control('reset', {}));

  async function control<T>(path: string, body?: object, method = 'POST'): Promise<T> {
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as T;
  }
  const skip = (advance: string) => control('clock', { advance });
  const config = () => ({ endpoint: sandbox.url, region: 'us-east-1', maxAttempts: 1 });
  const oidc = () => new SSOOIDCClient(config());
  const portal = () => new SSOClient(config());

  async function register(more: Partial<RegisterClientCommandInput> = SCOPED) {
    const command = new RegisterClientCommand({ clientName: 'keyturn', clientType: 'public', ...more });
    const registered = await oidc().send(command);
    const { clientId = '', clientSecret = '' } = registered;
    return { ...registered, client: { clientId, clientSecret } };
  }
  const begin = (client: Registered, startUrl = START) =>
    oidc().send(new StartDeviceAuthorizationCommand({ ...client, startUrl }));
  const token = (client: Registered, more: Omit<CreateTokenCommandInput, keyof Registered>) =>
    oidc().send(new CreateTokenCommand({ ...client, ...more }));
  const poll = (client: Registered, deviceCode = '') => token(client, { grantType: DEVICE, deviceCode });
  const refresh = (client: Registered, refreshToken = '') =>
    token(client, { grantType: 'refresh_token', refreshToken });
  const answer = (userCode = '', name = 'riley', allow = true) =>
    control('device', { userCode, name, allow });

  /** Tokens of a person, by a device. */
  async function signIn(name: string, more?: Partial<RegisterClientCommandInput>) {
    const { client } = await register(more);
    const { deviceCode, userCode } = await begin(client);
    await answer(userCode, name);
    return { client, ...(await poll(client, deviceCode)) };
  }

  const rolesOf = (accessToken = '', accountId = HOME) =>
    portal().send(new ListAccountRolesCommand({ accessToken, accountId }));
  async function credentialsOf(
    accessToken = '',
    accountId = HOME,
    roleName = 'AdministratorAccess',
  ): Promise<RoleCredentials> {
    const command = new GetRoleCredentialsCommand({ accessToken, accountId, roleName });
    return (await portal().send(command)).roleCredentials ?? {};
  }
  /** The credentials of a role as clients take them. */
  async function configOf(...asked: Parameters<typeof credentialsOf>) {
    const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = await credentialsOf(...asked);
    return { ...config(), credentials: { accessKeyId, secretAccessKey, sessionToken } };
  }

  return {
    ...{
      url: () => sandbox.url,
      control,
      skip,
      portal,
      register,
      begin,
      token,
      poll,
      refresh,
      answer,
      signIn,
    },
    ...{ rolesOf, credentialsOf, configOf },
  };
}
