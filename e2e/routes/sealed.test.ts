import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInWithKeys } from '@/lib/server/sign-in';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory, moveLabel, reading } from './doors';
import { labelsOf, type Made, makeSecret } from './secrets';

/** Everything of the environment and of shared files that an SDK would listen to if it was let. */
const poison = (folder: string, elsewhere: string): Record<string, string> => ({
  AWS_CONFIG_FILE: join(folder, 'config'),
  AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  AWS_PROFILE: 'poisoned',
  AWS_REGION: 'us-west-2',
  AWS_DEFAULT_REGION: 'us-west-2',
  AWS_ACCESS_KEY_ID: 'AKIAPOISONPOISON0001',
  AWS_SECRET_ACCESS_KEY: 'poison-not-a-real-secret-key',
  AWS_SESSION_TOKEN: 'poison',
  AWS_MAX_ATTEMPTS: '7',
  AWS_RETRY_MODE: 'adaptive',
  AWS_DEFAULTS_MODE: 'mobile',
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_SDK_UA_APP_ID: 'poisoned',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: elsewhere,
  AWS_ENDPOINT_URL_ACCOUNT: elsewhere,
  AWS_ENDPOINT_URL_STS: elsewhere,
});

const config = (elsewhere: string) => `
[services everywhere]
secrets_manager =
  endpoint_url = ${elsewhere}
${['default', 'profile poisoned']
  .map(
    (name) => `
[${name}]
region = us-west-2
endpoint_url = ${elsewhere}
services = everywhere
max_attempts = 7
retry_mode = adaptive
defaults_mode = mobile
sdk_ua_app_id = poisoned
use_fips_endpoint = true
use_dualstack_endpoint = true
aws_access_key_id = AKIAPOISONPOISON0001
aws_secret_access_key = poison-not-a-real-secret-key
`,
  )
  .join('')}`;

let desk: Desk;
let riley: SignedIn;
/** Made and used before the poison, so that it is none of it. */
let beside: SecretsManagerClient;
let secret: Made;
let decoy: Server;
let folder: string;
let heard: IncomingHttpHeaders[] = [];
const before: Record<string, string | undefined> = {};

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
  beside = desk.as('riley');
  secret = await makeSecret(beside, 'payments/sealed');
  decoy = createServer((request, response) => {
    heard.push(request.headers);
    response.setHeader('content-type', 'application/x-amz-json-1.1').end('{}');
  });
  await new Promise<void>((resolve) => decoy.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(decoy.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
  await writeFile(join(folder, 'config'), config(elsewhere));
  await writeFile(join(folder, 'credentials'), config(elsewhere).replaceAll('[profile ', '['));
  for (const [name, value] of Object.entries(poison(folder, elsewhere))) {
    before[name] = process.env[name];
    process.env[name] = value;
  }
});
afterAll(async () => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  decoy.close();
  decoy.closeAllConnections();
  await rm(folder, { recursive: true });
  await desk.close();
});
beforeEach(async () => {
  heard = [];
  await desk.heal();
  await desk.forgetCalls();
});

test('whatever the shared files of the server say, an operator reads and writes as themselves', async () => {
  const [to = '', from = ''] = secret.versions;
  expect((await inventory(riley)).some((line) => line.kind === 'region-failed')).toBe(false);
  expect((await reading(riley, secret.arn)).notes).toEqual([]);
  expect((await moveLabel(riley, secret.arn, { from, to })).status).toBe(200);
  expect(new Set((await desk.calls()).map(({ principal }) => principal))).toEqual(new Set(['riley']));
  expect(await labelsOf(beside, secret.arn)).toMatchObject({ AWSCURRENT: to });
  expect(heard).toEqual([]);
});

test('whatever the shared files of the server say, AWS itself names who signs in', async () => {
  const { accessKeyId, secretAccessKey } = riley.session.credentials;
  const session = await signInWithKeys({ accessKeyId, secretAccessKey, region: 'eu-west-1' }, '');
  expect(session).toMatchObject({ name: 'riley', home: 'eu-west-1', credentials: { accessKeyId } });
  expect(session.credentials).not.toHaveProperty('sessionToken');
  expect(heard).toEqual([]);
});

test('whatever retries the shared files ask for, a read is tried three times and a write once', async () => {
  const [from = '', to = ''] = secret.versions;
  await desk.fault({ kind: 'throttle' });
  await inventory(riley, { regions: 'us-east-1' });
  expect(await desk.count('ListSecrets')).toBe(3);
  expect((await moveLabel(riley, secret.arn, { from, to })).status).toBe(429);
  expect(await desk.count('UpdateSecretVersionStage')).toBe(1);
  expect(heard).toEqual([]);
});

test("AWS hears the console's name and the reason, and no header of the operator's browser", async () => {
  const [from = '', to = ''] = secret.versions;
  const other = await desk.signedIn('riley');
  process.env.AWS_ENDPOINT_URL = process.env.AWS_ENDPOINT_URL_STS;
  try {
    const headers = { 'user-agent': 'marker', referer: 'http://localhost:3000/marker', 'x-own': 'marker' };
    await moveLabel(other, secret.arn, { from, to });
    await moveLabel(other, secret.arn, { from, to }, { reason: 'INC-4711: bad / deploy', headers });
    await moveLabel(other, secret.arn, { from, to });
  } finally {
    process.env.AWS_ENDPOINT_URL = desk.url;
  }
  expect(heard).toHaveLength(3);
  // A reason is of one call, and neither of that before nor of that after it.
  expect(heard.map((one) => one['user-agent']?.includes('reason/'))).toEqual([false, true, false]);
  const said = JSON.stringify(heard[1]);
  expect(said).toMatch(/keyturn/);
  expect(said).toContain('reason/INC-4711_bad_deploy');
  // The SDK's own letter for its standard way to retry; that of the poison would be F.
  expect(heard[1]?.['user-agent']).toMatch(/ m\/([A-Za-z]+,)*E[, ]/);
  const { accessKeyId, secretAccessKey } = other.session.credentials;
  expect(said).toContain(`Credential=${accessKeyId}/`);
  for (const unsaid of ['marker', 'cookie', 'localhost:3000', 'poison', secretAccessKey]) {
    expect(said.toLowerCase()).not.toContain(unsaid);
  }
});
