import {
  BatchGetSecretValueCommand,
  CancelRotateSecretCommand,
  CreateSecretCommand,
  DeleteResourcePolicyCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetResourcePolicyCommand,
  InvalidParameterException,
  InvalidRequestException,
  MalformedPolicyDocumentException,
  PublicPolicyException,
  PutResourcePolicyCommand,
  RotateSecretCommand,
  ValidateResourcePolicyCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, refusal, seed, type World } from './secretsmanager-world.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';

let world: World;
beforeAll(async () => {
  world = await openWorld({ world: 'empty' });
});
afterAll(() => world.close());

const client = () => world.client('us-east-1');

test('a password is of the length and the characters that were asked for', async () => {
  const plain = await client().send(new GetRandomPasswordCommand({}));
  expect(plain.RandomPassword).toMatch(/^[!-~]{32}$/);
  const asked = { PasswordLength: 20, ExcludePunctuation: true, ExcludeCharacters: 'abc' };
  const made = await client().send(new GetRandomPasswordCommand(asked));
  expect(made.RandomPassword).toMatch(/^[A-Zd-z0-9]{20}$/);
  const short = await refusal(client().send(new GetRandomPasswordCommand({ PasswordLength: 2 })));
  expect(short).toBeInstanceOf(InvalidParameterException);
});

test('a batch answers what it can, page by page', async () => {
  for (const name of ['batch/a', 'batch/b']) await seed(client(), name, 1);
  const SecretIdList = ['batch/b', 'batch/none'];
  const listed = await client().send(new BatchGetSecretValueCommand({ SecretIdList }));
  expect(listed.SecretValues).toMatchObject([{ Name: 'batch/b', CreatedDate: expect.any(Date) }]);
  expect(listed.Errors).toMatchObject([{ SecretId: 'batch/none', ErrorCode: 'ResourceNotFoundException' }]);
  const Filters = [{ Key: 'name' as const, Values: ['batch/'] }];
  const first = await client().send(new BatchGetSecretValueCommand({ Filters, MaxResults: 1 }));
  const rest = await client().send(
    new BatchGetSecretValueCommand({ Filters, MaxResults: 1, NextToken: first.NextToken }),
  );
  expect([first, rest].map(({ SecretValues }) => SecretValues?.[0]?.Name)).toEqual(['batch/a', 'batch/b']);
  const both = await refusal(client().send(new BatchGetSecretValueCommand({ Filters, SecretIdList })));
  expect(both).toBeInstanceOf(InvalidParameterException);
});

test('a resource policy is checked, put, read and deleted', async () => {
  const SecretId = 'policy/own';
  await seed(client(), SecretId, 1);
  const statement = (Principal: unknown) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
    });
  const ResourcePolicy = statement({ AWS: 'arn:aws:iam::441200879921:root' });
  const valid = await client().send(new ValidateResourcePolicyCommand({ SecretId, ResourcePolicy }));
  expect(valid).toMatchObject({ PolicyValidationPassed: true, ValidationErrors: [] });
  await client().send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy, BlockPublicPolicy: true }));
  expect(await client().send(new GetResourcePolicyCommand({ SecretId }))).toMatchObject({ ResourcePolicy });
  const put = (ResourcePolicy: string) =>
    refusal(
      client().send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy, BlockPublicPolicy: true })),
    );
  expect(await put(statement('*'))).toBeInstanceOf(PublicPolicyException);
  expect(await put(statement({ AWS: 'arn:aws:iam::441200879921:role/nobody' }))).toBeInstanceOf(
    MalformedPolicyDocumentException,
  );
  await client().send(new DeleteResourcePolicyCommand({ SecretId }));
  expect((await client().send(new GetResourcePolicyCommand({ SecretId }))).ResourcePolicy).toBeUndefined();
});

test('a rotation without a function, or with one nobody may invoke, is refused', async () => {
  const SecretId = 'rotation/none';
  await seed(client(), SecretId, 1);
  const bare = await refusal(client().send(new RotateSecretCommand({ SecretId })));
  expect(bare).toBeInstanceOf(InvalidRequestException);
  expect(bare.message).toBe('No Lambda rotation function ARN is associated with this secret.');
  const RotationRules = { ScheduleExpression: 'rate(10 days)' };
  const rotate = { SecretId, RotationLambdaARN: FUNCTION, RotationRules };
  const locked = await refusal(client().send(new RotateSecretCommand(rotate)));
  expect(locked.name).toBe('AccessDeniedException');
  const often = { ...rotate, RotationRules: { ScheduleExpression: 'rate(3 hours)' } };
  expect(await refusal(client().send(new RotateSecretCommand(often)))).toBeInstanceOf(
    InvalidParameterException,
  );
  expect(await refusal(client().send(new CancelRotateSecretCommand({ SecretId })))).toBeInstanceOf(
    InvalidRequestException,
  );
  expect(await client().send(new DescribeSecretCommand({ SecretId }))).not.toHaveProperty('RotationEnabled');
});

test('a managed external secret is rotated through a role, on its schedule', async () => {
  const SecretId = 'rotation/partner';
  await client().send(
    new CreateSecretCommand({ Name: SecretId, SecretString: 'one', Type: 'SalesforceClientSecret' }),
  );
  const started = await client().send(
    new RotateSecretCommand({
      SecretId,
      RotationRules: { ScheduleExpression: 'cron(0 16 1,15 * ? *)', Duration: '2h' },
      ExternalSecretRotationMetadata: [{ Key: 'appId', Value: '7' }],
      ExternalSecretRotationRoleArn: 'arn:aws:iam::441200879921:role/partner',
    }),
  );
  await world.replicate();
  const secret = await client().send(new DescribeSecretCommand({ SecretId }));
  expect(secret).toMatchObject({
    Type: 'SalesforceClientSecret',
    RotationEnabled: true,
    LastRotatedDate: expect.any(Date),
    RotationRules: { Duration: '2h', AutomaticallyAfterDays: expect.any(Number) },
  });
  expect(secret.VersionIdsToStages?.[started.VersionId!]).toContain('AWSCURRENT');
  expect(secret.NextRotationDate?.toISOString()).toMatch(/T17:59:59\.000Z$/);
  await client().send(new CancelRotateSecretCommand({ SecretId }));
  expect(await client().send(new DescribeSecretCommand({ SecretId }))).toMatchObject({
    RotationEnabled: false,
  });
});

test('a forced deletion keeps the name for some seconds', async () => {
  const SecretId = 'deleted/forced';
  await seed(client(), SecretId, 1);
  await client().send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
  const again = new CreateSecretCommand({ Name: SecretId, SecretString: 'two' });
  const early = await refusal(client().send(again));
  expect(early).toBeInstanceOf(InvalidRequestException);
  await world.replicate();
  expect(await client().send(again)).toMatchObject({ Name: SecretId });
});
