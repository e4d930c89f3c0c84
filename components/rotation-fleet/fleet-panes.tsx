import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { CallButton } from '@/components/frame/call-button';
import { PlaceName } from '@/components/frame/place-name';
import { GroupDetail } from '@/components/rotation-fleet/group-detail';
import { GroupList } from '@/components/rotation-fleet/group-list';
import { counted } from '@/components/rotation-fleet/group-words';
import { NoGroups } from '@/components/rotation-fleet/no-groups';
import { ReachList } from '@/components/rotation-fleet/reach-list';
import { ResolvedList } from '@/components/rotation-fleet/resolved-list';
import type { MendAs } from '@/components/rotation-fleet/rotation-view';
import type { useTriage } from '@/components/rotation-fleet/use-triage';
import { Button } from '@/components/ui/button';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { placedId } from '@/lib/domain/rotation-fleet/placed-group';

interface FleetPanesProps {
  readonly triage: ReturnType<typeof useTriage>;
  readonly chosen: FleetGroup | undefined;
  readonly wide: boolean;
  readonly onMend: (mend: MendAs) => void;
  readonly onNote: () => void;
}

/** The groups of a list, and one of them beside it; on a narrow screen one or the other. */
export function FleetPanes({ triage, chosen, wide, onMend, onNote }: FleetPanesProps) {
  const { groups, now, several } = triage;
  const place = triage.placeOf(chosen);
  const detail = useRef<HTMLDivElement>(null);
  const id = chosen && placedId(chosen);
  // Another group begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group is what changes
  useEffect(() => {
    detail.current?.scrollTo(0, 0);
  }, [id]);
  return (
    <>
      {(wide || !chosen) && <ListPane {...{ triage, chosen }} />}
      {chosen && place && (
        <div ref={detail} className="scroll-thin min-w-0 flex-1 overflow-y-auto">
          {!wide && (
            <>
              <h1 className="sr-only">Rotation</h1>
              <div className="flex h-11 items-center border-b px-0.5 text-xs md:px-2.5">
                <Button
                  variant="quiet"
                  icon={ChevronLeft}
                  className="text-accent!"
                  onClick={() => triage.showGroup(null, 'push')}
                >
                  All groups
                </Button>
                <span className="ml-auto pr-3.5 text-fg-2 md:pr-2.5">
                  {groups.includes(chosen) ? `${groups.indexOf(chosen) + 1} of ${groups.length}` : 'Snoozed'}
                </span>
              </div>
            </>
          )}
          <GroupDetail
            {...{ place, several, now, group: chosen, onNote }}
            asleep={triage.asleep.includes(chosen)}
            onMend={(mend) => onMend({ ...mend, scope: place.scope })}
          />
        </div>
      )}
    </>
  );
}

function ListPane({ triage, chosen }: Pick<FleetPanesProps, 'triage' | 'chosen'>) {
  const { groups, asleep, tab, now, told, whose, places } = triage;
  const open = (group: FleetGroup) => triage.showGroup(group, 'push');
  return (
    <div className="scroll-thin min-w-0 overflow-y-auto max-lg:flex-1 lg:w-[21.25rem] lg:shrink-0 lg:border-r xl:w-[24.75rem]">
      {groups.length > 0 ? (
        <GroupList {...{ groups, chosen, now, whose }} onOpen={open} />
      ) : (
        asleep.length === 0 && <NoGroups triage={triage} />
      )}
      {asleep.length > 0 && (
        <section aria-label="Snoozed">
          <h2 className="flex h-9 items-center border-b bg-canvas px-4 text-fg-2 text-xs">
            Snoozed on this browser, still counted
          </h2>
          <GroupList label="Snoozed groups" groups={asleep} {...{ chosen, now, whose }} onOpen={open} />
        </section>
      )}
      {tab === 'open' && <ResolvedList resolved={triage.resolved} now={now} />}
      {tab === 'healthy' && triage.off > 0 && (
        <p className="border-b px-4 py-2 text-fg-2 text-xs">{counted(triage.off, 'secret')} do not rotate.</p>
      )}
      <ReachList
        regions={told}
        reading={triage.telling}
        now={now}
        onFurther={triage.readFurther}
        onAgain={triage.readAgain}
      />
      {places.map(({ scope }) => (
        <div key={scope} className="flex flex-wrap items-center justify-between">
          {whose.several && <PlaceName scope={scope} className="px-4 text-fg-2" />}
          <CallButton scope={scope} />
        </div>
      ))}
    </div>
  );
}
