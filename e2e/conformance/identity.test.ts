import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { AccountClient, ListRegionsCommand, paginateListRegions } from '@aws-sdk/client-account';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

interface Operator extends Keys {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
}

let sandbox: RunningSandbox;
let operators: Operator[];
beforeAll(async () => {
  sandbox = await startSandbox();
  operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Operator[];
});
afterAll(() => sandbox.close());

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** A session as the SDK takes it: JSON has no dates, and the SDK must not see this one's end coming. */
async function openSession(name: string): Promise<Keys> {
  const { accessKeyId, secretAccessKey, sessionToken } = await post<Required<Keys>>('sessions', {
    name,
    seconds: 900,
  });
  return { accessKeyId, secretAccessKey, sessionToken };
}

const keysOf = (name: string): Operator => operators.find((operator) => operator.name === name)!;
const config = (credentials: Keys, region = 'us-east-1') => ({
  endpoint: sandbox.url,
  region,
  maxAttempts: 1,
  credentials,
});
const caller = (credentials: Keys) =>
  new STSClient(config(credentials)).send(new GetCallerIdentityCommand({}));
const refusal = async (answer: Promise<unknown>) => {
  const cause = await answer.then(
    () => undefined,
    (error: unknown) => error,
  );
  return cause as { name: string; message: string; $metadata: { httpStatusCode: number; requestId: string } };
};

describe('the SDK and the sandbox', () => {
  test('each operator is told who they are', async () => {
    for (const operator of operators) {
      const identity = await caller(operator);
      expect(identity).toMatchObject({ Account: operator.account, Arn: operator.arn });
      expect(identity.UserId).toMatch(/^A(IDA|ROA)/);
      expect(identity.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('a session is its operator until it ends', async () => {
    const session = await openSession('noor');
    expect((await caller(session)).Arn).toBe(keysOf('noor').arn);
    await post('sessions', { accessKeyId: session.accessKeyId, seconds: 0 });
    expect(await refusal(caller(session))).toMatchObject({
      name: 'ExpiredToken',
      message: 'The security token included in the request is expired',
      $metadata: { httpStatusCode: 403 },
    });
    const secrets = new SecretsManagerClient(config(session));
    expect(await refusal(secrets.send(new ListSecretsCommand({})))).toMatchObject({
      name: 'ExpiredTokenException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a wrong secret key and an unknown key are told apart', async () => {
    expect(await refusal(caller({ ...keysOf('sam'), secretAccessKey: 'sandbox-wrong' }))).toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    expect(await refusal(caller({ ...keysOf('sam'), accessKeyId: 'AKIASANDBOXNOBODY' }))).toMatchObject({
      name: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    });
  });

  test('regions come page by page, with their status', async () => {
    const client = new AccountClient(config(keysOf('sam')));
    const names: (string | undefined)[] = [];
    const filter = { RegionOptStatusContains: ['ENABLED' as const, 'ENABLED_BY_DEFAULT' as const] };
    for await (const page of paginateListRegions({ client, pageSize: 3 }, filter)) {
      names.push(...(page.Regions ?? []).map(({ RegionName }) => RegionName));
    }
    expect(names).toEqual(expect.arrayContaining(['us-east-1', 'us-east-2', 'eu-west-1', 'ap-southeast-2']));
    expect(names).toHaveLength(17);
    const all = await client.send(new ListRegionsCommand({}));
    expect(all.Regions).toContainEqual({ RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' });
    expect(await refusal(client.send(new ListRegionsCommand({ NextToken: 'x' })))).toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('one region refuses one operator, in the words of IAM', async () => {
    const inventory = (region: string) =>
      new SecretsManagerClient(config(keysOf('noor'), region)).send(new ListSecretsCommand({}));
    expect((await inventory('eu-west-1')).SecretList).toEqual([]);
    expect(await refusal(inventory('ap-southeast-2'))).toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::441200879921:assumed-role/RegionLimited/noor is not authorized to perform: ' +
        'secretsmanager:ListSecrets with an explicit deny in an identity-based policy',
    });
    expect(await refusal(inventory('af-south-1'))).toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  test('a throttled read succeeds at the second attempt', async () => {
    await post('faults', { kind: 'throttle', service: 'secretsmanager', count: 1 });
    const patient = new SecretsManagerClient({ ...config(keysOf('riley')), maxAttempts: 2 });
    expect((await patient.send(new ListSecretsCommand({}))).$metadata.attempts).toBe(2);
    await post('faults', { kind: 'throttle', service: 'account', count: 1 });
    const account = new AccountClient(config(keysOf('riley')));
    expect(await refusal(account.send(new ListRegionsCommand({})))).toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate exceeded',
    });
  });

  test('clients follow the virtual time', async () => {
    await post('clock', { advance: 'P2D' });
    const client = new STSClient(config(keysOf('riley')));
    // The first call is signed by the wall's time, the next ones by the time its answer told.
    for (const _ of [1, 2, 3]) {
      expect((await client.send(new GetCallerIdentityCommand({}))).Account).toBe('441200879921');
    }
    await post('reset', {});
  });
});

/** Where Debian puts AWS CLI 2. */
const CLI = '/usr/bin/aws';
const hasCli = existsSync(CLI);

test.runIf(process.env.CI)('the build server has the AWS CLI', () => {
  expect(hasCli, 'install awscli 2: the sandbox is measured against it').toBe(true);
});

describe.skipIf(!hasCli)('the AWS CLI and the sandbox', () => {
  const run = promisify(execFile);

  async function aws(keys: Keys, ...args: string[]): Promise<Record<string, unknown>> {
    const fixed = [
      '--endpoint-url',
      sandbox.url,
      '--region',
      'us-east-1',
      '--output',
      'json',
      '--no-cli-pager',
    ];
    const { stdout } = await run(CLI, [...args, ...fixed], {
      env: {
        NODE_ENV: 'test',
        PATH: '/usr/bin:/bin',
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
        ...(keys.sessionToken && { AWS_SESSION_TOKEN: keys.sessionToken }),
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  test('says who signed, with a long-term key and in a session', async () => {
    const { account: Account, arn: Arn } = keysOf('dana');
    expect(await aws(keysOf('dana'), 'sts', 'get-caller-identity')).toMatchObject({ Account, Arn });
    const session = await openSession('dana');
    expect(await aws(session, 'sts', 'get-caller-identity')).toMatchObject({ Account, Arn });
    await post('sessions', { accessKeyId: session.accessKeyId, seconds: 0 });
    await expect(aws(session, 'sts', 'get-caller-identity')).rejects.toThrow(
      'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: ' +
        'The security token included in the request is expired',
    );
  });

  test('prints refusals in the words of AWS', async () => {
    await expect(
      aws({ ...keysOf('sam'), secretAccessKey: 'sandbox-wrong' }, 'secretsmanager', 'list-secrets'),
    ).rejects.toThrow(
      '(InvalidSignatureException) when calling the ListSecrets operation: The request signature',
    );
    await expect(aws(keysOf('sam'), 'secretsmanager', 'create-secret', '--name', 'x')).rejects.toThrow(
      '(AccessDeniedException) when calling the CreateSecret operation: User: arn:aws:iam::441200879921:user/sam is not',
    );
  });
});
