import { firstZone, otherZone } from './first-zone.ts';

// A formatter costs far more to make than to use, and a table of times asks for the same few.
const made = new Map<string, Intl.DateTimeFormat>();
function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  made.set(key, fresh);
  return fresh;
}

const parts = (at: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  formatter(timeZone, options).format(at);

/** `03:42:16`, in the first zone where none is named. */
export function clock(at: Date, seconds: boolean, zone = firstZone()): string {
  return parts(at, zone, {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
    hourCycle: 'h23',
  });
}

/** `18 Nov`, with the year when it is another one than now's. */
function day(at: Date, now: Date, zone: string): string {
  const yearOf = (one: Date) =>
    zone === 'UTC' ? one.getUTCFullYear() : parts(one, zone, { year: 'numeric' });
  const year = yearOf(at) !== yearOf(now);
  return parts(at, zone, { day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) }).replace(
    'Sept',
    'Sep',
  );
}

/** The short name of a zone at an instant: `CET`, `GMT+9`; of the first zone where none is named. */
export function zoneName(at: Date, zone = firstZone()): string {
  const named = formatter(zone, { timeZoneName: 'short' }).formatToParts(at);
  return named.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

const minute = 60_000;
const hour = 60 * minute;

/** A length of time as people on call say it: `12 s`, `4 min`, `1 h 32 min`, `26 h`, `11 d`. */
export function span(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length < minute) return `${Math.floor(length / 1_000)} s`;
  if (length < hour) return `${Math.floor(length / minute)} min`;
  if (length >= 48 * hour) return `${Math.floor(length / (24 * hour))} d`;
  const rest = Math.floor((length % hour) / minute);
  return length < 10 * hour && rest > 0
    ? `${Math.floor(length / hour)} h ${rest} min`
    : `${Math.floor(length / hour)} h`;
}

/** `4 min ago`, `in 3 d`, `just now`. */
export function ago(at: Date, now: Date): string {
  const past = now.getTime() - at.getTime();
  if (Math.abs(past) < 2_000) return 'just now';
  return past > 0 ? `${span(past)} ago` : `in ${span(past)}`;
}

/** Clock time for what is less than a day away, else the day too: `02:10 today`, `18 Nov 22:41`. */
export function stamp(at: Date, now: Date, zone = firstZone()): string {
  const time = clock(at, false, zone);
  const near = Math.abs(now.getTime() - at.getTime()) < 24 * hour;
  return near && day(at, now, zone) === day(now, now, zone)
    ? `${time} today`
    : `${day(at, now, zone)} ${time}`;
}

/** The clock for a moment of today, else the day alone: `03:19 today`, `18 Nov`, `18 Nov 2025`. */
export function brief(at: Date, now: Date, zone = firstZone()): string {
  const date = day(at, now, zone);
  return date === day(now, now, zone) ? `${clock(at, false, zone)} today` : date;
}

/** `03:42:16 UTC`: where it does not stand among other times. */
export const zoned = (at: Date, seconds: boolean): string => `${clock(at, seconds)} ${zoneName(at)}`;

/** `18 Nov 22:41 UTC`. */
export const zonedStamp = (at: Date, now: Date): string => `${stamp(at, now)} ${zoneName(at)}`;

/** Where only the day is known: `today`, `18 Nov`, and from sixty days the age instead. Such days are those of UTC. */
export function dayOnly(at: Date, now: Date): string {
  const days = Math.floor(now.getTime() / (24 * hour)) - Math.floor(at.getTime() / (24 * hour));
  if (days === 0) return 'today';
  return days >= 60 ? `${days} d ago` : day(at, now, 'UTC');
}

/** Everything about an instant in two lines: the first zone with date and seconds, then the other and the distance. */
export function inFull(at: Date, now: Date | undefined, zones = [firstZone(), otherZone()] as const): string {
  const [first, other] = zones;
  const date = parts(at, first, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).replace(',', '');
  const [name, second] = [zoneName(at, first), zoneName(at, other)];
  const more = [
    ...(second === name ? [] : [`${clock(at, true, other)} ${second}`]),
    ...(now ? [ago(at, now)] : []),
  ];
  const line = `${date} ${clock(at, true, first)} ${name}`;
  return more.length > 0 ? `${line}\n${more.join(', ')}` : line;
}
