import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { hasCli } from './secretsmanager-world.ts';

interface Operator {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const REGION = 'us-east-1';
const run = promisify(execFile);

let sandbox: RunningSandbox;
let riley: Operator;
let sam: Operator;
beforeAll(async () => {
  sandbox = await startSandbox();
  const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Operator[];
  riley = operators.find(({ name }) => name === 'riley')!;
  sam = operators.find(({ name }) => name === 'sam')!;
});
afterAll(() => sandbox.close());

/** Runs `aws kms …` as riley unless told otherwise; an empty answer is `{}`. */
async function kms(args: readonly string[], who: Operator = riley): Promise<Record<string, unknown>> {
  const fixed = ['--endpoint-url', sandbox.url, '--region', REGION, '--output', 'json', '--no-cli-pager'];
  const { stdout } = await run('/usr/bin/aws', ['kms', ...args, ...fixed], {
    env: {
      NODE_ENV: 'test',
      PATH: '/usr/bin:/bin',
      AWS_ACCESS_KEY_ID: who.accessKeyId,
      AWS_SECRET_ACCESS_KEY: who.secretAccessKey,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  return stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>);
}

async function makeKey(alias: string): Promise<string> {
  const made = await kms(['create-key', '--description', alias]);
  const { KeyId, Arn } = made.KeyMetadata as { KeyId: string; Arn: string };
  await kms(['create-alias', '--alias-name', alias, '--target-key-id', KeyId]);
  return Arn;
}

describe.skipIf(!hasCli)('the AWS CLI and KMS', () => {
  test('makes a key, names it, lists and describes it', async () => {
    const arn = await makeKey('alias/cli');
    expect((await kms(['describe-key', '--key-id', 'alias/cli'])).KeyMetadata).toMatchObject({
      Arn: arn,
      Description: 'alias/cli',
      KeyState: 'Enabled',
      KeyManager: 'CUSTOMER',
      CreationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect((await kms(['list-keys', '--page-size', '1'])).Keys).toContainEqual(
      expect.objectContaining({ KeyArn: arn }),
    );
    expect((await kms(['list-aliases', '--key-id', arn])).Aliases).toMatchObject([
      { AliasName: 'alias/cli' },
    ]);
    expect((await kms(['list-aliases', '--page-size', '1'])).Aliases).toHaveLength(2);
    const policy = await kms(['get-key-policy', '--key-id', arn, '--policy-name', 'default']);
    expect(policy.Policy).toContain('"kms:*"');
    await kms([
      'put-key-policy',
      '--key-id',
      arn,
      '--policy-name',
      'default',
      '--policy',
      String(policy.Policy),
    ]);
  });

  test('moves an alias and takes it away', async () => {
    await makeKey('alias/moved');
    const other = await makeKey('alias/other');
    await kms(['update-alias', '--alias-name', 'alias/moved', '--target-key-id', other]);
    expect((await kms(['describe-key', '--key-id', 'alias/moved'])).KeyMetadata).toMatchObject({
      Arn: other,
    });
    await kms(['delete-alias', '--alias-name', 'alias/moved']);
    await expect(kms(['describe-key', '--key-id', 'alias/moved'])).rejects.toThrow(
      'An error occurred (NotFoundException) when calling the DescribeKey operation: ' +
        'Alias arn:aws:kms:us-east-1:441200879921:alias/moved is not found.',
    );
  });

  test('plans a deletion, hears about it, and takes it back', async () => {
    const arn = await makeKey('alias/going');
    expect(
      await kms(['schedule-key-deletion', '--key-id', arn, '--pending-window-in-days', '7']),
    ).toMatchObject({
      KeyId: arn,
      KeyState: 'PendingDeletion',
      PendingWindowInDays: 7,
    });
    await expect(kms(['enable-key', '--key-id', arn])).rejects.toThrow(
      `(KMSInvalidStateException) when calling the EnableKey operation: ${arn} is pending deletion.`,
    );
    expect(await kms(['cancel-key-deletion', '--key-id', arn])).toEqual({ KeyId: arn });
    await kms(['enable-key', '--key-id', arn]);
  });

  test('is refused in the words of IAM', async () => {
    const arn = await makeKey('alias/kept');
    await expect(kms(['disable-key', '--key-id', arn], sam)).rejects.toThrow(
      '(AccessDeniedException) when calling the DisableKey operation: ' +
        'User: arn:aws:iam::441200879921:user/sam is not authorized to perform: kms:DisableKey',
    );
  });

  test('what happens to a key happens to its secrets', async () => {
    const arn = await makeKey('alias/secrets');
    const next = await makeKey('alias/next');
    const { accessKeyId, secretAccessKey } = riley;
    const client = new SecretsManagerClient({
      endpoint: sandbox.url,
      region: REGION,
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey },
    });
    const id = { SecretId: 'kms/one' };
    await client.send(
      new CreateSecretCommand({ Name: 'kms/one', SecretString: 'one', KmsKeyId: 'alias/secrets' }),
    );
    expect((await client.send(new DescribeSecretCommand(id))).KmsKeyId).toBe('alias/secrets');
    await kms(['disable-key', '--key-id', arn]);
    await expect(client.send(new GetSecretValueCommand(id))).rejects.toMatchObject({
      name: 'DecryptionFailure',
    });
    await expect(
      client.send(new PutSecretValueCommand({ ...id, SecretString: 'two' })),
    ).rejects.toMatchObject({ name: 'EncryptionFailure' });
    await kms(['enable-key', '--key-id', arn]);
    await client.send(new UpdateSecretCommand({ ...id, KmsKeyId: next }));
    const { Versions } = await client.send(new ListSecretVersionIdsCommand(id));
    expect(Versions?.map(({ KmsKeyIds }) => KmsKeyIds)).toEqual([[next, arn]]);
    await expect(
      client.send(new UpdateSecretCommand({ ...id, KmsKeyId: 'alias/none' })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    expect((await client.send(new GetSecretValueCommand(id))).SecretString).toBe('one');
  });
});
