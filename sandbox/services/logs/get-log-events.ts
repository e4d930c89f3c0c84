import type { Operation } from '../../operation.ts';
import { flag, required } from '../secretsmanager/fields.ts';
import { invalidToken } from './errors.ts';
import { firstFrom, idOf, type Place, placeOf, sizeOf } from './events.ts';
import { openGroup, openStream, refuseUnlessStandard } from './groups.ts';
import { eventsLimit, groupMembers, instant, nextToken, read, streamName } from './members.ts';
import type { LogEvent } from './state.ts';

const PAGE_BYTES = 1_048_576;

/** Where a page begins and which way it goes. */
interface Cursor {
  readonly forward: boolean;
  readonly place: Place;
}

/**
 * GetLogEvents: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 * Both tokens are always there; a caller has come to an end when it gets back the token it sent.
 */
export const getLogEvents: Operation = (input, call) => {
  const asked = read(input, {
    ...groupMembers,
    logStreamName: required(streamName),
    startTime: instant,
    endTime: instant,
    limit: eventsLimit,
    startFromHead: flag(),
    nextToken,
  });
  const group = openGroup(call, asked, asked.logStreamName);
  refuseUnlessStandard(call, group);
  const { events } = openStream(group, asked.logStreamName);
  const cursor = fromToken(asked.nextToken);
  const forward = cursor?.forward ?? asked.startFromHead;
  // The end is exclusive here, unlike in FilterLogEvents.
  let low = firstFrom(events, { timestamp: asked.startTime ?? 0, sequence: 0 });
  let high =
    asked.endTime === undefined
      ? events.length
      : firstFrom(events, { timestamp: asked.endTime, sequence: 0 });
  if (cursor?.forward)
    low = Math.max(low, firstFrom(events, { ...cursor.place, sequence: cursor.place.sequence + 1 }));
  else if (cursor) high = Math.min(high, firstFrom(events, cursor.place));
  const page = pageOf(events.slice(low, Math.max(low, high)), forward, asked.limit ?? 10_000);
  return {
    events: page.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
    ...tokensOf(page, cursor),
  };
};

/** As many events as fit, from the start or from the end; always the earliest first. */
function pageOf(events: readonly LogEvent[], forward: boolean, limit: number): readonly LogEvent[] {
  const inOrder = forward ? events : events.toReversed();
  let bytes = 0;
  const over = inOrder.findIndex(({ message }, at) => {
    bytes += sizeOf(message);
    return at > 0 && bytes > PAGE_BYTES;
  });
  const page = inOrder.slice(0, Math.min(limit, over === -1 ? inOrder.length : over));
  return forward ? page : page.toReversed();
}

function tokensOf(page: readonly LogEvent[], sent: Cursor | undefined) {
  const none: Place = { timestamp: 0, sequence: 0 };
  // Behind an empty page both directions start between the same two events.
  const gap = sent?.place ?? none;
  const behind = { ...gap, sequence: gap.sequence + 1 };
  const ahead = { ...gap, sequence: Math.max(0, gap.sequence - 1) };
  const last = page.at(-1) ?? (sent && !sent.forward ? ahead : gap);
  const first = page[0] ?? (sent?.forward ? behind : gap);
  return { nextForwardToken: `f/${idOf(last)}/s`, nextBackwardToken: `b/${idOf(first)}/s` };
}

function fromToken(token: string | undefined): Cursor | undefined {
  if (token === undefined) return undefined;
  const parts = /^([fb])\/(\d+)\/s$/.exec(token);
  const place = parts && placeOf(parts[2]!);
  if (!place) throw invalidToken();
  return { forward: parts[1] === 'f', place };
}
