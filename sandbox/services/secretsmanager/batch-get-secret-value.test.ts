import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, tester, token } from './fake-call.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
  for (const name of ['a', 'b', 'c']) {
    bench.run('CreateSecret', { Name: `app/${name}`, ClientRequestToken: token(name), SecretString: name });
  }
});

const batch = (input: Json) => bench.run('BatchGetSecretValue', input);
const names = (page: Json) => (page.SecretValues as Json[]).map(({ Name }) => Name);
const byName = (...Values: string[]) => ({ Filters: [{ Key: 'name', Values }] });

test('what can be read is answered, the rest is named with its error', () => {
  bench.run('CreateSecret', { Name: 'empty', ClientRequestToken: token('e') });
  bench.run('DeleteSecret', { SecretId: 'app/c' });
  const answer = batch({ SecretIdList: ['app/b', 'nowhere', 'app/a', 'app/c', 'empty'] });
  expect(answer.SecretValues).toMatchObject([
    { Name: 'app/b', SecretString: 'b', VersionId: token('b'), VersionStages: ['AWSCURRENT'] },
    { Name: 'app/a', SecretString: 'a' },
  ]);
  expect(answer.Errors).toMatchObject([
    {
      SecretId: 'nowhere',
      ErrorCode: 'ResourceNotFoundException',
      Message: "Secrets Manager can't find the specified secret.",
    },
    {
      SecretId: 'app/c',
      ErrorCode: 'InvalidRequestException',
      Message: "You tried to perform the operation on a secret that's currently marked deleted.",
    },
    { SecretId: 'empty', ErrorCode: 'ResourceNotFoundException' },
  ]);
});

test('filters that find no value at all are answered by an error, otherwise by its entry', () => {
  bench.run('CreateSecret', { Name: 'none/a', ClientRequestToken: token('n') });
  expect(() => batch(byName('none/'))).toThrowError(
    expect.objectContaining({
      code: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    }),
  );
  const mixed = batch(byName('none/', 'app/a'));
  expect(names(mixed)).toEqual(['app/a']);
  expect(mixed.Errors).toHaveLength(1);
  expect(batch(byName('nowhere'))).toEqual({ SecretValues: [], Errors: [] });
});

test('a batch by filter is paged', () => {
  const first = batch({ ...byName('app/'), MaxResults: 2 });
  const second = batch({ ...byName('app/'), MaxResults: 2, NextToken: first.NextToken });
  expect([names(first), names(second)]).toEqual([['app/a', 'app/b'], ['app/c']]);
  expect(second).not.toHaveProperty('NextToken');
  expect(() => batch({ ...byName('other'), NextToken: first.NextToken })).toThrowError(
    expect.objectContaining({ code: 'InvalidNextTokenException' }),
  );
});

test('a secret the caller may not read is an entry, not a failure', () => {
  const Resource = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:app/b-*';
  const rule = { Effect: 'Deny', Action: 'secretsmanager:GetSecretValue', Resource } as const;
  bench.principal = { ...tester, policy: [...tester.policy, rule] };
  const answer = batch(byName('app/'));
  expect(names(answer)).toEqual(['app/a', 'app/c']);
  expect(answer.Errors).toMatchObject([{ ErrorCode: 'AccessDeniedException' }]);
});

test.each<[string, Json, string]>([
  ['neither', {}, "Either 'SecretIdList' or 'Filters' must be provided, but not both."],
  [
    'both',
    { SecretIdList: ['app/a'], ...byName('app/') },
    "Either 'SecretIdList' or 'Filters' must be provided, but not both.",
  ],
  [
    'a size without filters',
    { SecretIdList: ['app/a'], MaxResults: 5 },
    "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
  ],
])('refused: %s', (_, input, message) => {
  expect(() => batch(input)).toThrowError(
    expect.objectContaining({ code: 'InvalidParameterException', message }),
  );
});

test('filters need the right to list', () => {
  const rule = { Effect: 'Deny', Action: 'secretsmanager:ListSecrets', Resource: '*' } as const;
  bench.principal = { ...tester, policy: [...tester.policy, rule] };
  expect(() => batch(byName('app/'))).toThrowError(/secretsmanager:ListSecrets/);
  expect(names(batch({ SecretIdList: ['app/a'] }))).toEqual(['app/a']);
});
