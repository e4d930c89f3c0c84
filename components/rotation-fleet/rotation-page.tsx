'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AccountBar } from '@/components/frame/account-bar';
import { UnlistedRegions } from '@/components/inventory/unlisted-regions';
import { useMedia } from '@/components/inventory/use-media';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { FleetHead } from '@/components/rotation-fleet/fleet-head';
import { FleetPanes } from '@/components/rotation-fleet/fleet-panes';
import { TAB_WORDS } from '@/components/rotation-fleet/group-words';
import { ResumeStrip } from '@/components/rotation-fleet/resume-strip';
import { RotationCounter } from '@/components/rotation-fleet/rotation-counter';
import { CALENDAR, useTriage } from '@/components/rotation-fleet/use-triage';
import { Button } from '@/components/ui/button';
import { useFirstZone } from '@/components/ui/first-zone';
import { Tabs } from '@/components/ui/tabs';
import { useCliView } from '@/lib/client/cli-view';
import { useOperator } from '@/lib/client/operator';
import { problemIn } from '@/lib/client/request';
import { useRotationCount } from '@/lib/client/rotation-fleet/rotation-count';
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

/** Every rotation of the account in groups: what fails and why, what is overdue or stuck, and which secrets that is. */
export function RotationPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  return operator ? <Rotation key={operator.scope} scope={operator.scope} /> : null;
}

function Rotation({ scope }: { scope: string }) {
  // Times are told all over the page.
  useFirstZone();
  const triage = useTriage(scope);
  const { groups, asked, tab, calendar, now, told, inventory, reading, fleet } = triage;
  const wide = useMedia('(width >= 64rem)');
  const chosen = calendar ? undefined : (asked ?? (wide ? groups[0] : undefined));
  useShortcut('r', reading ? undefined : triage.refresh);
  useCliView(() => ({
    kind: 'rotation',
    regions: told.told,
    group: chosen,
  }));
  // Here and not in the group: what is mended leaves its group while the sheet is open.
  const [mend, setMend] = useState<Mend>();
  const [note, setNote] = useState<'page' | 'group'>();
  const alone = !wide && chosen !== undefined;
  const panes = (
    <FleetPanes {...{ scope, triage, chosen, wide }} onMend={setMend} onNote={() => setNote('group')} />
  );
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      <AccountBar
        path="/rotation"
        words="failing"
        useCount={useRotationCount}
        ready={!reading}
        counter={RotationCounter}
      />
      {inventory.error && (
        <ProblemNotice
          problem={problemIn(inventory.error)}
          form="strip"
          actions={<Button onClick={triage.refresh}>Try again</Button>}
        />
      )}
      {!alone && <UnlistedRegions what="Rotations" unlisted={triage.unlisted} onRetry={inventory.retry} />}
      {!mend && <ResumeStrip {...{ scope, fleet, reading, now }} onMend={setMend} />}
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
            {calendar ? <CalendarView {...{ scope, fleet, now, reading }} /> : panes}
          </Tabs>
        </>
      )}
      {note && (
        <HandOverSheet
          {...{ scope, now, told: told.told, groups: triage.all, group: chosen }}
          unlisted={triage.unlisted}
          evidence={triage.evidence.evidence}
          ofGroup={note === 'group'}
          onClose={() => setNote(undefined)}
        />
      )}
      {mend && (
        <MendSheet
          scope={scope}
          {...mend}
          onClose={(regions) => {
            setMend(undefined);
            if (regions.length > 0) inventory.retry(regions);
          }}
        />
      )}
    </div>
  );
}

const TOLD_BY_CLOUDTRAIL: ReadonlySet<FleetTab> = new Set(['open', 'in-flight', 'healthy']);

// Never a total while loading, nor where a region did not tell.
function countWords(triage: ReturnType<typeof useTriage>, tab: FleetTab): string {
  const { counts, reading, blind, unlisted } = triage;
  const count = counts.get(tab) ?? 0;
  // Without CloudTrail the listing still tells what is overdue, where AWSPENDING is, and what cannot be told.
  const whole = unlisted.length === 0 && !(blind && TOLD_BY_CLOUDTRAIL.has(tab));
  if (!reading && whole) return count.toLocaleString('en');
  return count > 0 && tab !== 'unreadable' ? `${count.toLocaleString('en')}+` : '–';
}
