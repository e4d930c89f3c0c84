import { expect, test } from 'vitest';
import { facetsOf } from './facets.ts';
import { allRead, secretIn, secretWith, without } from './folded-for-tests.ts';
import { matchingSecrets } from './matching.ts';

const db = secretWith({ name: 'prod/db', tags: { env: 'prod', team: 'pay' } });
const cache = secretWith({ name: 'prod/cache', tags: { env: 'prod' } });
const test1 = secretWith({ name: 'test/db', tags: { env: 'test', 'a=b': 'c' } });
const pair = secretIn(['us-east-1', 'eu-west-1'], { name: 'prod/pair', tags: {} });
const all = [cache, db, pair, test1];
const names = (secrets: readonly { name: string }[]) => secrets.map(({ name }) => name);

// text, tokens, names that match
test.each([
  ['', [], ['prod/cache', 'prod/db', 'prod/pair', 'test/db']],
  ['db', [], ['prod/db', 'test/db']],
  ['', ['tag:env=prod'], ['prod/cache', 'prod/db']],
  ['db', ['tag:env=prod'], ['prod/db']],
  ['', ['-tag:env=prod'], ['prod/pair', 'test/db']],
  ['', ['tag:env', '-owner:pay'], ['prod/cache', 'test/db']],
  // What is not understood asks nothing; that it is there is shown beside the table.
  ['', ['colour:red', 'tag:env=test'], ['test/db']],
] as const)('%j with %j', (text, tokens, found) => {
  const { rows, untold } = matchingSecrets(all, { text, tokens }, allRead);
  expect(names(rows)).toEqual(found);
  expect(untold).toEqual([]);
});

test('what cannot be told is counted apart, unless another token or word rules it out', () => {
  const ask = (text: string, ...tokens: string[]) => {
    const { rows, untold } = matchingSecrets(all, { text, tokens }, without('us-west-2'));
    return [names(rows), names(untold)];
  };
  expect(ask('', 'region:us-west-2')).toEqual([[], ['prod/pair']]);
  expect(ask('', '-region:us-west-2')).toEqual([['prod/cache', 'prod/db', 'test/db'], ['prod/pair']]);
  expect(ask('db', '-region:us-west-2')).toEqual([['prod/db', 'test/db'], []]);
  expect(ask('', 'region:us-west-2', 'tag:env')).toEqual([[], []]);
  expect(ask('', 'tag:env', 'region:us-west-2')).toEqual([[], []]);
});

test('facets count how many have each value, the most frequent first', () => {
  expect(facetsOf('region', all, allRead.now)).toEqual([
    { value: 'us-east-1', count: 4 },
    { value: 'eu-west-1', count: 1 },
  ]);
  expect(facetsOf('owner', all, allRead.now)).toEqual([
    { value: '', count: 3 },
    { value: 'pay', count: 1 },
  ]);
  expect(facetsOf('tag', all, allRead.now)).toEqual([
    { value: 'env', count: 3 },
    { value: 'env=prod', count: 2 },
    { value: 'a\\=b', count: 1 },
    { value: 'a\\=b=c', count: 1 },
    { value: 'env=test', count: 1 },
    { value: 'team', count: 1 },
    { value: 'team=pay', count: 1 },
  ]);
  expect(
    facetsOf('rotation', [secretIn(['us-east-1', 'eu-west-1'], {}, ['us-east-1'])], allRead.now),
  ).toEqual([]);
});
