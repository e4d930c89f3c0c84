import type { Operation } from '../../operation.ts';
import { type Field, list, required } from '../secretsmanager/fields.ts';
import { present } from '../secretsmanager/wire.ts';
import { invalidParameter } from './errors.ts';
import { comparePlaces, firstFrom, idOf, type Place, sizeOf } from './events.ts';
import { arnOf, openGroup, openStream, refuseUnlessStandard } from './groups.ts';
import { eventsLimit, filterPattern, groupMembers, instant, nextToken, read, streamName } from './members.ts';
import { fromToken, questionOf, toToken } from './pages.ts';
import { compilePattern } from './patterns/pattern.ts';
import type { LogEvent, LogStream } from './state.ts';

/** How much of a group one page searches; so a page may be empty and yet not the last. */
const PAGE_BYTES = 1_048_576;

/** From here on AWS lets the newest come first. */
const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);

/** Present and false only when the caller says so. */
const headFirst: Field<boolean> = { read: (value) => value !== false };

/**
 * FilterLogEvents: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 * `interleaved` is ignored, as AWS does: events of all streams are always merged.
 */
export const filterLogEvents: Operation = (input, call) => {
  const asked = read(input, {
    ...groupMembers,
    logStreamNames: list(required(streamName), { min: 1, max: 100 }),
    logStreamNamePrefix: streamName,
    startTime: instant,
    endTime: instant,
    filterPattern,
    limit: eventsLimit,
    startFromHead: headFirst,
    nextToken,
  });
  const { logStreamNames: names, logStreamNamePrefix: prefix, startTime, endTime, startFromHead } = asked;
  const group = openGroup(call, asked);
  // That these two are refused is documented, the wording is not recorded.
  if (names && prefix !== undefined) {
    throw invalidParameter('logStreamNames and logStreamNamePrefix are mutually exclusive parameters.');
  }
  if (!startFromHead && (startTime ?? 0) < NEWEST_FIRST_SINCE) {
    throw invalidParameter('startFromHead can be false only if startTime is 2024-01-01 or later.');
  }
  refuseUnlessStandard(call, group);
  const passes = compilePattern(asked.filterPattern ?? '');
  const streams = names
    ? names.map((name) => openStream(group, name))
    : [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''));
  const question = questionOf([
    arnOf(group),
    names,
    prefix,
    startTime,
    endTime,
    asked.filterPattern,
    startFromHead,
  ]);
  const [timestamp, sequence] = fromToken(question, call.now, asked.nextToken) ?? [];
  const after =
    timestamp === undefined ? undefined : { timestamp: Number(timestamp), sequence: Number(sequence) };

  const waiting = inOrder(streams, { from: startTime ?? 0, to: endTime, after, startFromHead });
  const { found, last } = search(waiting, asked.limit ?? 10_000, passes);
  return present({
    events: found.map(({ stream, event }) => ({
      logStreamName: stream,
      timestamp: event.timestamp,
      message: event.message,
      ingestionTime: event.ingestionTime,
      eventId: idOf(event),
    })),
    // Empty since 2019, when searches became complete.
    searchedLogStreams: [],
    nextToken: last && toToken(question, call.now, [last.timestamp, last.sequence]),
  });
};

interface Located {
  readonly stream: string;
  readonly event: LogEvent;
}

/** The events of some streams in a range of time, both ends included, behind the place a page ended at. */
function inOrder(
  streams: readonly LogStream[],
  range: { from: number; to: number | undefined; after: Place | undefined; startFromHead: boolean },
): readonly Located[] {
  const direction = range.startFromHead ? 1 : -1;
  return streams
    .flatMap(({ name, events }) => {
      const low = firstFrom(events, { timestamp: range.from, sequence: 0 });
      const high =
        range.to === undefined ? events.length : firstFrom(events, { timestamp: range.to + 1, sequence: 0 });
      return events.slice(low, Math.max(low, high)).map((event) => ({ stream: name, event }));
    })
    .filter(({ event }) => !range.after || direction * comparePlaces(event, range.after) > 0)
    .sort((one, other) => direction * comparePlaces(one.event, other.event));
}

/** One page: what passes of what is searched, and the last event searched if more are waiting. */
function search(
  waiting: readonly Located[],
  limit: number,
  passes: (message: string) => boolean,
): { found: readonly Located[]; last: LogEvent | undefined } {
  const found: Located[] = [];
  let bytes = 0;
  for (const [at, located] of waiting.entries()) {
    bytes += sizeOf(located.event.message);
    if (at > 0 && (bytes > PAGE_BYTES || found.length === limit)) {
      return { found, last: waiting[at - 1]!.event };
    }
    if (passes(located.event.message)) found.push(located);
  }
  return { found, last: undefined };
}
