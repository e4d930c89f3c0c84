import { describe, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { by, createTrailBench, riley } from './bench.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function afterCalls(count: number, options?: Parameters<typeof createTrailBench>[0]) {
  const bench = createTrailBench(options);
  const start = bench.now.getTime();
  for (let at = 0; at < count; at++) {
    bench.now = new Date(start + at * MINUTE);
    bench.call('account', 'ListRegions', { MaxResults: 1 + (at % 50) });
  }
  return { bench, start };
}

const pageOf = (bench: ReturnType<typeof createTrailBench>, input: Json) =>
  bench.call('cloudtrail', 'LookupEvents', input) as { Events: { EventId: string }[]; NextToken?: string };

test('pages hold every event once, the newest first, also while new ones come in', () => {
  const { bench } = afterCalls(23);
  const seen: string[] = [];
  const wanted = { ...by('EventName', 'ListRegions'), MaxResults: 5 };
  let NextToken: string | undefined;
  do {
    const page = pageOf(bench, { ...wanted, ...(NextToken && { NextToken }) });
    seen.push(...page.Events.map(({ EventId }) => EventId));
    NextToken = page.NextToken;
    bench.call('account', 'ListRegions', {});
  } while (NextToken);
  expect(seen).toHaveLength(23);
  expect(new Set(seen).size).toBe(23);
});

test('a page is 50 events unless told otherwise', () => {
  const { bench } = afterCalls(60);
  expect(pageOf(bench, {}).Events).toHaveLength(50);
});

test('the lookup is an event itself, and a read', () => {
  const { bench } = afterCalls(0);
  bench.lookup({ ...by('EventName', 'x'), StartTime: 1_763_522_000 });
  expect(bench.lookup(by('EventSource', 'cloudtrail.amazonaws.com'))[0]?.record).toMatchObject({
    eventName: 'LookupEvents',
    readOnly: true,
    requestParameters: {
      lookupAttributes: [{ attributeKey: 'EventName', attributeValue: 'x' }],
      startTime: 'Nov 19, 2025 3:13:20 AM',
    },
  });
});

test('both ends of the time asked for are included', () => {
  const { bench, start } = afterCalls(10);
  const at = (minute: number) => Math.floor((start + minute * MINUTE) / 1000);
  expect(bench.lookup({ StartTime: at(2), EndTime: at(4) })).toHaveLength(3);
  expect(bench.lookup({ EndTime: at(0) })).toHaveLength(1);
});

test('every attribute finds its events exactly', () => {
  const { bench } = afterCalls(1);
  const [event] = bench.lookup();
  bench.now = new Date(bench.now.getTime() + MINUTE);
  const names = (key: string, value: string) =>
    bench.lookup(by(key, value)).map(({ EventName }) => EventName);
  expect(names('EventId', event?.EventId ?? '')).toEqual(['ListRegions']);
  expect(names('EventId', '11111111-2222-4333-8444-555555555555')).toEqual([]);
  expect(names('EventName', 'ListRegions')).toEqual(['ListRegions']);
  expect(names('EventName', 'listregions')).toEqual([]);
  expect(names('EventSource', 'account.amazonaws.com')).toEqual(['ListRegions']);
  expect(names('AccessKeyId', 'AKIATESTRILEY')).toContain('ListRegions');
  expect(names('Username', 'riley')).toContain('ListRegions');
  expect(names('Username', 'dana')).toEqual([]);
  expect(names('ReadOnly', 'true')).toContain('ListRegions');
  expect(names('ReadOnly', 'false')).toEqual([]);
});

test('events are of one account and one region', () => {
  const { bench } = afterCalls(3);
  expect(bench.lookup(by('EventName', 'ListRegions'), 'eu-west-1')).toEqual([]);
  bench.principal = { ...riley, account: '777788889999', arn: 'arn:aws:iam::777788889999:user/kim' };
  expect(bench.lookup(by('EventName', 'ListRegions'))).toEqual([]);
});

test('an event arrives two to eight minutes after its call', () => {
  const { bench } = afterCalls(1, {});
  const visible = (minutes: number) => {
    bench.now = new Date(bench.now.getTime() + minutes * MINUTE);
    return bench.lookup(by('EventName', 'ListRegions')).length;
  };
  expect(visible(1.9)).toBe(0);
  expect(visible(6.1)).toBe(1);
});

test('after 90 days an event is gone, and its memory with it', () => {
  const { bench, start } = afterCalls(500);
  bench.now = new Date(start + 90 * DAY);
  expect(bench.lookup(by('EventName', 'ListRegions'))).toHaveLength(50);
  bench.now = new Date(start + 91 * DAY);
  expect(bench.lookup(by('EventName', 'ListRegions'))).toEqual([]);
  expect(bench.state.trail.log(riley.account, 'us-east-1').size).toBe(2);
});

describe('refusals', () => {
  const attribute = (...LookupAttributes: Json[]) => ({ LookupAttributes });
  test.each<[string, Json]>([
    [
      'InvalidLookupAttributesException',
      attribute(
        { AttributeKey: 'EventName', AttributeValue: 'a' },
        { AttributeKey: 'EventId', AttributeValue: 'b' },
      ),
    ],
    ['InvalidLookupAttributesException', attribute({ AttributeKey: 'Colour', AttributeValue: 'a' })],
    [
      'InvalidLookupAttributesException',
      attribute({ AttributeKey: 'EventName', AttributeValue: 'a'.repeat(2001) }),
    ],
    ['InvalidLookupAttributesException', attribute({ AttributeKey: 'EventName' })],
    ['InvalidMaxResultsException', { MaxResults: 0 }],
    ['InvalidMaxResultsException', { MaxResults: 51 }],
    ['InvalidTimeRangeException', { StartTime: 2, EndTime: 1 }],
    ['InvalidTimeRangeException', { EndTime: 1e300 }],
    ['InvalidNextTokenException', { NextToken: 'x' }],
    ['InvalidNextTokenException', { NextToken: Buffer.from('["a",1,1]').toString('base64') }],
    ['InvalidEventCategoryException', { EventCategory: 'data' }],
    ['SerializationException', { MaxResults: 'ten' }],
  ])('%s: %j', (code, input) => {
    const { bench } = afterCalls(0);
    expect(() => pageOf(bench, input)).toThrow(expect.objectContaining({ code, status: 400 }));
  });

  test('a token of another question', () => {
    const { bench } = afterCalls(3);
    const { NextToken } = pageOf(bench, { MaxResults: 1 });
    const other = { MaxResults: 1, NextToken, ...by('ReadOnly', 'true') };
    expect(() => pageOf(bench, other)).toThrow(
      expect.objectContaining({ code: 'InvalidNextTokenException' }),
    );
  });

  test('without the right to', () => {
    const { bench } = afterCalls(0);
    bench.principal = { ...riley, policy: [] };
    expect(() => pageOf(bench, {})).toThrow(expect.objectContaining({ code: 'AccessDeniedException' }));
  });
});

test('insights there are none', () => {
  const { bench } = afterCalls(3);
  expect(bench.lookup({ EventCategory: 'insight' })).toEqual([]);
});
