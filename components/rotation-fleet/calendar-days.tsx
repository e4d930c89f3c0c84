import { shortDay } from '@/components/rotation-fleet/calendar-words';
import { counted } from '@/components/rotation-fleet/group-words';
import type { CalendarDay } from '@/lib/domain/rotation-fleet/calendar';
import { collisionsOf } from '@/lib/domain/rotation-fleet/collisions';

interface CalendarDaysProps {
  readonly days: readonly CalendarDay[];
  readonly onOpen: (day: number) => void;
}

/** The days as a list, for a screen that is too narrow for a grid. */
export function CalendarDays({ days, onOpen }: CalendarDaysProps) {
  const most = Math.max(1, ...days.map(({ windows }) => windows.length));
  return (
    <ul aria-label="Days" className="text-xs">
      {days.map(({ day, windows }) => {
        const together = collisionsOf(windows).length;
        return (
          <li key={day} className="border-b">
            <button
              type="button"
              onClick={() => onOpen(day)}
              className="grid min-h-11 w-full grid-cols-[5.5rem_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className={windows.length > 0 ? 'font-medium' : 'text-fg-3'}>{shortDay(day)}</span>
              <span aria-hidden className="flex items-center">
                <i
                  className="h-2 rounded-xs bg-accent-fill opacity-70"
                  style={{ width: `${(windows.length / most) * 100}%` }}
                />
              </span>
              <span className="text-right text-fg-2">
                {windows.length > 0 ? counted(windows.length, 'window') : 'none'}
                {together > 0 && <span className="block text-2xs">{together} together</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
