import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, tester, token, wait } from './fake-call.ts';
import { createSecretsManagerState } from './state.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});

function create(name: string, extra: Json = {}) {
  wait(bench, 1000);
  bench.run('CreateSecret', { Name: name, ClientRequestToken: token(name), SecretString: name, ...extra });
}

function pages(input: Json): string[][] {
  const found: string[][] = [];
  let next: unknown;
  do {
    const page = bench.run('ListSecrets', { ...input, ...(next === undefined ? {} : { NextToken: next }) });
    found.push((page.SecretList as { Name: string }[]).map((secret) => secret.Name));
    next = page.NextToken;
  } while (next !== undefined);
  return found;
}

const list = (input: Json = {}) => pages(input).flat();
const where = (Key: string, ...Values: string[]) => ({ Filters: [{ Key, Values }] });

test('pages hold at most what was asked, in order of creation, each secret once', () => {
  for (const name of ['d', 'a', 'c', 'b', 'e']) create(name);
  expect(pages({ MaxResults: 2 })).toEqual([['d', 'a'], ['c', 'b'], ['e']]);
  expect(pages({ MaxResults: 5 })).toEqual([['d', 'a', 'c', 'b', 'e']]);
});

test('without a size a page holds a hundred', () => {
  for (let count = 0; count < 101; count++) create(`s${count}`);
  expect(pages({}).map((page) => page.length)).toEqual([100, 1]);
});

test.each([
  [{ SortBy: 'name' }, ['a', 'b', 'c']],
  [{ SortBy: 'name', SortOrder: 'desc' }, ['c', 'b', 'a']],
  [{ SortOrder: 'desc' }, ['b', 'a', 'c']],
  [{ SortBy: 'last-accessed-date' }, ['c', 'b', 'a']],
  [{ SortBy: 'last-changed-date', SortOrder: 'desc' }, ['c', 'b', 'a']],
])('sorted by %j', (input, expected) => {
  for (const name of ['c', 'a', 'b']) create(name);
  bench.run('GetSecretValue', { SecretId: 'b' });
  wait(bench, 24 * 60 * 60 * 1000);
  bench.run('GetSecretValue', { SecretId: 'a' });
  bench.run('TagResource', { SecretId: 'c', Tags: [{ Key: 'x', Value: '' }] });
  expect(pages({ ...input, MaxResults: 1 })).toEqual(expected.map((name) => [name]));
});

test('a page that vanishes between two calls loses nobody else', () => {
  for (const name of ['a', 'b', 'c']) create(name);
  const first = bench.run('ListSecrets', { MaxResults: 1 });
  bench.run('DeleteSecret', { SecretId: 'a', ForceDeleteWithoutRecovery: true });
  const second = bench.run('ListSecrets', { MaxResults: 1, NextToken: first.NextToken });
  expect(second.SecretList).toMatchObject([{ Name: 'b' }]);
});

test('a token is good for its own question only', () => {
  for (const name of ['a', 'b']) create(name);
  const { NextToken } = bench.run('ListSecrets', { MaxResults: 1 });
  for (const input of [{ NextToken: 'nonsense' }, { NextToken, SortBy: 'name' }]) {
    expect(() => bench.run('ListSecrets', input)).toThrowError(
      expect.objectContaining({ code: 'InvalidNextTokenException' }),
    );
  }
});

test('secrets that wait for their deletion are shown when asked for', () => {
  create('a');
  create('b');
  bench.run('DeleteSecret', { SecretId: 'a' });
  expect(list()).toEqual(['b']);
  expect(list({ IncludePlannedDeletion: true })).toEqual(['a', 'b']);
});

test('an entry shows labels under its own name, and no replication status', () => {
  create('a', { AddReplicaRegions: [{ Region: 'eu-west-1' }] });
  const entry = (bench.run('ListSecrets', {}).SecretList as Json[])[0]!;
  expect(entry).toMatchObject({
    PrimaryRegion: 'us-east-1',
    SecretVersionsToStages: { [token('a')]: ['AWSCURRENT'] },
  });
  expect(entry).not.toHaveProperty('VersionIdsToStages');
  expect(entry).not.toHaveProperty('ReplicationStatus');
});

