import { expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import type { SecretRow } from '../secret.ts';
import type { Cell, MatrixRow } from './cell.ts';
import { matrixCsv, matrixRecord } from './matrix-record.ts';

const arn = (region: string, tail = 'a1b2c3') =>
  `arn:aws:secretsmanager:${region}:441200879921:secret:=db-${tail}`;
const listed = (region: string, tail?: string): SecretRow => ({
  ...{ arn: arn(region, tail), name: '=db', region },
  ...{ tags: {}, holders: { AWSCURRENT: 'theirs' }, rotation: { enabled: false } },
});
const [secret] = foldSecrets([{ ...listed('us-east-1'), primaryRegion: 'us-east-1' }]);
const rowOf = (...cells: Cell[]): MatrixRow => ({
  secret: secret!,
  primary: undefined,
  cells: [{ region: 'us-east-1', state: 'primary', serves: 'v2', source: 'read' }, ...cells],
  worst: 'failed',
});

test('a record says what is known of each region, how, and leaves out regions without anything', () => {
  const row = rowOf(
    {
      ...{ region: 'us-west-2', state: 'behind', serves: 'v1', source: 'read' },
      report: { region: 'us-west-2', status: 'InSync', kmsKeyId: 'alias/k', lastAccessed: '2026-11-24' },
      differs: [{ label: 'AWSCURRENT', primary: 'v2', there: 'v1' }, { label: 'AWSPREVIOUS' }],
    },
    { region: 'eu-west-1', state: 'none' },
    { region: 'eu-west-2', state: 'unread' },
  );
  const { regions, ...of } = matrixRecord(row);
  expect(of).toEqual({ name: '=db', arn: arn('us-east-1'), primaryRegion: 'us-east-1' });
  expect(regions.map(({ region, state }) => [region, state])).toEqual([
    ['us-east-1', 'Primary'],
    ['us-west-2', 'Behind'],
    ['eu-west-2', 'Not read yet'],
  ]);
  expect(regions[1]).toMatchObject({
    ...{ arn: arn('us-west-2'), primaryServes: 'v2', serves: 'v1', source: 'read' },
    ...{ differs: 'AWSCURRENT AWSPREVIOUS', reported: 'InSync', kmsKey: 'alias/k', otherSecret: null },
  });
  expect(regions[2]).toMatchObject({ serves: null, source: null, reported: null, differs: null });
});

test('what another secret of the name serves is not said to be this one’s', () => {
  const other = listed('us-west-2', 'z9y8x7');
  const taken = { region: 'us-west-2', serves: 'theirs', source: 'listed', twin: true } as const;
  const [, there] = matrixRecord(rowOf({ ...taken, state: 'failed', other })).regions;
  expect(there).toMatchObject({ serves: null, source: null, otherSecret: other.arn });
  const [, promoted] = matrixRecord(rowOf({ ...taken, state: 'twin' })).regions;
  expect(promoted).toMatchObject({ otherSecret: arn('us-west-2') });
});

test('as CSV it is a line for each region, and no formula', () => {
  const message = { region: 'us-west-2', status: 'Failed', message: 'taken, "there"' } as const;
  const text = matrixCsv([rowOf({ region: 'us-west-2', state: 'failed', report: message })]);
  const [titles, home, there, end] = text.split('\r\n');
  expect(titles).toMatch(/^\uFEFFname,arn,primaryRegion,region,state,/);
  expect(home).toMatch(/^'=db,arn:aws:secretsmanager:us-east-1:/);
  expect(there).toContain(',Failed,"taken, ""there""",');
  expect(end).toBe('');
});
