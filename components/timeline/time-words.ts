import { otherZone } from '@/components/ui/first-zone';
import { clock, stamp, zoned, zonedStamp, zoneName } from '@/components/ui/time-format';
import { shortId } from '@/lib/domain/short-id';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';

/** `03:12 UTC`, with the day where it is another one than now's. */
const momentWords = (at: number, now: number, zone: string) =>
  sameDay(at, now, zone) ? zoned(new Date(at), false) : zonedStamp(new Date(at), new Date(now));

const dayOf = (at: number, zone: string) =>
  zone === 'UTC' ? new Date(at).toISOString().slice(0, 10) : new Date(at).toDateString();
const sameDay = (a: number, b: number, zone: string) => dayOf(a, zone) === dayOf(b, zone);

/** How the timeline writes times and versions; `zone` is the first one. */
export function spelling(ids: readonly string[], now: number, zone: string): Spelling {
  return {
    time: (at) => momentWords(at, now, zone),
    brief: (at) => (sameDay(at, now, zone) ? clock(new Date(at), false) : stamp(new Date(at), new Date(now))),
    version: (id) => `${shortId(id, ids)}…`,
  };
}

/** The same moment in the other zone: `04:12 CET`; undefined where both are one. */
export function otherWords(at: number): string | undefined {
  const date = new Date(at);
  const zone = zoneName(date, otherZone());
  return zone === zoneName(date) ? undefined : `${clock(date, false, otherZone())} ${zone}`;
}
