import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

const CLI = '/usr/bin/aws';
const run = promisify(execFile);

interface Keys {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

describe.skipIf(!existsSync(CLI))('the AWS CLI and IAM', () => {
  let sandbox: RunningSandbox;
  let people: Keys[];
  beforeAll(async () => {
    sandbox = await startSandbox();
    people = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Keys[];
  });
  afterAll(() => sandbox.close());

  async function as(keys: Pick<Keys, 'accessKeyId' | 'secretAccessKey'>, ...args: string[]) {
    const fixed = ['--endpoint-url', sandbox.url, '--region', 'us-east-1', '--output', 'json'];
    const { stdout } = await run(CLI, [...args, ...fixed, '--no-cli-pager'], {
      env: {
        NODE_ENV: 'test',
        PATH: '/usr/bin:/bin',
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    return stdout === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>);
  }
  const person = (name: string) => people.find((one) => one.name === name)!;
  const iam = (...args: string[]) => as(person('riley'), 'iam', ...args);
  const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const ARN = 'arn:aws:iam::441200879921';

  test('a user is made, given a key and a right, and acts', async () => {
    expect(await iam('create-user', '--user-name', 'kim', '--tags', 'Key=team,Value=pay')).toMatchObject({
      User: { UserName: 'kim', Arn: `${ARN}:user/kim`, Tags: [{ Key: 'team', Value: 'pay' }] },
    });
    const { AccessKey } = (await iam('create-access-key', '--user-name', 'kim')) as {
      AccessKey: { AccessKeyId: string; SecretAccessKey: string };
    };
    const kim = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
    await expect(as(kim, 'secretsmanager', 'list-secrets')).rejects.toThrow(
      'no identity-based policy allows',
    );
    const document = policy({ Effect: 'Allow', Action: 'secretsmanager:ListSecrets', Resource: '*' });
    await iam('put-user-policy', '--user-name', 'kim', '--policy-name', 'p', '--policy-document', document);
    expect(await as(kim, 'secretsmanager', 'list-secrets')).toEqual({ SecretList: [] });
    await expect(iam('create-user', '--user-name', 'KIM')).rejects.toThrow(
      '(EntityAlreadyExists) when calling the CreateUser operation: User with name KIM already exists.',
    );
    await expect(iam('get-user', '--user-name', 'eve')).rejects.toThrow('(NoSuchEntity)');
    expect(JSON.stringify(await iam('list-users'))).toContain('user/kim');
  });

  test('a role is made, given and deprived of a right', async () => {
    const trust = policy({ Effect: 'Allow', Principal: { AWS: '441200879921' }, Action: 'sts:AssumeRole' });
    const named = ['--role-name', 'app'];
    await iam('create-role', ...named, '--assume-role-policy-document', trust);
    expect(await iam('get-role', ...named)).toMatchObject({
      Role: { Arn: `${ARN}:role/app`, AssumeRolePolicyDocument: JSON.parse(trust) as object },
    });
    const document = policy({ Effect: 'Allow', Action: 'kms:*', Resource: '*' });
    await iam('put-role-policy', ...named, '--policy-name', 'p', '--policy-document', document);
    expect(await iam('list-role-policies', ...named)).toMatchObject({ PolicyNames: ['p'] });
    expect(await iam('get-role-policy', ...named, '--policy-name', 'p')).toMatchObject({
      PolicyDocument: JSON.parse(document) as object,
    });
    await iam('delete-role-policy', ...named, '--policy-name', 'p');
    expect(await iam('list-role-policies', ...named)).toMatchObject({ PolicyNames: [] });
    await expect(
      iam('put-role-policy', ...named, '--policy-name', 'p', '--policy-document', '{'),
    ).rejects.toThrow('(MalformedPolicyDocument)');
  });

  test('policies are simulated', async () => {
    const simulate = async (source: string, ...more: string[]) => {
      const answer = await iam(
        'simulate-principal-policy',
        '--policy-source-arn',
        `${ARN}:${source}`,
        ...more,
      );
      return answer.EvaluationResults as Record<string, unknown>[];
    };
    const secret = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
    const moves = [
      '--action-names',
      'secretsmanager:UpdateSecretVersionStage',
      'secretsmanager:GetSecretValue',
    ];
    expect(await simulate('user/dana', ...moves, '--resource-arns', secret)).toMatchObject([
      { EvalDecision: 'allowed', MatchedStatements: [{ SourcePolicyId: 'RotationResponder' }] },
      { EvalDecision: 'implicitDeny', MatchedStatements: [] },
    ]);
    const list = ['--action-names', 'secretsmanager:ListSecrets'];
    expect(await simulate('role/RegionLimited', ...list)).toMatchObject([
      { EvalDecision: 'allowed', MissingContextValues: ['aws:RequestedRegion'] },
    ]);
    const there = 'ContextKeyName=aws:RequestedRegion,ContextKeyValues=ap-southeast-2,ContextKeyType=string';
    expect(await simulate('role/RegionLimited', ...list, '--context-entries', there)).toMatchObject([
      { EvalDecision: 'explicitDeny' },
    ]);
  });

  test('IAM is not for everybody', async () => {
    await expect(as(person('sam'), 'iam', 'list-users')).rejects.toThrow(
      `(AccessDenied) when calling the ListUsers operation: User: ${ARN}:user/sam is not authorized to perform: iam:ListUsers`,
    );
  });
});
