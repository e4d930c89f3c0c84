import { afterAll, afterEach, beforeAll } from 'vitest';
import { type RunningSandbox, type SandboxOptions, startSandbox } from './server.ts';
import {
  riley,
  signRequest,
  type TestCredentials,
  type TestRequest,
  target,
} from './signature/sign-request.ts';

/** A running sandbox for the tests of one file, with AWS's door and the control door; reset after each test. */
export function openDesk(options: SandboxOptions = {}) {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox.close());
  afterEach(() => control('POST', 'reset'));

  const url = () => sandbox.url;
  const host = () => new URL(sandbox.url).host;

  async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async function aws(
    request: TestRequest = {},
    credentials: TestCredentials = riley,
    signal: AbortSignal | null = null,
  ) {
    const signed = await signRequest(credentials, { ...request, host: host() });
    // A client sets its host itself; under that very name it was signed.
    const { host: _, ...headers } = signed;
    const url = `${sandbox.url}${request.path ?? '/'}`;
    const response = await fetch(url, { method: 'POST', headers, body: request.body ?? '{}', signal });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  const secretNames = async () => {
    const { SecretList } = JSON.parse((await aws()).text) as { SecretList: { Name: string }[] };
    return SecretList.map(({ Name }) => Name);
  };
  const inquire = async (path: string) => (await control('GET', path)).body as unknown;

  return { url, host, control, aws, secretNames, inquire };
}

/** Requests that several tests make. */
export const create = (Name: string): TestRequest => ({
  headers: target('CreateSecret'),
  body: JSON.stringify({ Name, ClientRequestToken: 'a'.repeat(32) }),
});
export const whoAmI: TestRequest = {
  service: 'sts',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};
export const listRegions: TestRequest = {
  service: 'account',
  path: '/listRegions',
  headers: { 'content-type': 'application/json' },
};
