import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';

/** Long-term keys as the sandbox lists them for its operators. */
interface Keys {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A running sandbox, and the two real clients pointed at it. */
export interface World {
  /** A client of one region; the same one for the same region. */
  client(region: string): SecretsManagerClient;
  /** Runs `aws secretsmanager …`, answers its JSON, throws with the CLI's own error text. */
  cli(region: string, ...args: readonly string[]): Promise<Record<string, unknown>>;
  /** Runs a command as somebody pastes it into a shell, in a directory; the CLI only learns where AWS is. */
  shell(command: string, cwd: string): Promise<string>;
  /** Lets virtual time pass until every change so far has reached its replicas. */
  replicate(): Promise<void>;
  close(): Promise<void>;
}

/** Where Debian puts AWS CLI 2. */
const CLI = '/usr/bin/aws';

/**
 * Long enough that no test sees a replica arrive by itself; short enough that virtual time stays within the
 * five minutes from which on the SDK would sign by the server's clock, and be late after the next step.
 */
const REPLICATION_SECONDS = 30;

/** Whether the CLI is here. On the build server it must be: see `npm test`. */
export const hasCli = existsSync(CLI);

const run = promisify(execFile);

/** Starts a sandbox on a free port, and clients with riley's keys. */
export async function openWorld(options: {
  world: 'empty' | 'demo';
  seed?: number;
  quotas?: boolean;
}): Promise<World> {
  const sandbox = await startSandbox({
    port: 0,
    replicationMs: REPLICATION_SECONDS * 1000,
    ...options,
  });
  const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Keys[];
  const riley = operators.find((operator) => operator.name === 'riley')!;
  const clients = new Map<string, SecretsManagerClient>();
  const env = {
    NODE_ENV: 'test',
    PATH: process.env.PATH,
    AWS_ACCESS_KEY_ID: riley.accessKeyId,
    AWS_SECRET_ACCESS_KEY: riley.secretAccessKey,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    // Of this boto3 learns where AWS is; Debian's CLI does not.
    AWS_ENDPOINT_URL: sandbox.url,
  } as const;
  return {
    client(region) {
      const known = clients.get(region);
      if (known) return known;
      const { accessKeyId, secretAccessKey } = riley;
      const client = new SecretsManagerClient({
        region,
        endpoint: sandbox.url,
        maxAttempts: 1,
        credentials: { accessKeyId, secretAccessKey },
      });
      clients.set(region, client);
      return client;
    },
    async cli(region, ...args) {
      const fixed = ['--endpoint-url', sandbox.url, '--region', region, '--output', 'json'];
      const { stdout } = await run(CLI, ['secretsmanager', ...args, ...fixed], { env });
      return stdout.trim() === '' ? {} : JSON.parse(stdout);
    },
    async shell(command, cwd) {
      const aws = `aws() { ${CLI} "$@" --endpoint-url ${sandbox.url} --output json; }`;
      return (await run('/bin/sh', ['-c', `${aws}\n${command}`], { env, cwd })).stdout;
    },
    async replicate() {
      const body = JSON.stringify({ advance: `PT${REPLICATION_SECONDS}S` });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${sandbox.url}/_sandbox/clock`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`the sandbox did not move its clock: ${answer.status}`);
    },
    async close() {
      for (const client of clients.values()) client.destroy();
      await sandbox.close();
    },
  };
}

/** Makes a secret with as many versions as asked, and answers their ids; the last one is current. */
export async function seed(client: SecretsManagerClient, Name: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const [at, ClientRequestToken] of ids.entries()) {
    const value = { ClientRequestToken, SecretString: `value ${at}` };
    await (at === 0
      ? client.send(new CreateSecretCommand({ Name, ...value }))
      : client.send(new PutSecretValueCommand({ SecretId: Name, ...value })));
  }
  return ids;
}

/** The error a call is refused with. */
export async function refusal(attempt: Promise<unknown>): Promise<Error> {
  return attempt.then(
    () => expect.unreachable('the call was accepted'),
    (error: Error) => error,
  );
}
