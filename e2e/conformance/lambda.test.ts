import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  LambdaClient,
  paginateListFunctions,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

interface Keys {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where Debian puts AWS CLI 2. */
const CLI = '/usr/bin/aws';
const run = promisify(execFile);
/** What a machine that is busy with other tests may take to build the demo once. */
const BUILDING = 60_000;

let sandbox: RunningSandbox;
let operators: Keys[];
const clients: LambdaClient[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, world: 'demo' });
  operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Keys[];
}, BUILDING);
afterAll(() => {
  for (const client of clients) client.destroy();
  return sandbox.close();
});

const keysOf = (name: string) => operators.find((operator) => operator.name === name)!;
function clientOf(name: string, region = 'us-east-1'): LambdaClient {
  const client = new LambdaClient({
    ...{ region, endpoint: sandbox.url, maxAttempts: 1 },
    credentials: keysOf(name),
  });
  clients.push(client);
  return client;
}
const ARN = 'arn:aws:lambda:us-east-1:441200879921:function:rotate-vault';

describe('the SDK and Lambda', () => {
  test.each(['rotate-vault', ARN, `${ARN}:$LATEST`, '441200879921:function:rotate-vault'])(
    'a configuration, by %s',
    async (FunctionName) => {
      const found = await clientOf('riley').send(new GetFunctionConfigurationCommand({ FunctionName }));
      expect(found).toMatchObject({
        ...{ FunctionName: 'rotate-vault', FunctionArn: ARN, Runtime: 'python3.12', Timeout: 30 },
        ...{ MemorySize: 128, State: 'Active', LastUpdateStatus: 'Successful' },
        Role: 'arn:aws:iam::441200879921:role/rotate-vault',
        LoggingConfig: { LogFormat: 'Text', LogGroup: '/rotation/archive' },
      });
    },
  );

  test('network, JSON lines, a failed state and variables that cannot be decrypted', async () => {
    const client = clientOf('dana');
    const of = (FunctionName: string) => client.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect((await of('rotate-aurora')).VpcConfig).toMatchObject({
      VpcId: expect.stringMatching(/^vpc-/),
      SecurityGroupIds: [expect.stringMatching(/^sg-/)],
    });
    expect(await of('rotate-partner')).toMatchObject({
      Runtime: 'nodejs22.x',
      LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'INFO' },
    });
    expect(await of('rotate-edge')).toMatchObject({ State: 'Inactive', StateReasonCode: 'EniLimitExceeded' });
    expect((await of('rotate-mail')).Environment).toEqual({
      Error: { ErrorCode: 'KMSDisabledException', Message: expect.stringContaining('is disabled') },
    });
    const media = await of('rotate-media');
    expect(media.Environment?.Variables).toEqual({ EXCLUDE_PUNCTUATION: 'true' });
  });

  test('a policy, and none', async () => {
    const client = clientOf('riley');
    const of = (FunctionName: string) => client.send(new GetPolicyCommand({ FunctionName }));
    const { Policy, RevisionId } = await of('rotate-postgres');
    expect(RevisionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(Policy!).Statement).toMatchObject([
      {
        Effect: 'Allow',
        Principal: { Service: 'secretsmanager.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
      },
    ]);
    await expect(of('rotate-mariadb')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The resource you requested does not exist.',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('concurrency: reserved, and shared', async () => {
    const client = clientOf('riley');
    const of = async (FunctionName: string) =>
      (await client.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions;
    expect(await of('rotate-logistics')).toBe(0);
    expect(await of('rotate-postgres')).toBeUndefined();
  });

  test('a list, page by page', async () => {
    const names: (string | undefined)[] = [];
    for await (const page of paginateListFunctions({ client: clientOf('riley'), pageSize: 7 }, {})) {
      expect(page.Functions?.length).toBeLessThanOrEqual(7);
      names.push(...(page.Functions ?? []).map(({ FunctionName }) => FunctionName));
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('rotate-aurora');
    expect(names).not.toContain('rotate-sqlserver-old');
  });

  test('refusals: a function that is gone, one elsewhere, no right', async () => {
    const get = (name: string, FunctionName: string, region?: string) =>
      clientOf(name, region).send(new GetFunctionConfigurationCommand({ FunctionName }));
    await expect(get('riley', 'rotate-sqlserver-old')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:us-east-1:441200879921:function:rotate-sqlserver-old',
    });
    await expect(get('riley', 'rotate-vault', 'eu-west-1')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(get('sam', 'rotate-vault')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: lambda:GetFunctionConfiguration'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(
      get('riley', 'arn:aws:lambda:us-east-1:602733145908:function:rotate-registry'),
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe.skipIf(!existsSync(CLI))('the AWS CLI and Lambda', () => {
  const aws = async (...args: string[]) => {
    const { accessKeyId, secretAccessKey } = keysOf('riley');
    const fixed = ['--endpoint-url', sandbox.url, '--region', 'us-east-1', '--output', 'json'];
    const { stdout } = await run(CLI, ['lambda', ...args, ...fixed], {
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_PAGER: '',
      },
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  test('get-function-configuration and get-policy', async () => {
    const named = ['--function-name', 'rotate-vault'];
    expect(await aws('get-function-configuration', ...named)).toMatchObject({
      FunctionArn: ARN,
      Timeout: 30,
    });
    expect(await aws('get-policy', '--function-name', ARN)).toMatchObject({
      Policy: expect.stringContaining('secretsmanager.amazonaws.com'),
    });
    await expect(aws('get-policy', '--function-name', 'rotate-nothing')).rejects.toThrowError(
      /ResourceNotFoundException/,
    );
  });

  test('list-functions', async () => {
    const { Functions } = await aws('list-functions', '--max-items', '3');
    expect(Functions).toHaveLength(3);
  });
});
