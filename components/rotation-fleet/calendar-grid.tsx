import { useId } from 'react';
import { dateOfMonth, isWeekend, longDay, monthOf } from '@/components/rotation-fleet/calendar-words';
import { counted } from '@/components/rotation-fleet/group-words';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { cx } from '@/components/ui/cx';
import type { CalendarDay } from '@/lib/domain/rotation-fleet/calendar';

interface CalendarGridProps {
  readonly days: readonly CalendarDay[];
  readonly chosen: CalendarDay | undefined;
  readonly whose: Whose;
  readonly onChoose: (day: number) => void;
}

/** Regions by days, with how many windows open; a day is chosen by its date, with the arrow keys as well. */
export function CalendarGrid({ days, chosen, whose, onChoose }: CalendarGridProps) {
  const name = useId();
  const regions = [
    ...new Set(days.flatMap(({ windows }) => windows.map(({ one }) => whose.region(one.secret)))),
  ].sort();
  const counts = new Map(regions.map((region) => [region, days.map((day) => countIn(day, region, whose))]));
  const most = Math.max(1, ...[...counts.values()].flat());
  const busiest = Math.max(1, ...days.map(({ windows }) => windows.length));
  return (
    <div className="scroll-thin overflow-x-auto border-b px-4 py-3 md:px-5">
      <table className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0.5 text-center text-2xs tabular-nums">
        <caption className="sr-only">Windows that open, by region and day in UTC</caption>
        <thead>
          <tr>
            <th
              scope="row"
              className={cx('text-left align-bottom font-normal text-fg-2', whose.several ? 'w-52' : 'w-28')}
            >
              All regions
            </th>
            {days.map(({ day, windows }) => (
              <td key={day} className="h-14 align-bottom text-fg-2">
                {windows.length > 0 && windows.length}
                <i
                  aria-hidden
                  className="mt-0.5 block rounded-xs bg-accent-fill opacity-70"
                  style={{ height: `${Math.ceil((windows.length / busiest) * 36)}px` }}
                />
              </td>
            ))}
            <td className="w-12 text-right align-bottom font-semibold">
              {days.reduce((sum, { windows }) => sum + windows.length, 0).toLocaleString('en')}
            </td>
          </tr>
          <tr>
            <th scope="col" className="text-left font-normal text-fg-3">
              Region
            </th>
            {days.map(({ day, windows }, at) => (
              <th key={day} scope="col" className="p-0 font-normal">
                <span aria-hidden className="block h-3.5 text-left text-fg-3">
                  {(at === 0 || dateOfMonth(day) === 1) && monthOf(day)}
                </span>
                <label
                  className={cx(
                    'flex h-6 cursor-pointer items-center justify-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent',
                    chosen?.day === day ? 'bg-accent-solid font-semibold text-on-accent' : 'hover:bg-hover',
                    chosen?.day !== day && isWeekend(day) && 'text-fg-3',
                  )}
                >
                  <input
                    type="radio"
                    name={name}
                    checked={chosen?.day === day}
                    onChange={() => onChoose(day)}
                    aria-label={`${longDay(day)}, ${counted(windows.length, 'window')}`}
                    className="sr-only"
                  />
                  {dateOfMonth(day)}
                </label>
              </th>
            ))}
            <th scope="col" className="text-right font-normal text-fg-3">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region}>
              <th scope="row" className="text-left font-mono font-normal">
                {region}
              </th>
              {counts.get(region)?.map((count, at) => (
                <td
                  key={days[at]?.day}
                  className={cx('h-6 rounded-xs', count === 0 && 'text-fg-3')}
                  style={count === 0 ? undefined : { background: heat(count / most) }}
                >
                  {count || '–'}
                </td>
              ))}
              <td className="text-right">
                {counts
                  .get(region)
                  ?.reduce((sum, count) => sum + count, 0)
                  .toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const countIn = ({ windows }: CalendarDay, region: string, whose: Whose) =>
  windows.filter(({ one }) => whose.region(one.secret) === region).length;

// Never so dark that the figure on it could not be read.
const heat = (share: number) =>
  `color-mix(in oklab, var(--accent-fill) ${Math.round(8 + share * 32)}%, var(--surface))`;
