import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import type { AwsCredentials } from '@/lib/aws/credentials';
import type { Session, SignIn } from '@/lib/server/session';
import { type SandboxOptions, startSandbox } from '../../sandbox/server.ts';

/** The address the console believes to have. */
export const ORIGIN = 'http://localhost:3000';
const HOST = 'localhost:3000';
export const SECRET = 'a secret for route tests, of thirty-two or more characters';
const COOKIE = 'next-auth.session-token';

/** Headers a browser sends by itself from one of our pages; null leaves one out. */
export type Headers = Readonly<Record<string, string | null>>;
const OWN: Headers = { host: HOST, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

/** How often AWS was asked for one operation in one region, by one operator. */
export interface Called {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly principal: string;
  readonly count: number;
}

/** An operator of the sandbox, as its control API tells of one. */
export interface Keys {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A sign-in with keys, which are in the cookie. */
export type KeysSession = Session & { readonly credentials: AwsCredentials };

/** A sandbox of this file's own, and the console's environment pointed at it. */
export interface Desk {
  readonly url: string;
  /** Another person's AWS client, beside the console. */
  as(name: string, region?: string): SecretsManagerClient;
  /** A sign-in of an operator, as the cookie would hold it. */
  session(name: string, more?: Partial<KeysSession>): KeysSession;
  /** The same as the Cookie header of a signed-in browser. */
  signedIn(name: string, more?: Partial<KeysSession>): Promise<SignedIn>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  heal(): Promise<void>;
  forgetCalls(): Promise<void>;
  calls(): Promise<Called[]>;
  /** How often AWS was asked, over all regions and operators. */
  count(operation: string): Promise<number>;
  control(path: string, body: unknown): Promise<Record<string, string>>;
  /** The audit lines since the last time they were taken; nothing else of standard output. */
  takeAudit(): string[];
  close(): Promise<void>;
}

export interface SignedIn {
  readonly session: KeysSession;
  readonly cookie: string;
}

/** Starts a sandbox on a free port and makes it the AWS of this process. */
export async function openDesk(
  options: Pick<
    SandboxOptions,
    'world' | 'secrets' | 'seed' | 'replicationMs' | 'quotas' | 'deliveryMs' | 'resourceLookup'
  > = {},
): Promise<Desk> {
  const sandbox = await startSandbox({ port: 0, regions: 'four', ...options });
  process.env.AWS_ENDPOINT_URL = sandbox.url;
  process.env.NEXTAUTH_URL = ORIGIN;
  process.env.NEXTAUTH_SECRET = SECRET;
  const operators: Keys[] = await (await fetch(`${sandbox.url}/_sandbox/operators`)).json();
  const clients: SecretsManagerClient[] = [];
  const output = keepAuditLines();
  const keysOf = (name: string) => {
    const found = operators.find((operator) => operator.name === name);
    if (!found) throw new Error(`the sandbox has no operator ${name}`);
    return found;
  };
  const control = (path: string, method: string, body?: unknown) =>
    fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).then(async (response) => {
      if (!response.ok) throw new Error(`/_sandbox/${path}: ${response.status} ${await response.text()}`);
      return response.json();
    });
  const desk: Desk = {
    url: sandbox.url,
    as(name, region = 'us-east-1') {
      const { accessKeyId, secretAccessKey } = keysOf(name);
      const credentials = { accessKeyId, secretAccessKey };
      const client = new SecretsManagerClient({ region, endpoint: sandbox.url, maxAttempts: 1, credentials });
      clients.push(client);
      return client;
    },
    session: (name, more) => sessionOf(keysOf(name), more),
    async signedIn(name, more) {
      const session = sessionOf(keysOf(name), more);
      return { session, cookie: await cookieOf(session) };
    },
    fault: (fault) => control('faults', 'POST', fault),
    heal: () => control('faults', 'DELETE'),
    forgetCalls: () => control('calls', 'DELETE'),
    calls: () => control('calls', 'GET'),
    async count(operation) {
      const calls = (await desk.calls()).filter((call) => call.operation === operation);
      return calls.reduce((sum, call) => sum + call.count, 0);
    },
    control: (path, body) => control(path, 'POST', body),
    takeAudit: () => output.lines.splice(0),
    async close() {
      output.release();
      for (const client of clients) client.destroy();
      await sandbox.close();
    },
  };
  return desk;
}

/** Takes the audit lines off standard output: they are what a test looks at, and noise in its report. */
function keepAuditLines(): { lines: string[]; release(): void } {
  const lines: string[] = [];
  const { stdout } = process;
  const write = stdout.write;
  stdout.write = (text: string | Uint8Array, ...rest: never[]) => {
    if (typeof text !== 'string' || !text.startsWith('{"audit"')) return write.call(stdout, text, ...rest);
    lines.push(text);
    return true;
  };
  return {
    lines,
    release: () => {
      stdout.write = write;
    },
  };
}

/** A sign-in of an operator, as the cookie would hold it. */
export function sessionOf(
  { name, account, arn, accessKeyId, secretAccessKey }: Keys,
  more: Partial<KeysSession> = {},
) {
  // The role of an assumed role, the name of a user: as the sign-in derives it from AWS's answer.
  const holder = /assumed-role\/([^/]+)/.exec(arn)?.[1] ?? name;
  const session: KeysSession = {
    sid: randomUUID(),
    scope: `${account}.${holder}`,
    name,
    account,
    arn,
    way: 'sandbox',
    home: 'us-east-1',
    until: Math.floor(Date.now() / 1000) + 3600,
    credentials: { accessKeyId, secretAccessKey },
    ...more,
  };
  return session;
}

/** The sign-in that holds this session and no other. */
export const signInOf = (session: Session): SignIn => ({ ...session, places: [session] });

/** The Cookie header of a browser whose encrypted cookie holds this session. */
export async function cookieOf(session: unknown): Promise<string> {
  return `${COOKIE}=${await encode({ token: { keyturn: session as Session }, secret: SECRET })}`;
}

/** A request as one of our pages makes it, with whatever differs. */
export function requestTo(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Headers; body?: BodyInit } = {},
): NextRequest {
  const sent = Object.entries({ ...OWN, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const init = { method, headers: Object.fromEntries(sent) };
  return new NextRequest(new URL(path, ORIGIN), body === undefined ? init : { ...init, body });
}
