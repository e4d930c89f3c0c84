import { type Attribute, attributesOf, type LogPlace } from './attributes.ts';
import type { Event, NewEvent } from './event.ts';
import { sequenceOf } from './event-id.ts';
import { createOrdered, type Ordered, type Place } from './ordered.ts';

/** How long the event history goes back. */
export const HISTORY_MS = 90 * 86_400_000;

/** The events of one account in one region, the last 90 days of them. */
export interface Log extends LogPlace {
  /** Names the log in event ids. */
  readonly name: string;
  readonly size: number;
  add(event: NewEvent): void;
  /** Forgets what is older than 90 days at an instant. */
  forget(now: number): void;
  /** The events with an attribute, or all, from the newest to the oldest, starting below a place. */
  find(wanted: readonly [Attribute, string] | undefined, below: Place | undefined): Iterable<Event>;
  byId(eventId: string): Event | undefined;
}

/** A log without events. */
export function createLog(place: LogPlace): Log {
  const name = `${place.account}/${place.region}`;
  const all = createOrdered<Event>();
  const bySequence = new Map<number, Event>();
  const indexes = new Map<Attribute, Map<string, Ordered<Event>>>();
  let sequence = 0;

  function index(event: Event): void {
    for (const [attribute, value] of attributesOf(event, place)) {
      const values = indexes.get(attribute) ?? new Map<string, Ordered<Event>>();
      indexes.set(attribute, values);
      const events = values.get(value) ?? createOrdered<Event>();
      values.set(value, events);
      events.insert(event);
    }
  }

  /** The oldest event of the log is the oldest of every list it is in. */
  function drop(event: Event): void {
    all.dropFirst();
    bySequence.delete(event.sequence);
    for (const [attribute, value] of attributesOf(event, place)) {
      const values = indexes.get(attribute);
      const events = values?.get(value);
      events?.dropFirst();
      if (events?.size === 0) values?.delete(value);
    }
  }

  return {
    ...place,
    name,
    get size() {
      return all.size;
    },
    add(added) {
      const event = { sequence: sequence++, ...added };
      all.insert(event);
      bySequence.set(event.sequence, event);
      index(event);
    },
    forget(now) {
      for (let oldest = all.first(); oldest && oldest.at < now - HISTORY_MS; oldest = all.first()) {
        drop(oldest);
      }
    },
    find(wanted, below) {
      const list = wanted ? indexes.get(wanted[0])?.get(wanted[1]) : all;
      return list?.below(below) ?? [];
    },
    byId(eventId) {
      const found = sequenceOf(name, eventId);
      return found === undefined ? undefined : bySequence.get(found);
    },
  };
}
