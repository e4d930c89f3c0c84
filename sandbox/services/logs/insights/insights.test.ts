import { beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../operation.ts';
import { type Bench, createBench } from '../fake-call.ts';

const GROUP = '/aws/lambda/rotate';
const ID = '79b4f56e-95b1-4643-9700-2807f4e68189';
const LINES = [
  `START RequestId: ${ID} Version: $LATEST`,
  `[ERROR]\t2026-11-19T12:00:01.586Z\t${ID}\tsetSecret: Unable to log into database`,
  `{"level":"INFO","requestId":"other","user":{"name":"ann","age":41}}`,
  'user=bob, host=db-1',
  `REPORT RequestId: ${ID}\tDuration: 10234.11 ms\tBilled Duration: 10235 ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB\t`,
];

let bench: Bench;
beforeEach(() => {
  bench = createBench();
  bench.fill(GROUP, 'one', ...LINES);
});

function start(queryString: string, more: Json = {}): unknown {
  const now = Math.floor(bench.now.getTime() / 1000);
  const range = { startTime: now, endTime: now + 10 };
  return bench.run('StartQuery', { logGroupName: GROUP, queryString, ...range, ...more }).queryId;
}

const wait = (ms: number) => {
  bench.now = new Date(bench.now.getTime() + ms);
};

const results = (queryId: unknown, more: Json = {}) => {
  const answer: Json = bench.run('GetQueryResults', { queryId, ...more });
  const rows = (answer.results as { field: string; value: string }[][]).map((row) =>
    Object.fromEntries(row.map(({ field, value }) => [field, value])),
  );
  return { ...answer, rows };
};

function ask(queryString: string, more: Json = {}) {
  const id = start(queryString, more);
  wait(1000);
  const { rows } = results(id);
  wait(-1000);
  return rows.map(({ '@ptr': _, ...row }) => row);
}

/** Which of the five lines a filter lets through. */
const lines = (condition: string) =>
  ask(`filter ${condition} | sort @timestamp asc`)
    .map((row) => LINES.indexOf(row['@message']!))
    .join('');

describe('filter', () => {
  test.each([
    ['@message like "setSecret"', '1'],
    ['@message like /79b4f56e-95b1/', '014'],
    ['@message =~ /(?i)USER/', '23'],
    ['@message not like /RequestId/', '123'],
    ['not (@message like "user")', '014'],
    [`@requestId = "${ID}"`, '014'],
    ['@type = "REPORT" or level = "INFO"', '24'],
    ['@type in ["START", "END"]', '0'],
    ['@type not in ["START"]', '1234'],
    ['@duration > 5000 and @duration < 10234.12', '4'],
    ['@billedDuration >= 10236', ''],
    ['user.age = 41', '2'],
    ['user.age * 2 - 1 = 81', '2'],
    ['ispresent(@type)', '04'],
    ['strlen(@message) < 20', '3'],
    ['@memorySize / 1000 / 1000 = 128', '4'],
    ['@timestamp >= 1795089603000', '34'],
    ['level != "ERROR"', '01234'],
  ])('%s', (condition, expected) => {
    expect(lines(condition)).toBe(expected);
  });
});

describe('the other commands', () => {
  test('without any field named it is time and message, the newest first', () => {
    const rows = ask('limit 2');
    expect(rows).toEqual([
      { '@timestamp': '2026-11-19 12:00:04.000', '@message': LINES[4] },
      { '@timestamp': '2026-11-19 12:00:03.000', '@message': LINES[3] },
    ]);
  });

  test('the query the console sends', () => {
    const query = `fields @timestamp, @message, @logStream | filter @message like /${ID}/ | sort @timestamp asc | limit 1000`;
    expect(ask(query)[0]).toEqual({
      '@timestamp': '2026-11-19 12:00:00.000',
      '@message': LINES[0],
      '@logStream': 'one',
    });
  });

  test.each<[string, Json[]]>([
    ['stats count(*)', [{ 'count(*)': '5' }]],
    ['filter @message like "nowhere" | stats count(*) as n', [{ n: '0' }]],
    ['stats count(*) as n by bin(1m)', [{ 'bin(1m)': '2026-11-19 12:00:00.000', n: '5' }]],
    [
      'filter ispresent(@type) | stats count() as n by @type | sort @type',
      [
        { '@type': 'REPORT', n: '1' },
        { '@type': 'START', n: '1' },
      ],
    ],
    [
      'stats max(@duration) as m, avg(user.age), sum(user.age) as s, count_distinct(@requestId) as c',
      [{ m: '10234.11', 'avg(user.age)': '41', s: '41', c: '1' }],
    ],
    ['filter ispresent(user.name) | fields user.name as who | display who', [{ who: 'ann' }]],
    [
      'parse @message "user=*, host=*" as who, host | filter ispresent(who) | display who, host',
      [{ who: 'bob', host: 'db-1' }],
    ],
    ['parse @message /host=(?<host>\\S+)/ | filter host = "db-1" | display host', [{ host: 'db-1' }]],
    ['filter ispresent(@requestId) | dedup @requestId | display @requestId', [{ '@requestId': ID }]],
    ['# why\nfilter `level` = "INFO" | fields toupper(level) as x | display x', [{ x: 'INFO' }]],
  ])('%s', (query, expected) => {
    expect(ask(query)).toEqual(expected);
  });
});

describe('a query that cannot be read', () => {
  const source = `SOURCE "${GROUP}" START=1795089600000 END=1795089610999 | `.length;
  test.each([
    ['', '<EOF>', 0],
    ['bogus x', 'bogus', source],
    ['fields @message | filter', '<EOF>', source + 24],
    ['filter @message like /(?=a)/', '(?=a)', source + 21],
    ['limit x', 'x', source + 6],
    ['fields @message limit 3', 'limit', source + 16],
    ['filter f(1)', 'f', source + 7],
    ['stats median(x)', 'median', source + 6],
  ])('%s', (query, symbol, position) => {
    expect(() => start(query)).toThrowError(
      expect.objectContaining({
        code: 'MalformedQueryException',
        message: `unexpected symbol found ${symbol} at line 1 and position ${position}`,
      }),
    );
  });

  test('a time before the group is refused', () => {
    expect(() => start('limit 1', { startTime: 1, endTime: 2 })).toThrowError(
      /^Query's end date and time is either/,
    );
  });
});

test('a query is scheduled, runs with part of its rows, and is complete', () => {
  const id = start('fields @message');
  expect(results(id)).toMatchObject({ status: 'Scheduled', results: [] });
  wait(450);
  expect(results(id)).toMatchObject({ status: 'Running', rows: { length: 2 } });
  wait(1000);
  expect(results(id)).toMatchObject({
    status: 'Complete',
    queryLanguage: 'CWLI',
    rows: { length: 5 },
    statistics: { recordsMatched: 5, recordsScanned: 5, logGroupsScanned: 1, estimatedBytesSkipped: 0 },
  });
  const page = results(id, { maxItems: 3 });
  expect(page.rows).toHaveLength(3);
  const { nextToken } = page as { nextToken?: unknown };
  expect(results(id, { maxItems: 3, nextToken }).rows).toHaveLength(2);
  expect(() => bench.run('StopQuery', { queryId: id })).toThrowError(/not running/);
});

test('a query can be stopped, and is listed as what it is', () => {
  const id = start('limit 1');
  expect(bench.run('StopQuery', { queryId: id })).toEqual({ success: true });
  expect(results(id)).toMatchObject({ status: 'Cancelled' });
  expect(bench.run('DescribeQueries', { logGroupName: GROUP, status: 'Cancelled' }).queries).toEqual([
    {
      queryLanguage: 'CWLI',
      queryId: id,
      queryString: `SOURCE "${GROUP}" START=1795089600000 END=1795089610999 | limit 1`,
      status: 'Cancelled',
      createTime: bench.now.getTime(),
      logGroupName: GROUP,
    },
  ]);
});

test('a hundred queries at once are too many by one', () => {
  for (let count = 0; count < 100; count++) start('limit 1');
  expect(() => start('limit 1')).toThrowError(
    expect.objectContaining({
      code: 'LimitExceededException',
      message: 'Account maximum query concurrency limit of [100] reached.',
    }),
  );
  wait(1000);
  expect(start('limit 1')).toEqual(expect.any(String));
});

test('a pointer leads to the whole record', () => {
  const id = start('filter level = "INFO"');
  wait(1000);
  const [row] = results(id).rows;
  expect(bench.run('GetLogRecord', { logRecordPointer: row!['@ptr'] }).logRecord).toMatchObject({
    '@message': LINES[2],
    '@log': `441200879921:${GROUP}`,
    'user.name': 'ann',
    '@timestamp': '1795089602000',
  });
});

test.each([
  [
    { logGroupName: 'none' },
    'ResourceNotFoundException',
    /^Log group 'none' does not exist for account ID '441200879921' \(Service: AWSLogs; Status Code: 400/,
  ],
  [{ logGroupNames: [GROUP] }, 'InvalidParameterException', /^Exactly one/],
  [{ limit: 100_001 }, 'InvalidParameterException', /'100001' at 'limit'/],
  [{ queryLanguage: 'SQL' }, 'MalformedQueryException', /SQL/],
  [{ endTime: 0 }, 'InvalidParameterException', /ends before/],
])('%j is refused', (input, code, message) => {
  expect(() => start('limit 1', input)).toThrowError(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});
