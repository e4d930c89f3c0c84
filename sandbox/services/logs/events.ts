import type { LogEvent, LogGroup, LogStream } from './state.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What an event costs beside its message, in bytes. */
export const OVERHEAD = 26;

/** DELIVERY groups keep two days, whatever is asked. */
const DELIVERY_DAYS = 2;

/** Where an event stands among all: by time, then by number. */
export interface Place {
  readonly timestamp: number;
  readonly sequence: number;
}

/** Sorts places, the earliest first. */
export function comparePlaces(one: Place, other: Place): number {
  return one.timestamp - other.timestamp || one.sequence - other.sequence;
}

/** The bytes an event is counted with. */
export function sizeOf(message: string): number {
  return Buffer.byteLength(message) + OVERHEAD;
}

/** The instant before which a group's events have expired. */
export function expiry(group: Pick<LogGroup, 'logGroupClass' | 'retentionInDays'>, now: number): number {
  const days = group.logGroupClass === 'DELIVERY' ? DELIVERY_DAYS : group.retentionInDays;
  return days === undefined ? 0 : now - days * DAY_MS;
}

/**
 * Forgets the events whose retention has ended.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export function expire(group: LogGroup, now: number): void {
  const from = expiry(group, now);
  if (from === 0) return;
  for (const { events } of group.streams.values())
    events.splice(0, firstFrom(events, { timestamp: from, sequence: 0 }));
}

/** The index of the first event at or behind a place. */
export function firstFrom(events: readonly LogEvent[], place: Place): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(events[middle]!, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an event where it belongs in its stream. */
export function insert(stream: LogStream, event: LogEvent): void {
  const last = stream.events.at(-1);
  if (!last || comparePlaces(last, event) < 0) stream.events.push(event);
  else stream.events.splice(firstFrom(stream.events, event), 0, event);
}

/** What a group's events come to, in bytes. AWS's own figure lags behind by hours. */
export function storedBytes(group: LogGroup): number {
  let bytes = 0;
  for (const { events } of group.streams.values()) {
    for (const { message } of events) bytes += sizeOf(message);
  }
  return bytes;
}

// An id of AWS is a decimal number of 56 digits: the milliseconds, and 144 bits that tell events apart.
const ID_BITS = 144n;
const ID_LENGTH = 56;

/** The id of an event; ids sort as their events do. */
export function idOf({ timestamp, sequence }: Place): string {
  return ((BigInt(timestamp) << ID_BITS) | BigInt(sequence)).toString().padStart(ID_LENGTH, '0');
}

/** The place an id names; undefined if it names none. */
export function placeOf(id: string): Place | undefined {
  if (!/^\d{56}$/.test(id)) return undefined;
  const bits = BigInt(id);
  const place = {
    timestamp: Number(bits >> ID_BITS),
    sequence: Number(bits & ((1n << ID_BITS) - 1n)),
  };
  return Number.isSafeInteger(place.timestamp) && Number.isSafeInteger(place.sequence) ? place : undefined;
}
