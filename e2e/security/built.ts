import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import { SERVER } from '../../scripts/build.ts';
import { consoleEnv, QUIET } from '../../scripts/console.ts';
import { anyFreePort } from '../../scripts/port.ts';
import { waitFor } from '../../scripts/wait-for.ts';
import { cookieOf, type Keys, type KeysSession, SECRET, sessionOf } from '../routes/console';

/** What a built console answered, as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** What to send; no header is sent but these and what HTTP itself needs. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The production build as a process of its own, before a sandbox of its own. */
export interface Built {
  readonly port: number;
  readonly origin: string;
  readonly sandbox: RunningSandbox;
  /** All it has written: standard output and standard error. */
  output(): { readonly out: string; readonly err: string };
  /** Sends a path as it is: nothing is tidied up on the way. */
  send(path: string, sent?: Sent): Promise<Answer>;
  /** The same, answered once the head is there. */
  open(path: string, sent?: Sent): Promise<IncomingMessage>;
  /** The headers of a page of ours whose operator holds this session. */
  asPage(session?: unknown): Promise<Record<string, string>>;
  session(name: string, more?: Partial<KeysSession>): KeysSession;
  control(path: string, method?: string, body?: unknown): Promise<unknown>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

/** Starts the build there is; `origin` where operators are to open it elsewhere than at its own port. */
export async function startBuilt(
  settings: Readonly<Record<string, string>> = {},
  world: SandboxOptions = {},
): Promise<Built> {
  const sandbox = await startSandbox({ port: 0, regions: 'four', ...world });
  const port = await anyFreePort();
  const origin = settings.NEXTAUTH_URL ?? `http://localhost:${port}`;
  const env = consoleEnv({ host: '127.0.0.1', port, url: origin, secret: SECRET, endpoint: sandbox.url });
  const child = spawn(process.execPath, [QUIET, SERVER], {
    env: { ...env, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  await waitFor(`http://127.0.0.1:${port}/api/ready`, 60);
  const { host } = new URL(origin);
  const operators: Keys[] = await (await fetch(`${sandbox.url}/_sandbox/operators`)).json();
  const open = (path: string, { method = 'GET', headers = {}, body }: Sent = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false },
        resolve,
      );
      asked.once('error', reject);
      asked.end(body);
    });
  return {
    port,
    origin,
    sandbox,
    output: () => ({ ...said }),
    open,
    async send(path, sent) {
      const answer = await open(path, sent);
      return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) };
    },
    async asPage(session) {
      const own = { origin, 'sec-fetch-site': 'same-origin' };
      if (session === undefined) return own;
      const cookie = await cookieOf(session);
      return { ...own, cookie: origin.startsWith('https:') ? `__Host-${cookie}` : cookie };
    },
    session(name, more) {
      const keys = operators.find((operator) => operator.name === name);
      if (!keys) throw new Error(`the sandbox has no operator ${name}`);
      return sessionOf(keys, more);
    },
    async control(path, method = 'GET', body) {
      const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      return (await fetch(`${sandbox.url}/_sandbox/${path}`, init)).json();
    },
    kill: (signal) => void child.kill(signal),
    ended,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      await sandbox.close();
    },
  };
}
