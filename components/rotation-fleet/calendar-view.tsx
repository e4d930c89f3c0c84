'use client';

import { ChevronLeft } from 'lucide-react';
import { useMemo } from 'react';
import { useMedia } from '@/components/inventory/use-media';
import { CalendarDayDetail } from '@/components/rotation-fleet/calendar-day';
import { CalendarDays } from '@/components/rotation-fleet/calendar-days';
import { CalendarGrid } from '@/components/rotation-fleet/calendar-grid';
import { CalendarOutside } from '@/components/rotation-fleet/calendar-outside';
import { counted } from '@/components/rotation-fleet/group-words';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { Button } from '@/components/ui/button';
import { useAddressField } from '@/lib/client/address';
import { calendarOf } from '@/lib/domain/rotation-fleet/calendar';
import type { FleetSecret } from '@/lib/domain/rotation-fleet/fleet-secret';

interface CalendarViewProps {
  readonly whose: Whose;
  readonly fleet: readonly FleetSecret[];
  readonly now: number;
  readonly reading: boolean;
}

const MINUTES = 5 * 60_000;
const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10);

/** The rotations of the next 30 days as windows: how many on which day, and on one day which, at the same time by what. */
export function CalendarView({ whose, fleet, now, reading }: CalendarViewProps) {
  // A window's edge is on the hour: it need not be looked for every minute.
  const steady = Math.floor(now / MINUTES) * MINUTES;
  const calendar = useMemo(() => calendarOf(fleet, steady), [fleet, steady]);
  const [askedDay, setDay] = useAddressField('day');
  const wide = useMedia('(width >= 64rem)');
  const { days, secrets } = calendar;
  const asked = days.find(({ day }) => dateOf(day) === askedDay);
  const chosen = asked ?? (wide ? days[0] : undefined);
  const windows = days.reduce((sum, one) => sum + one.windows.length, 0);
  const detail = chosen && <CalendarDayDetail {...{ whose, now }} day={chosen} key={chosen.day} />;
  if (!wide && detail) {
    return (
      <section aria-label="Calendar" className="scroll-thin min-w-0 flex-1 overflow-y-auto">
        <div className="flex h-11 items-center border-b px-0.5 text-xs md:px-2.5">
          <Button
            variant="quiet"
            icon={ChevronLeft}
            className="text-accent!"
            onClick={() => setDay(null, 'push')}
          >
            All days
          </Button>
        </div>
        {detail}
      </section>
    );
  }
  return (
    <section aria-label="Calendar" className="scroll-thin min-w-0 flex-1 overflow-y-auto">
      <p className="border-b px-4 py-2 text-fg-2 text-xs md:px-5">
        {counted(windows, 'window')} of {counted(secrets, 'secret')}
        {reading && ' so far'}. A window is no instant: AWS rotates at any time in it. Days are in UTC; what
        comes after the next window is worked out from the schedule.
      </p>
      <CalendarOutside {...{ whose, now, calendar }} />
      {wide ? (
        <>
          <CalendarGrid {...{ days, chosen, whose }} onChoose={(day) => setDay(dateOf(day), 'replace')} />
          {detail}
        </>
      ) : (
        <CalendarDays days={days} onOpen={(day) => setDay(dateOf(day), 'push')} />
      )}
    </section>
  );
}
