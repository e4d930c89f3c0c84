import { useMemo, useState } from 'react';
import { windowWords } from '@/components/rotation/window-words';
import { longDay } from '@/components/rotation-fleet/calendar-words';
import { CollisionList } from '@/components/rotation-fleet/collision-list';
import { counted, stateTone, stateWords } from '@/components/rotation-fleet/group-words';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { otherZone, useFirstZone } from '@/components/ui/first-zone';
import { PageLink } from '@/components/ui/page-link';
import { SectionHead } from '@/components/ui/section-head';
import { headRowLook, rowLook } from '@/components/ui/table';
import { zoneName } from '@/components/ui/time-format';
import { secretPath } from '@/lib/client/paths';
import type { CalendarDay, PlannedWindow } from '@/lib/domain/rotation-fleet/calendar';
import { collisionsOf } from '@/lib/domain/rotation-fleet/collisions';

interface CalendarDayDetailProps {
  readonly whose: Whose;
  readonly day: CalendarDay;
  readonly now: number;
}

const FIRST = 100;

/** One day of the calendar: what may be rotated at the same time, and every window in both zones. */
export function CalendarDayDetail({ whose, day: { day, windows }, now }: CalendarDayDetailProps) {
  const [all, setAll] = useState(false);
  const collisions = useMemo(() => collisionsOf(windows), [windows]);
  const shown = all ? windows : windows.slice(0, FIRST);
  const zone = zoneName(new Date(day), useFirstZone());
  const second = zoneName(new Date(day), otherZone());
  const other = second === zone ? undefined : second;
  return (
    <section aria-label={longDay(day)}>
      <SectionHead title={longDay(day)} note={counted(windows.length, 'window')} className="mt-1" />
      {windows.length === 0 && (
        <p className="px-4 pb-4 text-fg-2 text-xs md:px-5">No window opens on this day.</p>
      )}
      <CollisionList {...{ collisions, now, whose }} />
      {shown.length > 0 && (
        <table className="w-full border-t text-xs">
          <caption className="sr-only">Windows of {longDay(day)}</caption>
          <thead>
            <tr className={headRowLook}>
              <Head className="pl-4 md:pl-5">{zone}</Head>
              {other && <Head className="max-md:hidden">{other}</Head>}
              <Head>Secret</Head>
              <Head className="max-md:hidden">Region</Head>
              <Head className="max-md:hidden">Rotated by</Head>
              <Head className="pr-4 max-md:hidden">Now</Head>
            </tr>
          </thead>
          <tbody>
            {shown.map((planned) => (
              <Row
                key={`${planned.one.secret.key} ${planned.window.opens}`}
                {...{ whose, planned, other, now }}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < windows.length && (
        <p className="px-4 py-2 md:px-5">
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {windows.length.toLocaleString('en')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Head({ children, className = '' }: { children: string; className?: string }) {
  return (
    <th scope="col" className={`whitespace-nowrap px-2 text-left font-medium ${className}`}>
      {children}
    </th>
  );
}

interface RowProps {
  readonly whose: Whose;
  readonly planned: PlannedWindow;
  /** The second zone, where it is another one. */
  readonly other: string | undefined;
  readonly now: number;
}

function Row({ whose, planned: { one, window }, other, now }: RowProps) {
  const { secret, state } = one;
  const { rotation, owningService, type } = secret.shown;
  const open = window.opens <= now;
  return (
    <tr className={rowLook()}>
      <td className="whitespace-nowrap py-1.5 pr-2 pl-4 tabular-nums max-md:align-top md:pl-5">
        {windowWords(window, now)}
        {open && <span className="block text-2xs text-accent">open now</span>}
        {other && (
          <span className="block text-2xs text-fg-2 md:hidden">
            {other} {windowWords(window, now, otherZone())}
          </span>
        )}
      </td>
      {other && (
        <td className="whitespace-nowrap px-2 text-fg-2 tabular-nums max-md:hidden">
          {windowWords(window, now, otherZone())}
        </td>
      )}
      <th scope="row" className="wrap-anywhere px-2 py-1.5 text-left font-normal">
        <PageLink
          href={`${secretPath(whose.scope(secret), secret.key)}&tab=rotation`}
          className="hover:underline"
        >
          <SecretName name={secret.name} />
        </PageLink>
        <span className="block text-2xs text-fg-2 md:hidden">{whose.region(secret)}</span>
      </th>
      <td className="px-2 font-mono text-2xs max-md:hidden">{whose.region(secret)}</td>
      <td className="px-2 text-fg-2 max-md:hidden">
        {rotation.functionArn?.split(':')[6] ?? owningService ?? type ?? '–'}
      </td>
      <td className="py-1.5 pr-4 pl-2 max-md:hidden">
        <StatusText tone={stateTone(state.kind)}>{stateWords(state.kind)}</StatusText>
      </td>
    </tr>
  );
}
