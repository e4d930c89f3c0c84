'use client';

import { ChevronLeft, Lock, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { useMedia } from '@/components/inventory/use-media';
import { ProblemNotice } from '@/components/problem/problem-notice';
import type { Mend } from '@/components/rotation-fleet/group-acts';
import { GroupDetail } from '@/components/rotation-fleet/group-detail';
import { GroupList } from '@/components/rotation-fleet/group-list';
import { counted, TAB_WORDS } from '@/components/rotation-fleet/group-words';
import { NoGroups } from '@/components/rotation-fleet/no-groups';
import { ReachList } from '@/components/rotation-fleet/reach-list';
import { ResolvedList } from '@/components/rotation-fleet/resolved-list';
import { useTriage } from '@/components/rotation-fleet/use-triage';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Tabs } from '@/components/ui/tabs';
import { useOperator } from '@/lib/client/operator';
import { problemIn } from '@/lib/client/request';
import { useShortcut } from '@/lib/client/shortcut';

// Opened later, loaded later.
const MendSheet = dynamic(async () => (await import('@/components/rotation-fleet/mend-sheet')).MendSheet);

/** Every rotation of the account in groups: what fails and why, what is overdue or stuck, and which secrets that is. */
export function RotationPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  return operator ? <Rotation key={operator.scope} scope={operator.scope} /> : null;
}

function Rotation({ scope }: { scope: string }) {
  const triage = useTriage(scope);
  const { groups, asked, tab, now, told, inventory, reading } = triage;
  const wide = useMedia('(width >= 64rem)');
  const chosen = asked ?? (wide ? groups[0] : undefined);
  useShortcut('r', reading ? undefined : triage.refresh);
  // Here and not in the group: what is mended leaves its group while the sheet is open.
  const [mend, setMend] = useState<Mend>();
  const detail = useRef<HTMLDivElement>(null);
  const id = chosen?.id;
  // Another group begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group is what changes
  useEffect(() => {
    detail.current?.scrollTo(0, 0);
  }, [id]);
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      {inventory.error && (
        <ProblemNotice
          problem={problemIn(inventory.error)}
          form="strip"
          actions={<Button onClick={triage.refresh}>Try again</Button>}
        />
      )}
      <div className="flex min-h-0 flex-1">
        {(wide || !chosen) && (
          <div className="scroll-thin min-w-0 overflow-y-auto max-lg:flex-1 lg:w-[21.25rem] lg:shrink-0 lg:border-r xl:w-[24.75rem]">
            <ListHead triage={triage} />
            <Tabs
              label="Rotations by state"
              value={tab}
              onChange={triage.showTab}
              tabs={TAB_WORDS.map(({ value, label }) => ({
                value,
                label: (
                  <>
                    {label} <span className="font-normal text-fg-2">{countWords(triage, value)}</span>
                  </>
                ),
              }))}
            >
              {groups.length === 0 ? (
                <NoGroups tab={tab} reading={reading} told={told.told} />
              ) : (
                <GroupList
                  groups={groups}
                  chosen={chosen}
                  now={now}
                  onOpen={(group) => triage.showGroup(group.id, 'push')}
                />
              )}
            </Tabs>
            {tab === 'open' && <ResolvedList resolved={triage.resolved} now={now} />}
            {tab === 'healthy' && triage.off > 0 && (
              <p className="border-b px-4 py-2 text-fg-2 text-xs">
                {counted(triage.off, 'secret')} do not rotate.
              </p>
            )}
            <ReachList
              regions={told.told}
              reading={told.reading}
              now={now}
              onFurther={() =>
                told.readFurther(told.told.flatMap(({ region, more }) => (more ? region : [])))
              }
              onAgain={told.readAgain}
            />
          </div>
        )}
        {chosen && (
          <div ref={detail} className="scroll-thin min-w-0 flex-1 overflow-y-auto">
            {!wide && (
              <>
                <h1 className="sr-only">Rotation</h1>
                <div className="flex h-11 items-center border-b px-2 text-xs">
                  <Button
                    variant="quiet"
                    icon={ChevronLeft}
                    className="text-accent"
                    onClick={() => triage.showGroup(null, 'push')}
                  >
                    All groups
                  </Button>
                  <span className="ml-auto pr-2 text-fg-2">
                    {groups.indexOf(chosen) + 1} of {groups.length}
                  </span>
                </div>
              </>
            )}
            <GroupDetail scope={scope} group={chosen} now={now} evidence={triage.evidence} onMend={setMend} />
          </div>
        )}
      </div>
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

type Triage = ReturnType<typeof useTriage>;

function ListHead({ triage }: { triage: Triage }) {
  const { groups, told, reading, refresh } = triage;
  const secrets = groups.reduce((sum, one) => sum + one.secrets.length, 0);
  const unread = told.told.filter(({ problem }) => problem);
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5">
      <h1 className="font-semibold text-md">Rotation</h1>
      <span role="status" className="text-fg-2 text-xs">
        {counted(secrets, 'secret')} in {counted(groups.length, 'group')}
        {reading && ' so far'}
      </span>
      <Button
        size="sm"
        variant="quiet"
        icon={RotateCw}
        kbd="R"
        className="ml-auto"
        busy={reading}
        onClick={refresh}
      >
        Refresh
      </Button>
      {unread.length > 0 && (
        <StatusText tone="warn" icon={Lock} className="w-full text-2xs">
          CloudTrail not read: {unread.map(({ region }) => region).join(', ')}
        </StatusText>
      )}
    </div>
  );
}

// Never a total while loading.
function countWords({ counts, reading }: Triage, tab: (typeof TAB_WORDS)[number]['value']): string {
  const count = counts.get(tab) ?? 0;
  return reading
    ? count > 0 && tab !== 'unreadable'
      ? `${count.toLocaleString('en')}+`
      : '–'
    : count.toLocaleString('en');
}
