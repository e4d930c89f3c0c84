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
  /** A log of its own with the same events so far. */
  copy(): Log;
}

/** What a log keeps. */
interface Kept {
  readonly all: Ordered<Event>;
  readonly bySequence: Map<number, Event>;
  readonly indexes: Map<Attribute, Map<string, Ordered<Event>>>;
  /** The number of the next event. */
  sequence: number;
}

/** A log without events. */
export function createLog(place: LogPlace): Log {
  return logOf(place, { all: createOrdered(), bySequence: new Map(), indexes: new Map(), sequence: 0 });
}

function logOf({ account, region }: LogPlace, kept: Kept): Log {
  const place = { account, region };
  const name = `${account}/${region}`;
  const { all, bySequence, indexes } = kept;

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
      const event = { sequence: kept.sequence++, ...added };
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
    copy: () =>
      logOf(place, {
        all: all.copy(),
        bySequence: new Map(bySequence),
        indexes: new Map([...indexes].map(([attribute, values]) => [attribute, copyOf(values)])),
        sequence: kept.sequence,
      }),
  };
}

function copyOf(values: ReadonlyMap<string, Ordered<Event>>): Map<string, Ordered<Event>> {
  return new Map([...values].map(([value, events]) => [value, events.copy()]));
}
