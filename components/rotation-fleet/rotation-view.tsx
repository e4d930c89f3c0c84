import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMedia } from '@/components/inventory/use-media';
import { FleetHead } from '@/components/rotation-fleet/fleet-head';
import { FleetPanes } from '@/components/rotation-fleet/fleet-panes';
import { TAB_WORDS } from '@/components/rotation-fleet/group-words';
import { ResumeStrip } from '@/components/rotation-fleet/resume-strip';
import { RotationAccounts } from '@/components/rotation-fleet/rotation-accounts';
import { UnreadNotices } from '@/components/rotation-fleet/unread-notices';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { CALENDAR, useTriage } from '@/components/rotation-fleet/use-triage';
import { useFirstZone } from '@/components/ui/first-zone';
import { Tabs } from '@/components/ui/tabs';
import { useAddressField } from '@/lib/client/address';
import { useCliView } from '@/lib/client/cli-view';
import { useShortcut } from '@/lib/client/shortcut';
import type { FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';
import type { Mend } from '@/lib/domain/rotation-fleet/mend-of';

// Opened later, loaded later.
const MendSheet = dynamic(async () => (await import('@/components/rotation-fleet/mend-sheet')).MendSheet);
const HandOverSheet = dynamic(
  async () => (await import('@/components/rotation-fleet/hand-over-sheet')).HandOverSheet,
);
const CalendarView = dynamic(
  async () => (await import('@/components/rotation-fleet/calendar-view')).CalendarView,
);

/** Something to be done, and as whom. */
export interface MendAs extends Mend {
  readonly scope: string;
}

interface RotationViewProps {
  /** As whom the page works. */
  readonly scope: string;
  /** As whom each account of the sign-in is read. */
  readonly scopes: readonly string[];
  /** Of those, what was read so far. */
  readonly readings: readonly PlaceReading[];
  readonly now: number;
}

/** The rotations that were read, of one account or of several as one fleet. */
export function RotationView({ scope, scopes, readings, now }: RotationViewProps) {
  // Times are told all over the page.
  useFirstZone();
  const several = scopes.length > 1;
  const [asked] = useAddressField('account');
  // An account one is not signed in to narrows nothing.
  const account =
    several && scopes.some((one) => one.slice(0, 12) === asked) ? (asked ?? undefined) : undefined;
  const triage = useTriage({ scope, scopes, readings, account, now });
  const { groups, tab, calendar, reading, fleet, whose, places } = triage;
  const wide = useMedia('(width >= 64rem)');
  const chosen = calendar ? undefined : (triage.asked ?? (wide ? groups[0] : undefined));
  useShortcut('r', reading ? undefined : triage.refresh);
  // Here and not in the group: what is mended leaves its group while the sheet is open.
  const [mend, setMend] = useState<MendAs>();
  const [note, setNote] = useState<'page' | 'group'>();
  useCliView(() => {
    const place =
      places.find((one) => one.scope === mend?.scope) ??
      triage.placeOf(chosen) ??
      places.find((one) => one.scope === scope) ??
      places[0];
    const group = chosen && triage.placeOf(chosen) === place ? chosen : undefined;
    return { kind: 'rotation', scope: place?.scope, regions: place?.told ?? [], group };
  });
  const alone = !wide && chosen !== undefined;
  const panes = <FleetPanes {...{ triage, chosen, wide }} onMend={setMend} onNote={() => setNote('group')} />;
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      {several && !alone && <RotationAccounts {...{ scopes, readings, account, chosen }} />}
      {!alone && <UnreadNotices triage={triage} alone={account !== undefined || !several} />}
      {!mend &&
        places.map((place) => (
          <ResumeStrip key={place.scope} {...{ place, now, several }} onMend={setMend} />
        ))}
      {alone ? (
        <div className="flex min-h-72 flex-1">{panes}</div>
      ) : (
        <>
          <FleetHead triage={triage} onNote={() => setNote('page')} />
          <Tabs
            label="Rotations by state"
            value={calendar ? CALENDAR : tab}
            onChange={triage.showTab}
            panelClass="flex min-h-72 flex-1 bg-surface"
            tabs={[
              ...TAB_WORDS.map(({ value, label }) => ({
                value,
                label: (
                  <>
                    {label} <span className="font-normal text-fg-2">{countWords(triage, value)}</span>
                  </>
                ),
              })),
              { value: CALENDAR, label: 'Calendar' } as const,
            ]}
          >
            {calendar ? <CalendarView {...{ whose, fleet, now, reading }} /> : panes}
          </Tabs>
        </>
      )}
      {note && (
        <HandOverSheet
          {...{ triage, group: chosen }}
          ofGroup={note === 'group'}
          onClose={() => setNote(undefined)}
        />
      )}
      {mend && (
        <MendSheet
          {...mend}
          onClose={(regions) => {
            setMend(undefined);
            if (regions.length > 0) readings.find((one) => one.scope === mend.scope)?.retry(regions);
          }}
        />
      )}
    </div>
  );
}

const TOLD_BY_CLOUDTRAIL: ReadonlySet<FleetTab> = new Set(['open', 'in-flight', 'healthy']);

// Never a total while loading, nor where a region did not tell.
function countWords(triage: ReturnType<typeof useTriage>, tab: FleetTab): string {
  const { counts, reading, blind, unlisted, silent } = triage;
  const count = counts.get(tab) ?? 0;
  // Without CloudTrail the listing still tells what is overdue, where AWSPENDING is, and what cannot be told.
  const listed = unlisted.length === 0 && silent.length === 0;
  const whole = listed && !(blind && TOLD_BY_CLOUDTRAIL.has(tab));
  if (!reading && whole) return count.toLocaleString('en');
  return count > 0 && tab !== 'unreadable' ? `${count.toLocaleString('en')}+` : '–';
}
