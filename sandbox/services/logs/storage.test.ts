import { beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, failure } from './fake-call.ts';
import { writeLines } from './write.ts';

// In one file, though long: all of it runs in one world, by the helpers below.

// Longer than most: a third of it is the one table of refusals.
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const GROUP = '/aws/lambda/rotate';
const STREAM = '2026/11/19/[$LATEST]0123';
const named = { logGroupName: GROUP, logStreamName: STREAM };

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});

const groups = (input: Json = {}) => bench.run('DescribeLogGroups', input).logGroups as Json[];
const streams = (input: Json = {}) =>
  bench.run('DescribeLogStreams', { logGroupName: GROUP, ...input }).logStreams as Json[];
const events = (input: Json = {}) => bench.run('GetLogEvents', { ...named, ...input });
const messages = (input: Json = {}) => (events(input).events as Json[]).map(({ message }) => message);
const put = (...timestamps: number[]) =>
  bench.run('PutLogEvents', {
    ...named,
    logEvents: timestamps.map((at) => ({ timestamp: bench.now.getTime() + at, message: `at ${at}` })),
  });
const refused = (operation: string, input: Json, code: string, message: unknown) =>
  expect(() => bench.run(operation, input)).toThrowError(expect.objectContaining(failure(code, message)));

test('groups and streams look as AWS shows them', () => {
  bench.fill(GROUP, STREAM, 'one');
  const arn = `arn:aws:logs:us-east-1:441200879921:log-group:${GROUP}`;
  const shown = {
    logGroupName: GROUP,
    creationTime: bench.now.getTime(),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupClass: 'STANDARD',
    logGroupArn: arn,
  };
  expect(groups()).toEqual([{ ...shown, storedBytes: 29, deletionProtectionEnabled: false }]);
  expect(groups({ logGroupNamePattern: 'rot' })).toEqual([shown]);
  expect(streams({ logGroupName: undefined, logGroupIdentifier: arn })).toEqual([
    {
      logStreamName: STREAM,
      creationTime: bench.now.getTime(),
      firstEventTimestamp: bench.now.getTime(),
      lastEventTimestamp: bench.now.getTime(),
      lastIngestionTime: bench.now.getTime(),
      uploadSequenceToken: expect.stringMatching(/^\d{56}$/),
      arn: `${arn}:log-stream:${STREAM}`,
      storedBytes: 0,
    },
  ]);
});

test('IAM is asked about the group as AWS names it', () => {
  bench.fill(GROUP, STREAM, 'one');
  bench.asked.length = 0;
  groups();
  streams();
  events();
  const arn = 'arn:aws:logs:us-east-1:441200879921:log-group:';
  expect(bench.asked).toEqual([
    { action: 'logs:DescribeLogGroups', resource: `${arn}:log-stream:` },
    { action: 'logs:DescribeLogStreams', resource: `${arn}${GROUP}:log-stream:` },
    { action: 'logs:GetLogEvents', resource: `${arn}${GROUP}:log-stream:${STREAM}` },
  ]);
});

test('retention forgets what is older, as virtual time goes on', () => {
  bench.fill(GROUP, STREAM, 'old');
  bench.run('PutRetentionPolicy', { logGroupName: GROUP, retentionInDays: 3 });
  bench.now = new Date(bench.now.getTime() + 2 * DAY);
  bench.fill(GROUP, STREAM, 'new');
  expect(messages()).toEqual(['old', 'new']);
  bench.now = new Date(bench.now.getTime() + DAY + 1);
  expect(groups()).toMatchObject([{ retentionInDays: 3, storedBytes: 29 }]);
  expect(messages()).toEqual(['new']);
  refused(
    'PutRetentionPolicy',
    { logGroupName: GROUP, retentionInDays: 2 },
    'InvalidParameterException',
    expect.stringContaining("Value '2' at 'retentionInDays' failed to satisfy constraint"),
  );
});

describe('PutLogEvents', () => {
  beforeEach(() => bench.fill(GROUP, STREAM, 'first'));

  test.each([
    [[-15 * DAY], { tooOldLogEventEndIndex: 1 }],
    [[2 * HOUR, 2 * HOUR + 1], { tooNewLogEventStartIndex: 1 }],
    [[-14 * DAY - 1, -14 * DAY], { tooOldLogEventEndIndex: 1 }],
    [[0, 1], undefined],
  ])('%j: rejected %j', (timestamps, rejected) => {
    expect(put(...timestamps).rejectedLogEventsInfo).toEqual(rejected);
  });

  test.each([
    [[1, 0], 'Log events in a single PutLogEvents request must be in chronological order.'],
    [
      [-DAY - 1, 0],
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    ],
  ])('%j is refused', (timestamps, message) => {
    expect(() => put(...timestamps)).toThrowError(
      expect.objectContaining(failure('InvalidParameterException', message)),
    );
  });

  test('a batch has a megabyte with 26 bytes an event', () => {
    const logEvents = [{ timestamp: bench.now.getTime(), message: 'x'.repeat(1_048_576 - 26) }];
    bench.run('PutLogEvents', { ...named, logEvents });
    logEvents.push({ timestamp: bench.now.getTime(), message: 'x' });
    const sentence = 'Upload too large: 1048603 bytes exceeds limit of 1048576';
    refused('PutLogEvents', { ...named, logEvents }, 'InvalidParameterException', sentence);
  });

  test('late events take their place, and those of one millisecond keep their order', () => {
    put(5, 5);
    put(-10);
    put(5);
    expect(messages()).toEqual(['at -10', 'first', 'at 5', 'at 5', 'at 5']);
  });
});

