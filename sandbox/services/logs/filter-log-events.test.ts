import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, failure } from './fake-call.ts';

const GROUP = 'app';
let bench: Bench;
let start: number;
beforeEach(() => {
  bench = createBench();
  start = bench.now.getTime();
});

const page = (input: Json = {}) => {
  const { events, ...rest } = bench.run('FilterLogEvents', { logGroupName: GROUP, ...input });
  return { found: (events as Json[]).map(({ message }) => message).join(' '), ...rest };
};

test('events of all streams come merged, within a time that includes both ends', () => {
  bench.fill(GROUP, 'one', 'a0', 'a1', 'a2');
  bench.fill(GROUP, 'two', 'b0', 'b1');
  expect(page()).toEqual({ found: 'a0 b0 a1 b1 a2', searchedLogStreams: [] });
  expect(page({ startFromHead: false, startTime: start }).found).toBe('a2 b1 a1 b0 a0');
  expect(page({ startTime: start + 1000, endTime: start + 2000 }).found).toBe('a1 b1 a2');
  expect(page({ logStreamNames: ['two'] }).found).toBe('b0 b1');
  expect(page({ logStreamNamePrefix: 'o' }).found).toBe('a0 a1 a2');
  expect(page({ filterPattern: '?a1 ?b0' }).found).toBe('b0 a1');
  const [event] = bench.run('FilterLogEvents', { logGroupName: GROUP }).events as Json[];
  expect(event).toEqual({
    logStreamName: 'one',
    timestamp: start,
    message: 'a0',
    ingestionTime: start,
    eventId: expect.stringMatching(/^\d{56}$/),
  });
});

test('pages follow each other, in either order, and a token is good for its question and a day', () => {
  bench.fill(GROUP, 'one', '1', '2', '3', '4', '5');
  for (const [order, expected] of [
    [{}, '1 2|3 4|5'],
    [{ startFromHead: false, startTime: start }, '5 4|3 2|1'],
  ] as const) {
    const pages: string[] = [];
    let nextToken: unknown;
    do {
      const got: { found: string; nextToken?: unknown } = page({ ...order, limit: 2, nextToken });
      pages.push(got.found);
      nextToken = got.nextToken;
    } while (nextToken);
    expect(pages.join('|')).toBe(expected);
  }
  const { nextToken } = page({ limit: 2 }) as { nextToken?: unknown };
  const invalid = expect.objectContaining(
    failure('InvalidParameterException', 'The specified nextToken is invalid.'),
  );
  expect(() => page({ limit: 2, nextToken, filterPattern: 'x' })).toThrowError(invalid);
  bench.now = new Date(start + 24 * 60 * 60 * 1000 + 1);
  expect(() => page({ limit: 2, nextToken })).toThrowError(invalid);
});

test('a page without a hit is not yet the end', () => {
  bench.fill(GROUP, 'one', 'x'.repeat(700_000));
  bench.fill(GROUP, 'two', 'x'.repeat(700_000), 'needle');
  const first = page({ filterPattern: 'needle' }) as { found: string; nextToken?: unknown };
  expect(first).toMatchObject({ found: '', nextToken: expect.any(String) });
  expect(page({ filterPattern: 'needle', nextToken: first.nextToken })).toMatchObject({ found: 'needle' });
});

test.each([
  [{ logStreamNames: ['a'], logStreamNamePrefix: 'a' }, 'InvalidParameterException', /mutually exclusive/],
  [{ logStreamNames: ['a'] }, 'ResourceNotFoundException', /log stream does not exist/],
  [{ logGroupName: 'none' }, 'ResourceNotFoundException', /log group does not exist/],
  [{ logGroupIdentifier: 'app' }, 'ValidationException', /LogGroup name and LogGroup ARN/],
  [{ logGroupName: 'cold' }, 'InvalidParameterException', /INFREQUENT_ACCESS/],
  [{ filterPattern: 'a@b' }, 'InvalidParameterException', /^Invalid filter pattern$/],
  [{ limit: 0 }, 'InvalidParameterException', /'0' at 'limit' .* greater than or equal to 1/],
  [{ startFromHead: false }, 'InvalidParameterException', /2024-01-01/],
  [{ filterPattern: 'x'.repeat(1025) }, 'InvalidParameterException', /length less than or equal to 1024/],
])('%j is refused', (input, code, message) => {
  bench.fill(GROUP, 'one', 'x');
  bench.run('CreateLogGroup', { logGroupName: 'cold', logGroupClass: 'INFREQUENT_ACCESS' });
  expect(() => page(input)).toThrowError(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});
