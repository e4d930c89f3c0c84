import { clock } from '@/components/ui/time-format';
import type { RotationWindow } from '@/lib/domain/rotation/schedule/schedule';

/** A window from its opening to its end: `25 Dec 00:00 to 24:00`; by this computer's clock where no zone is named. */
export function windowWords({ opens, closes }: RotationWindow, now: number, zone?: string): string {
  const [from, to] = [new Date(opens), new Date(closes)];
  const [first, last] = [dateOf(from, zone), dateOf(to, zone)];
  const end = clock(to, false, zone);
  // A window that ends with its day ends at 24:00: 00:00 would be its beginning.
  const year =
    zone === 'UTC' && from.getUTCFullYear() !== new Date(now).getUTCFullYear()
      ? ` ${from.getUTCFullYear()}`
      : '';
  if (first !== last && end === '00:00') return `${first}${year} ${clock(from, false, zone)} to 24:00`;
  return `${first}${year} ${clock(from, false, zone)} to ${first === last ? '' : `${last} `}${end}`;
}

function dateOf(at: Date, zone?: string): string {
  return at.toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'short' },
    ...(zone && { timeZone: zone }),
  });
}
