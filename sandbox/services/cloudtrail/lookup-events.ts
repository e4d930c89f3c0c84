import type { Operation } from '../../operation.ts';
import type { Trail } from '../../trail.ts';
import { delayOf } from './delivery.ts';
import type { Event } from './event.ts';
import { HISTORY_MS, type Log } from './log.ts';
import { type Lookup, readLookup } from './lookup-input.ts';
import type { Place } from './ordered.ts';
import { fromToken, questionOf, toToken } from './page-token.ts';
import { entryOf } from './render.ts';

/**
 * LookupEvents: the management events of the caller's account in one region, newest first.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupEvents: Operation = (input, call) => {
  const lookup = readLookup(input);
  // CloudTrail has no finer right to look up: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html
  call.authorize({ action: 'cloudtrail:LookupEvents', resource: '*' });
  const log = call.state.trail.log(call.principal.account, call.region);
  const now = call.now.getTime();
  log.forget(now);
  const { wanted, start, end, size, insight } = lookup;
  const question = questionOf([log.name, wanted, start, end, size, insight]);
  const place = fromToken(question, lookup.token);
  const found = insight ? [] : eventsOf(log, lookup, { place, now, trail: call.state.trail });
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1) : undefined;
  return {
    Events: page.map((event) => entryOf(event, log)),
    ...(last ? { NextToken: toToken(question, last) } : {}),
  };
};

interface Moment {
  readonly place: Place | undefined;
  readonly now: number;
  readonly trail: Trail;
}

/** One page of events and, if there is one, the event behind it. */
function eventsOf(log: Log, lookup: Lookup, { place, now, trail }: Moment): Event[] {
  const { wanted, end, size } = lookup;
  const start = Math.max(lookup.start ?? 0, now - HISTORY_MS);
  // Events are dated by whole seconds, and so is the end of a lookup.
  const top =
    place ?? (end === undefined ? undefined : { at: Math.floor(end / 1000) * 1000 + 1000, sequence: -1 });
  const found: Event[] = [];
  for (const event of candidates(log, wanted, top)) {
    if (event.at < start || found.length > size) break;
    if (event.at + delayOf(event.sequence, trail.deliveryMs) <= now) found.push(event);
  }
  return found;
}

function candidates(log: Log, wanted: Lookup['wanted'], top: Place | undefined): Iterable<Event> {
  if (wanted?.[0] !== 'EventId') return log.find(wanted as Parameters<Log['find']>[0], top);
  const event = log.byId(wanted[1]);
  if (!event || (top && (event.at - top.at || event.sequence - top.sequence) >= 0)) return [];
  return [event];
}