test('services inside write without group or stream', () => {
  const target = { account: '441200879921', region: 'us-east-1', ...named };
  writeLines(bench.state.logs, target, [{ timestamp: 1, message: 'START' }], bench.now);
  writeLines(bench.state.logs, target, [{ timestamp: 2, message: 'END' }], bench.now);
  expect(messages()).toEqual(['START', 'END']);
});

test('GetLogEvents reads from either end until the token comes back', () => {
  bench.fill(GROUP, STREAM, 'a', 'b', 'c', 'd', 'e');
  const page = (input: Json) => {
    const {
      nextForwardToken: next,
      nextBackwardToken: back,
      events,
    } = bench.run('GetLogEvents', {
      ...named,
      limit: 2,
      ...input,
    });
    return { next, back, found: (events as Json[]).map(({ message }) => message).join('') };
  };
  const newest = page({});
  expect(newest.found).toBe('de');
  const older = page({ nextToken: newest.back });
  expect(older.found).toBe('bc');
  const oldest = page({ nextToken: older.back });
  expect(oldest.found).toBe('a');
  const before = page({ nextToken: oldest.back });
  expect(before).toMatchObject({ found: '', back: oldest.back });
  expect(page({ nextToken: before.next }).found).toBe('ab');
  const end = page({ nextToken: newest.next });
  expect(end).toMatchObject({ found: '', next: newest.next });
  expect(page({ nextToken: end.back }).found).toBe('de');
  expect(page({ startFromHead: true }).found).toBe('ab');
  bench.now = new Date(bench.now.getTime() + HOUR);
  bench.fill(GROUP, STREAM, 'f');
  expect(page({ nextToken: newest.next }).found).toBe('f');
  const start = bench.now.getTime() - HOUR;
  expect(page({ startTime: start + 1000, endTime: start + 3000 }).found).toBe('bc');
});

test('streams are listed by name or by their last event, page by page', () => {
  for (const name of ['b', 'c', 'a']) {
    bench.now = new Date(bench.now.getTime() + 1000);
    bench.fill(GROUP, name, name);
  }
  const all = (input: Json) => {
    let found = '';
    for (let nextToken: unknown; ; ) {
      const page = bench.run('DescribeLogStreams', { logGroupName: GROUP, limit: 2, ...input, nextToken });
      found += (page.logStreams as Json[]).map(({ logStreamName }) => logStreamName).join('');
      if (!page.nextToken) return found;
      nextToken = page.nextToken;
    }
  };
  expect(all({})).toBe('abc');
  expect(all({ descending: true })).toBe('cba');
  expect(all({ orderBy: 'LastEventTime' })).toBe('bca');
  expect(all({ orderBy: 'LastEventTime', descending: true })).toBe('acb');
  expect(all({ logStreamNamePrefix: 'b' })).toBe('b');
});

describe('refusals', () => {
  const none = 'The specified log group does not exist.';
  const nul = (member: string) =>
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`;
  // operation, input, code, message
  test.each([
    [
      'CreateLogGroup',
      { logGroupName: GROUP },
      'ResourceAlreadyExistsException',
      'The specified log group already exists',
    ],
    ['CreateLogStream', named, 'ResourceAlreadyExistsException', 'The specified log stream already exists'],
    [
      'CreateLogGroup',
      { logGroupName: 'x'.repeat(513) },
      'InvalidParameterException',
      'Invalid LogGroup or LogStream, both must have length less than or equal to 512.',
    ],
    ['CreateLogGroup', {}, 'InvalidParameterException', nul('logGroupName')],
    ['DeleteLogGroup', { logGroupName: 'none' }, 'ResourceNotFoundException', none],
    [
      'GetLogEvents',
      { logGroupName: GROUP, logStreamName: 'x' },
      'ResourceNotFoundException',
      'The specified log stream does not exist.',
    ],
    ['GetLogEvents', { logGroupName: 'none', logStreamName: 'x' }, 'ResourceNotFoundException', none],
    [
      'GetLogEvents',
      { ...named, nextToken: 'x' },
      'InvalidParameterException',
      'The specified nextToken is invalid.',
    ],
    [
      'GetLogEvents',
      { ...named, limit: 10_001 },
      'InvalidParameterException',
      "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
    ],
    [
      'DescribeLogStreams',
      { logGroupName: GROUP, logGroupIdentifier: GROUP },
      'ValidationException',
      'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    ],
    [
      'DescribeLogStreams',
      { logGroupName: GROUP, orderBy: 'LastEventTime', logStreamNamePrefix: 'a' },
      'InvalidParameterException',
      'Cannot order by LastEventTime with a logStreamNamePrefix.',
    ],
    [
      'DescribeLogStreams',
      { logGroupName: 'a:b' },
      'InvalidParameterException',
      "1 validation error detected: Value 'a:b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    ],
    [
      'DescribeLogGroups',
      { logGroupNamePrefix: 'a', logGroupNamePattern: 'b' },
      'InvalidParameterException',
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    ],
    [
      'DescribeLogGroups',
      { nextToken: 'x' },
      'InvalidParameterException',
      'The specified nextToken is invalid.',
    ],
  ])('%s %j: %s', (operation, input, code, message) => {
    bench.fill(GROUP, STREAM, 'x');
    refused(operation, input, code, message);
  });

  test('what is not STANDARD is not read event by event', () => {
    bench.run('CreateLogGroup', { logGroupName: GROUP, logGroupClass: 'INFREQUENT_ACCESS' });
    bench.fill(GROUP, STREAM, 'x');
    expect(() => events()).toThrowError(/not supported/);
  });
});
