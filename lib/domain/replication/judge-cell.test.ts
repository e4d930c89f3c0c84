import { describe, expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import type { ReplicaReport, SecretRow } from '../secret.ts';
import type { CopyReading, RowFacts, Seen } from './cell.ts';
import { judgeCell } from './judge-cell.ts';
import { judgeRow, worstFirst } from './judge-row.ts';
import { cellWord } from './state-word.ts';
import { wantedReadings } from './wanted-readings.ts';

const HOME = 'us-east-1';
const THERE = 'eu-west-1';
const arn = (region: string) => `arn:aws:secretsmanager:${region}:441200879921:secret:prod/db-a1b2c3`;
const NEW = { AWSCURRENT: 'v2', AWSPREVIOUS: 'v1' };
const OLD = { AWSCURRENT: 'v1' };

const row = (region: string, holders: SecretRow['holders'], more: Partial<SecretRow> = {}): SecretRow => ({
  ...{ arn: arn(region), name: 'prod/db', region, primaryRegion: HOME, tags: {}, holders },
  rotation: { enabled: false },
  ...more,
});
const seen = (holders: SecretRow['holders'], more: Partial<Seen> = {}): Seen => ({
  ...{ holders, primaryRegion: HOME, replicas: [], protected: false },
  ...{ changed: '2026-11-25T01:00:00.000Z', at: '2026-11-25T03:00:00.000Z' },
  ...more,
});
const report = (status: ReplicaReport['status'], region = THERE): ReplicaReport => ({ region, status });
const primary = (status?: ReplicaReport['status']) => seen(NEW, { replicas: status ? [report(status)] : [] });

interface Given {
  readonly primary?: CopyReading | undefined;
  readonly listed?: SecretRow['holders'];
  readonly own?: CopyReading;
  readonly twin?: boolean;
  readonly more?: Partial<RowFacts>;
}

function factsOf({ primary: read, listed, own, twin, more }: Given): RowFacts {
  const [secret] = foldSecrets([row(HOME, NEW), ...(listed ? [row(THERE, listed)] : [])]);
  return {
    secret: secret!,
    primary: read,
    copies: new Map(own ? [[THERE, own]] : []),
    twins: new Map(twin ? [[THERE, row(THERE, { AWSCURRENT: 'theirs' })]] : []),
    ...{ listing: new Set<string>(), closed: new Set<string>(), wanted: [] },
    ...more,
  };
}

const closed = { closed: new Set([THERE]) };
const standalone = { holders: OLD, replicas: [], protected: false, at: '2026-11-25T03:00:00.000Z' };

describe('a region is judged by what it serves, not by AWS’s word alone', () => {
  test.each<[string, Given, string]>([
    ['the same labels as listed', { primary: primary('InSync'), listed: NEW }, 'in-sync'],
    ['the same labels as read there', { primary: primary('InSync'), listed: OLD, own: seen(NEW) }, 'in-sync'],
    ['in sync by AWS, older by its listing', { primary: primary('InSync'), listed: OLD }, 'unread'],
    [
      'in sync by AWS, older as read there',
      { primary: primary('InSync'), listed: OLD, own: seen(OLD) },
      'behind',
    ],
    [
      'status not known to us, older as read',
      { primary: primary('unknown'), listed: OLD, own: seen(OLD) },
      'behind',
    ],
    [
      'older, but the primary changed within the minute',
      { primary: { ...primary('InSync'), changed: '2026-11-25T02:59:30.000Z' }, own: seen(OLD) },
      'in-progress',
    ],
    ['in progress', { primary: primary('InProgress') }, 'in-progress'],
    ['failed', { primary: primary('Failed') }, 'failed'],
    ['failed over a secret of the same name', { primary: primary('Failed'), twin: true }, 'failed'],
    ['in sync by AWS, unknown there', { primary: primary('InSync'), own: 'gone' }, 'missing'],
    [
      'in sync by AWS, refused there',
      { primary: primary('InSync'), listed: OLD, own: 'denied' },
      'unreadable',
    ],
    [
      'in sync by AWS, in a region that does not answer',
      { primary: primary('InSync'), more: closed },
      'unreadable',
    ],
    ['in sync by AWS, not listed yet', { primary: primary('InSync') }, 'unread'],
    ['no replica', { primary: primary() }, 'none'],
    ['no replica, and a rule wants one', { primary: primary(), more: { wanted: [THERE] } }, 'missing'],
    ['no replica, another secret of the name', { primary: primary(), twin: true }, 'twin'],
    ['listed as replica, reported no more', { primary: primary(), listed: NEW }, 'unread'],
    ['removed, and read so', { primary: primary(), listed: NEW, own: 'gone' }, 'none'],
    ['promoted, and read so', { primary: primary(), listed: NEW, own: standalone }, 'twin'],
    ['promoted while the primary is out', { primary: 'no-answer', listed: NEW, own: standalone }, 'twin'],
    ['listed, the primary is out', { primary: 'no-answer', listed: NEW }, 'uncompared'],
    [
      'refused too while the primary is out',
      { primary: 'no-answer', listed: NEW, own: 'denied' },
      'unreadable',
    ],
    ['nothing known, the primary is out', { primary: 'no-answer', more: closed }, 'unread'],
    ['nothing read yet', { listed: NEW }, 'unread'],
    ['nothing read yet, nothing listed', {}, 'none'],
  ])('%s', (_what, given, state) => {
    expect(judgeCell(factsOf(given), THERE).state).toBe(state);
  });
});

test.each<[string, Given, string]>([
  ['read', { primary: primary() }, 'primary'],
  ['listed', {}, 'primary'],
  ['refused', { primary: 'no-answer' }, 'unreadable'],
  ['gone', { primary: 'gone' }, 'missing'],
  ['in a closed region', { more: { closed: new Set([HOME]) } }, 'unreadable'],
])('the primary itself, %s', (_what, given, state) => {
  expect(judgeCell(factsOf(given), HOME).state).toBe(state);
});

test('behind names the labels that differ, AWSCURRENT first', () => {
  const { differs } = judgeCell(factsOf({ primary: primary('InSync'), own: seen(OLD) }), THERE);
  expect(differs).toEqual([
    { label: 'AWSCURRENT', primary: 'v2', there: 'v1' },
    { label: 'AWSPREVIOUS', primary: 'v1', there: undefined },
  ]);
});

describe('no more is read than is needed to judge', () => {
  test.each<[string, Given, string[]]>([
    ['first the primary', { listed: OLD }, [arn(HOME)]],
    ['no copy whose listing agrees', { primary: primary('InSync'), listed: NEW }, []],
    ['the copy whose listing differs', { primary: primary('InSync'), listed: OLD }, [arn(THERE)]],
    ['the copy that is not listed', { primary: primary('InSync') }, [arn(THERE)]],
    ['no copy that AWS reports as failed', { primary: primary('Failed'), listed: OLD }, []],
    [
      'nothing of a region that does not answer',
      { primary: primary('InSync'), listed: OLD, more: closed },
      [],
    ],
    ['nothing twice', { primary: primary('InSync'), own: seen(OLD) }, []],
    ['nothing once the primary is refused', { primary: 'no-answer', listed: OLD }, []],
    [
      'nothing while the region is being listed',
      { primary: primary('InSync'), more: { listing: new Set([THERE]) } },
      [],
    ],
  ])('%s', (_what, given, arns) => {
    const facts = factsOf(given);
    expect(wantedReadings(facts, judgeRow(facts, [HOME, THERE])).map((one) => one.arn)).toEqual(arns);
  });
});

test('what needs somebody comes first, then by name', () => {
  const rowOf = (name: string, given: Given) => {
    const judged = judgeRow(factsOf(given), [HOME, THERE]);
    return { ...judged, secret: { ...judged.secret, name } };
  };
  const rows = [
    rowOf('e', { primary: primary('InSync'), listed: NEW }),
    rowOf('d', { primary: primary('InSync'), more: closed }),
    rowOf('c', { primary: primary('InProgress') }),
    rowOf('b', { primary: primary('InSync'), own: seen(OLD) }),
    rowOf('z', { primary: primary('Failed') }),
    rowOf('a', { primary: primary('InSync'), listed: NEW }),
  ];
  expect(rows.sort(worstFirst).map(({ secret }) => secret.name)).toEqual(['z', 'b', 'c', 'd', 'a', 'e']);
});

test.each<[CopyReading, string]>([
  ['denied', 'Denied'],
  ['no-answer', 'No answer'],
  ['region-closed', 'Not readable'],
])('a copy that could not be read says why: %s', (own, word) => {
  expect(cellWord(judgeCell(factsOf({ primary: primary('InSync'), listed: OLD, own }), THERE))).toBe(word);
});
