import { firstZone } from '@/components/ui/first-zone';
import { clock, zoneName } from '@/components/ui/time-format';
import type { RotationWindow } from '@/lib/domain/rotation/schedule/schedule';

/** A window from its opening to its end: `25 Dec 00:00 to 24:00`; in the first zone where none is named. */
export function windowWords({ opens, closes }: RotationWindow, now: number, zone = firstZone()): string {
  const [from, to] = [new Date(opens), new Date(closes)];
  const [first, last] = [dateOf(from, zone), dateOf(to, zone)];
  const end = clock(to, false, zone);
  // A window that ends with its day ends at 24:00: 00:00 would be its beginning.
  const year =
    zone === firstZone() && from.getUTCFullYear() !== new Date(now).getUTCFullYear()
      ? ` ${from.getUTCFullYear()}`
      : '';
  if (first !== last && end === '00:00') return `${first}${year} ${clock(from, false, zone)} to 24:00`;
  return `${first}${year} ${clock(from, false, zone)} to ${first === last ? '' : `${last} `}${end}`;
}

/** The same with the name of the zone. */
export const zonedWindow = (window: RotationWindow, now: number): string =>
  `${windowWords(window, now)} ${zoneName(new Date(window.opens))}`;

function dateOf(at: Date, timeZone: string): string {
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone });
}
