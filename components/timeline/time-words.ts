import { clock, stamp, zoneName } from '@/components/ui/time-format';
import { shortId } from '@/lib/domain/short-id';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';

const DAY = 86_400_000;

/** `03:12 UTC`, with the day where it is another one than now's. */
const momentWords = (at: number, now: number) =>
  sameDay(at, now) ? `${clock(new Date(at), false, 'UTC')} UTC` : `${stamp(new Date(at), new Date(now))} UTC`;

const sameDay = (a: number, b: number) => Math.floor(a / DAY) === Math.floor(b / DAY);

/** How the timeline writes times and versions. */
export function spelling(ids: readonly string[], now: number): Spelling {
  return {
    time: (at) => momentWords(at, now),
    brief: (at) =>
      sameDay(at, now) ? clock(new Date(at), false, 'UTC') : stamp(new Date(at), new Date(now)),
    version: (id) => `${shortId(id, ids)}…`,
  };
}

/** The same moment on this computer's clock: `04:12 CET`; undefined where that goes by UTC itself. */
export function localWords(at: number): string | undefined {
  const date = new Date(at);
  const zone = zoneName(date);
  return zone === 'UTC' ? undefined : `${clock(date, false)} ${zone}`;
}