test.each<[Json, string[]]>([
  [where('name', 'prod/'), ['prod/payDb', 'prod/search']],
  [where('name', 'Prod/'), []],
  [where('name', '!prod/'), ['dev/db', 'SecretOne']],
  [where('name', 'dev', 'Secret'), ['dev/db', 'SecretOne']],
  [where('description', 'one two'), ['prod/payDb']],
  [where('description', 'nother'), []],
  [where('tag-key', 'te'), ['prod/payDb', 'dev/db']],
  [where('tag-value', 'pay'), ['prod/payDb']],
  [where('primary-region', 'us-east-1'), ['prod/search']],
  [where('owning-service', 'rds'), []],
  [where('all', 'db'), ['prod/payDb', 'dev/db']],
  [where('all', 'SEC'), ['SecretOne']],
  [where('all', 'ret'), []],
  [where('all', '/'), []],
  [where('all', 'payments'), ['prod/payDb']],
  [
    {
      Filters: [
        { Key: 'name', Values: ['prod/'] },
        { Key: 'all', Values: ['db'] },
      ],
    },
    ['prod/payDb'],
  ],
])('filter %j', (input, expected) => {
  create('prod/payDb', { Description: 'One and two', Tags: [{ Key: 'team', Value: 'payments' }] });
  create('prod/search', {
    Description: 'another',
    AddReplicaRegions: [{ Region: 'eu-west-1' }],
  });
  create('dev/db', { Tags: [{ Key: 'team', Value: 'data' }] });
  create('SecretOne');
  expect(list(input)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Gate', ['PaymentGateway']],
  ['gateway', ['PaymentGateway']],
  ['way', []],
  ['PaymentGate', ['PaymentGateway']],
  ['OrderGate', []],
  ['billing', ['eu/BILLING/a']],
  ['Gkeys', ['eu/BILLINGkeys/b']],
  ['keys', []],
  ['b', ['eu/BILLING/a', 'eu/BILLINGkeys/b']],
  ['c', ['SecretCTag']],
  ['/', []],
  ['eu b', ['eu/BILLING/a', 'eu/BILLINGkeys/b']],
])('a search for "%s" takes words apart as AWS does', (term, expected) => {
  for (const name of ['PaymentGateway', 'eu/BILLING/a', 'eu/BILLINGkeys/b', 'SecretCTag']) create(name);
  expect(list(where('all', term))).toEqual(expected);
});

test('a listing that may be old shows neither what is new nor what is gone, until its time is over', () => {
  const secretsManager = createSecretsManagerState({ replicationMs: 0, listingLagMs: 300_000 });
  Object.assign(bench.state, { secretsManager });
  create('old');
  create('going');
  expect(list()).toEqual(['old', 'going']);
  create('new');
  bench.run('DeleteSecret', { SecretId: 'going' });
  bench.run('TagResource', { SecretId: 'old', Tags: [{ Key: 'a', Value: '1' }] });
  expect(list()).toEqual(['old', 'going']);
  expect(list(where('tag-key', 'a'))).toEqual([]);
  expect(bench.run('DescribeSecret', { SecretId: 'new' })).toMatchObject({ Name: 'new' });
  wait(bench, 300_000);
  expect(list()).toEqual(['old', 'new']);
  expect(list(where('tag-key', 'a'))).toEqual(['old']);
});

test.each<[Json, string, string]>([
  [{ Values: ['a'] }, 'InvalidParameterException', 'Invalid filter key'],
  [{ Key: 'all' }, 'InvalidParameterException', 'Invalid filter values for key: all'],
  [
    { Key: 'owner', Values: ['a'] },
    'ValidationException',
    "1 validation error detected: Value 'owner' at 'filters.1.member.key' failed to satisfy constraint: Member must satisfy enum value set: [all, name, tag-key, description, tag-value]",
  ],
])('the filter %j is refused', (filter, code, message) => {
  for (const operation of ['ListSecrets', 'BatchGetSecretValue']) {
    expect(() => bench.run(operation, { Filters: [filter] })).toThrowError(
      expect.objectContaining({ code, message }),
    );
  }
});

test('versions are paged too, the unlabelled ones only on request', () => {
  create('a');
  for (const name of ['v2', 'v3']) {
    wait(bench, 1000);
    bench.run('PutSecretValue', { SecretId: 'a', ClientRequestToken: token(name), SecretString: name });
  }
  const ids = (page: Json) => (page.Versions as { VersionId: string }[]).map(({ VersionId }) => VersionId);
  expect(ids(bench.run('ListSecretVersionIds', { SecretId: 'a' }))).toEqual([token('v2'), token('v3')]);
  const input = { SecretId: 'a', IncludeDeprecated: true, MaxResults: 2 };
  const first = bench.run('ListSecretVersionIds', input);
  const second = bench.run('ListSecretVersionIds', { ...input, NextToken: first.NextToken });
  expect([ids(first), ids(second)]).toEqual([[token('a'), token('v2')], [token('v3')]]);
  expect(second).not.toHaveProperty('NextToken');
});

test('a page may be empty and go on: a listing looks at a thousand secrets at a time', () => {
  for (let count = 0; count < 1001; count++) {
    bench.run('CreateSecret', { Name: `s${count}`, ClientRequestToken: token(`s${count}`) });
  }
  expect(pages(where('name', 's1000'))).toEqual([[], ['s1000']]);
  expect(pages({ ...where('name', 's99'), MaxResults: 10 })).toEqual([
    ['s99', ...Array.from({ length: 9 }, (_, at) => `s99${at}`)],
    ['s999'],
  ]);
});

test('a page token is good for its own operation, region and account only', () => {
  for (const name of ['a', 'b']) create(name);
  const Filters = [{ Key: 'name', Values: ['', 'a', 'b'] }];
  const { NextToken } = bench.run('ListSecrets', { MaxResults: 1, Filters });
  const refused = expect.objectContaining({ code: 'InvalidNextTokenException' });
  const again = (operation: string, region: string) => () =>
    bench.run(operation, { Filters, NextToken }, region);
  expect(again('ListSecrets', 'us-east-1')()).toMatchObject({ SecretList: [{ Name: 'b' }] });
  expect(again('ListSecrets', 'eu-west-1')).toThrowError(refused);
  expect(again('BatchGetSecretValue', 'us-east-1')).toThrowError(refused);
  bench.principal = { ...tester, account: '602733145908' };
  expect(again('ListSecrets', 'us-east-1')).toThrowError(refused);
});
