import { describe, expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import type { SecretRow } from '../secret.ts';
import { exportFileName } from './file-name.ts';
import { type SecretRecord, secretRecord } from './secret-record.ts';
import { toCsv } from './to-csv.ts';
import { toJson } from './to-json.ts';

const arn = (region: string) => `arn:aws:secretsmanager:${region}:441200879921:secret:prod/db-AbCdEf`;
const row = (region: string, more: Partial<SecretRow> = {}): SecretRow => ({
  arn: arn(region),
  name: 'prod/db',
  region,
  tags: {},
  holders: { AWSCURRENT: 'v2', AWSPREVIOUS: 'v1' },
  rotation: { enabled: false },
  ...more,
});
const context = { unread: [], now: Date.parse('2026-11-24T12:00:00.000Z') };
const recordOf = (rows: SecretRow[], unread: string[] = []): SecretRecord =>
  secretRecord(foldSecrets(rows)[0]!, { ...context, unread });

describe('a record', () => {
  test('has what the listing says of a secret in all its regions', () => {
    const primaryRegion = 'us-east-1';
    const record = recordOf([
      row('us-east-1', {
        primaryRegion,
        tags: { owner: 'payments' },
        lastAccessed: '2026-11-20',
        rotation: { enabled: true, everyDays: 30, next: '2026-11-01T00:00:00.000Z' },
      }),
      row('eu-west-1', { primaryRegion, holders: { AWSCURRENT: 'v1' }, lastAccessed: '2026-11-22' }),
    ]);
    expect(record).toMatchObject({
      name: 'prod/db',
      arn: arn('us-east-1'),
      primaryRegion,
      regions: { 'us-east-1': 'primary', 'eu-west-1': 'behind' },
      owner: 'payments',
      labels: { AWSCURRENT: 'v2', AWSPREVIOUS: 'v1' },
      rotationEnabled: true,
      rotationSchedule: 'rate(30 days)',
      rotationOverdue: true,
      lastAccessed: '2026-11-22',
      kmsKey: null,
      deletion: null,
    });
  });

  test('claims nothing of what was not read', () => {
    const replica = recordOf([row('eu-west-1', { primaryRegion: 'us-east-1' })], ['us-east-1']);
    expect(replica).toMatchObject({ rotationEnabled: null, rotationOverdue: null, lastAccessed: null });
    expect(recordOf([row('us-east-1')])).toMatchObject({ rotationEnabled: false, lastAccessed: 'never' });
  });
});

const plain = recordOf([row('us-east-1')]);
// The description is the fifth field.
const described = (description: string) => toCsv([{ ...plain, description }]);
const titles = toCsv([]).trimEnd();

describe('CSV', () => {
  test('has a line of titles, one for each field of a record', () => {
    expect(titles.replace('\uFEFF', '').split(',')).toEqual(Object.keys(plain));
  });

  // text, as a cell
  test.each([
    ['plain words', 'plain words'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', `"'\n=1"`],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    [' a', ' a'],
    ['\r=1', `"'\r=1"`],
    ['a=b', 'a=b'],
    ['', ''],
  ])('writes %j safely', (text, cell) => {
    expect(described(text)).toContain(`,${cell},,"{""AWSCURRENT""`);
  });

  test('of many records has as many lines', () => {
    expect(toCsv([plain, plain]).trimEnd().split('\r\n')).toHaveLength(3);
  });
});

test('JSON says what it covers before what is in it', () => {
  const regions = [{ region: 'us-east-1', state: 'read', read: '2026-11-24T11:59:00.000Z' }];
  const cover = { scope: '441200879921.riley', at: '2026-11-24T12:00:00.000Z', regions };
  expect(JSON.parse(toJson([plain], cover))).toEqual({ ...cover, count: 1, secrets: [plain] });
});

test.each([
  ['441200879921.riley', 'keyturn-secrets-441200879921.riley-20261124T120000Z.csv'],
  ['441200879921.a/b c', 'keyturn-secrets-441200879921.a_b_c-20261124T120000Z.csv'],
])('a file of %s says whose it is and when it was made', (scope, name) => {
  expect(exportFileName('secrets', scope, '2026-11-24T12:00:00.000Z', 'csv')).toBe(name);
});

test('CSV begins with the mark that Excel reads UTF-8 by, JSON without', () => {
  expect(described('für alle').startsWith('\uFEFFname,')).toBe(true);
  expect(toJson([plain], { scope: 'x', at: '2026-11-24T12:00:00.000Z', regions: [] })).toMatch(/^[{[]/);
});
