import { cx } from '@/components/ui/cx';
import { useFirstZone } from '@/components/ui/first-zone';
import { ago, brief, clock, dayOnly, stamp, zoneName } from '@/components/ui/time-format';

const forms = {
  /** `03:42:14` */
  clock: (at: Date) => clock(at, true),
  /** `02:10 today`, `18 Nov 22:41` */
  stamp: (at: Date, now: Date) => stamp(at, now),
  /** `02:10 today`, `18 Nov`: where there is room for no more */
  brief: (at: Date, now: Date) => brief(at, now),
  /** `1 h 32 min ago` */
  ago: (at: Date, now: Date) => ago(at, now),
  /** `today`, `18 Nov`, `204 d ago`: where no more than the day is known */
  day: (at: Date, now: Date) => dayOnly(at, now),
};

interface TimeTextProps {
  /** ISO instant. */
  readonly at: string;
  /** Milliseconds, from the clock the page goes by. */
  readonly now: number;
  readonly show?: keyof typeof forms;
  /** Names the zone, of a day UTC: where it does not stand among other times. */
  readonly zoned?: boolean;
  readonly className?: string;
}

/** An instant in the first zone; pointing at it shows the date, the seconds and the other zone. */
export function TimeText({ at, now, show = 'stamp', zoned, className }: TimeTextProps) {
  useFirstZone();
  const instant = new Date(at);
  const text = forms[show](instant, new Date(now));
  return (
    <time
      dateTime={at}
      data-tip={show === 'day' ? `${at.slice(0, 10)} in UTC, only the day is reported` : ''}
      data-tip-now={now}
      className={cx('whitespace-nowrap', className)}
    >
      {text}
      {zoned && !text.endsWith('ago') && ` ${show === 'day' ? 'UTC' : zoneName(instant)}`}
    </time>
  );
}
