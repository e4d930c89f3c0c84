import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, tester, token, wait } from './fake-call.ts';

const OWN = '441200879921';
let bench: Bench;
let other: string;
let arn: string;
beforeEach(() => {
  bench = createBench();
  other = [...bench.state.iam.accounts.keys()].find((account) => account !== OWN)!;
  arn = String(create('db').ARN);
});

const create = (Name: string, extra: Json = {}) =>
  bench.run('CreateSecret', { Name, ClientRequestToken: token('v1'), SecretString: 'one', ...extra });
const policy = (...statements: Json[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((own) => ({ Resource: '*', ...own })) });
const allow = (Principal: unknown, Action: unknown = 'secretsmanager:*', more: Json = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});
const put = (ResourcePolicy: string, extra: Json = {}) =>
  bench.run('PutResourcePolicy', { SecretId: 'db', ResourcePolicy, ...extra });
const shown = () => bench.run('GetResourcePolicy', { SecretId: 'db' });
const code = (code: string) => expect.objectContaining({ code });
const abroad = () => {
  bench.principal = { ...tester, account: other, arn: `arn:aws:iam::${other}:user/riley` };
};

test('a policy is put, shown as it was written, and deleted', () => {
  expect(shown()).toEqual({ ARN: arn, Name: 'db' });
  const text = ` ${policy(allow({ AWS: OWN }))}`;
  expect(put(text)).toEqual({ ARN: arn, Name: 'db' });
  expect(shown().ResourcePolicy).toBe(text);
  bench.run('DeleteResourcePolicy', { SecretId: 'db' });
  expect(shown()).not.toHaveProperty('ResourcePolicy');
});

const deny = (Action: string) => ({ Effect: 'Deny', Principal: '*', Action });
test.each<[string, () => string, string, Json]>([
  ['no JSON', () => '{', 'MalformedPolicyDocumentException', {}],
  ['no statement', () => '{}', 'MalformedPolicyDocumentException', {}],
  ['no principal', () => policy({ Effect: 'Allow', Action: '*' }), 'MalformedPolicyDocumentException', {}],
  ['too long', () => 'x'.repeat(20_481), 'ValidationException', {}],
  ['public', () => policy(allow('*')), 'PublicPolicyException', { BlockPublicPolicy: true }],
  ['lock-out', () => policy(deny('secretsmanager:PutResourcePolicy')), 'AccessDeniedException', {}],
])('refused, and the old one stays: %s', (_, text, expected, extra) => {
  const old = policy(allow({ AWS: OWN }));
  put(old);
  expect(() => put(text(), extra)).toThrowError(code(expected));
  expect(shown().ResourcePolicy).toBe(old);
});

test('a principal nobody knows is refused in a recorded sentence', () => {
  const unknown = policy(allow({ AWS: `arn:aws:iam::${OWN}:role/just-made` }));
  expect(() => put(unknown)).toThrowError(
    expect.objectContaining({
      code: 'MalformedPolicyDocumentException',
      message: 'This resource policy contains an unsupported principal.',
    }),
  );
});

test('without BlockPublicPolicy everybody may be let in', () => {
  put(policy(allow('*')));
  expect(shown()).toHaveProperty('ResourcePolicy');
});

test('a deny in the policy acts on every operation', () => {
  put(policy(deny('secretsmanager:GetSecretValue')));
  expect(() => bench.run('GetSecretValue', { SecretId: 'db' })).toThrowError(
    /with an explicit deny in a resource-based policy/,
  );
  expect(bench.run('DescribeSecret', { SecretId: 'db' }).ARN).toBe(arn);
});

test("tags that would take the caller's own access away are refused", () => {
  const Condition = { StringEquals: { 'aws:ResourceTag/sealed': 'yes' } };
  put(policy({ ...deny('secretsmanager:TagResource'), Condition }));
  const tag = (Key: string) => () =>
    bench.run('TagResource', { SecretId: 'db', Tags: [{ Key, Value: 'yes' }] });
  expect(tag('sealed')).toThrowError(code('AccessDeniedException'));
  expect(tag('open')()).toEqual({});
});

test('validation names each fault, and changes nothing', () => {
  const validate = (text: string) =>
    bench.run('ValidateResourcePolicy', { SecretId: 'db', ResourcePolicy: text });
  expect(validate(policy(allow({ AWS: OWN })))).toEqual({
    PolicyValidationPassed: true,
    ValidationErrors: [],
  });
  for (const text of ['{', '{"Version":"2012-10-17"}', policy({ ...allow('*'), Extra: '*' })]) {
    expect(() => validate(text), text).toThrowError(
      expect.objectContaining({
        code: 'MalformedPolicyDocumentException',
        message: 'The resource policy has syntax errors.',
      }),
    );
  }
  expect(() => validate(policy(allow({ AWS: `arn:aws:iam::${OWN}:role/nobody` })))).toThrowError(
    /unsupported principal/,
  );
  for (const text of [policy(allow('*')), policy(deny('secretsmanager:*'))]) {
    const answer = validate(text);
    expect(answer.PolicyValidationPassed, text).toBe(false);
    expect(answer.ValidationErrors).toHaveLength(1);
  }
  expect(shown()).not.toHaveProperty('ResourcePolicy');
});

test('another account gets in by full ARN, policy and a key of its own', () => {
  // The key's policy lets the other account in, and leaves the rest to that account.
  const principals = [OWN, other].map((account) => `arn:aws:iam::${account}:root`);
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principals }, Action: 'kms:*', Resource: '*' }],
  });
  const { KeyMetadata } = bench.run('CreateKey', { Policy }) as { KeyMetadata: { Arn: string } };
  const shared = String(create('shared', { KmsKeyId: KeyMetadata.Arn }).ARN);
  for (const SecretId of ['db', 'shared']) {
    bench.run('PutResourcePolicy', { SecretId, ResourcePolicy: policy(allow({ AWS: other })) });
  }
  abroad();
  const get = (SecretId: string) => bench.run('GetSecretValue', { SecretId });
  expect(bench.run('DescribeSecret', { SecretId: arn }).ARN).toBe(arn);
  expect(() => get(arn)).toThrowError(
    expect.objectContaining({
      code: 'InvalidRequestException',
      message:
        "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
    }),
  );
  expect(get(shared)).toMatchObject({ ARN: shared, SecretString: 'one' });
  expect(() => get('shared')).toThrowError(code('ResourceNotFoundException'));
  expect(() => get(shared.slice(0, -7))).toThrowError(/no resource-based policy allows/);
  expect(bench.run('BatchGetSecretValue', { SecretIdList: [shared] }).Errors).toMatchObject([
    { SecretId: shared, ErrorCode: 'AccessDeniedException' },
  ]);
  expect(bench.run('ListSecrets', {}).SecretList).toEqual([]);
});

test('policies and tags are copied to replicas', () => {
  put(policy(allow({ AWS: OWN }), deny('secretsmanager:ListSecretVersionIds')));
  const AddReplicaRegions = [{ Region: 'eu-west-1' }];
  bench.run('ReplicateSecretToRegions', { SecretId: 'db', AddReplicaRegions });
  wait(bench, 60_000);
  expect(() => bench.run('ListSecretVersionIds', { SecretId: 'db' }, 'eu-west-1')).toThrowError(
    /explicit deny in a resource-based policy/,
  );
  expect(() => bench.run('GetResourcePolicy', { SecretId: 'db' }, 'eu-west-1')).toThrowError(
    code('InvalidParameterException'),
  );
});
