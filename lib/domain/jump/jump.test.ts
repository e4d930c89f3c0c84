import { describe, expect, test } from 'vitest';
import { secretIn, secretWith } from '../filter/folded-for-tests.ts';
import { findSecrets } from './find-secrets.ts';
import { isVersionId, labelledVersions } from './labelled-versions.ts';
import { listedArn } from './listed-arn.ts';
import { pastedArn } from './pasted-arn.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';

describe('an ARN is found in', () => {
  test.each([
    ARN,
    `  ${ARN}\n`,
    `"${ARN}",`,
    `'${ARN}'`,
    `${ARN}:password::`,
    `${ARN}:password:AWSPREVIOUS:`,
    `"${ARN}:::11111111-2222-3333-4444-555555555555"`,
    `${ARN} and more`,
    `User is not authorized to perform: secretsmanager:GetSecretValue on resource: ${ARN}.`,
    `${ARN} ${ARN}`,
  ])('%j', (text) => {
    expect(pastedArn(text)).toBe(ARN);
  });
});

test.each([
  '',
  'prod/db',
  ARN.slice(0, -7),
  `x${ARN}`,
  'arn:aws:s3:::bucket',
  `${ARN} ${ARN.replace('db', 'cache')}`,
])('%j holds no full ARN', (text) => {
  expect(pastedArn(text)).toBeUndefined();
});

test('what is listed decides whether an ARN is a full one', () => {
  const start = ARN.slice(0, ARN.indexOf('prod/'));
  const listed = ['prod/db-writer', 'prod/db'].map((name) => secretIn(['us-east-1'], { name }));
  const found = (text: string) => listedArn(listed, text);
  expect(found(`${start}prod/db-writer`)).toBe(`${start}prod/db-writer-AbCdEf`);
  expect(found(`on ${start}prod/db, and more`)).toBe(ARN);
  expect(found(ARN)).toBe(ARN);
  expect(found(`${start}prod/other-XyZ123`)).toBe(`${start}prod/other-XyZ123`);
  expect(found(`${start}prod/d`)).toBeUndefined();
});

const CURRENT = '7f3a91c4-0d6e-4b8a-b5f2-1c94e07ad3b6';
const OLD = '7f3b0000-0d6e-4b8a-b5f2-1c94e07ad3b6';
const db = secretIn(['us-east-1', 'eu-west-1'], {
  name: 'prod/db',
  holders: { AWSPENDING: CURRENT, AWSCURRENT: CURRENT, AWSPREVIOUS: OLD },
});

describe('labelled versions are found by', () => {
  // typed, ids found
  test.each([
    [CURRENT, [CURRENT]],
    [` ${CURRENT.toUpperCase()} `, [CURRENT]],
    ['v 7f3a…', [CURRENT]],
    ['7f3a91', [CURRENT]],
    ['7f3', []],
    ['7f3b...', [OLD]],
    ['prod/db', []],
    ['made-by-hand-and-32-characters-ok', ['made-by-hand-and-32-characters-ok']],
    ['made-by-hand', []],
    ['11111111-2222-3333-4444-555555555555', []],
  ])('%j', (typed, ids) => {
    const own = secretWith({ holders: { AWSCURRENT: 'made-by-hand-and-32-characters-ok' } });
    const found = labelledVersions([db, own, secretWith()], typed);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  test('and show all their labels, once for all regions', () => {
    const [version, ...more] = labelledVersions([db], CURRENT);
    expect(more).toEqual([]);
    expect(version).toMatchObject({ labels: ['AWSCURRENT', 'AWSPENDING'], row: { region: 'us-east-1' } });
  });
});

test.each([
  [CURRENT, true],
  [CURRENT.toUpperCase(), true],
  ['7f3a', false],
  ['prod/db', false],
])('%j is a whole version id: %s', (typed, whole) => {
  expect(isVersionId(typed)).toBe(whole);
});

test('secrets are found by closeness: the name, its end, its beginning, within it, elsewhere, nearly', () => {
  const all = [
    secretWith({ name: 'zz', description: 'of db' }),
    secretWith({ name: 'a-db-b' }),
    secretWith({ name: 'db-x' }),
    secretWith({ name: 'prod/db' }),
    secretWith({ name: 'db' }),
  ];
  const names = (typed: string) => findSecrets(all, typed).map(({ name }) => name);
  expect(names('DB')).toEqual(['db', 'prod/db', 'db-x', 'a-db-b', 'zz']);
  expect(names(' ')).toEqual([]);
  expect(names('441200879921')).toHaveLength(5);
  expect(names('pord')).toEqual(['prod/db']);
  const many = Array.from({ length: 90 }, (_, at) => secretWith({ name: `prod/${at}` }));
  expect(findSecrets(many, 'prod')).toHaveLength(50);
});
