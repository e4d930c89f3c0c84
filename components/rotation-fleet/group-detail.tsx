import { FileText } from 'lucide-react';
import { PlaceName } from '@/components/frame/place-name';
import { useMedia } from '@/components/inventory/use-media';
import { AffectedTable } from '@/components/rotation-fleet/affected-table';
import { GroupActs, useMends } from '@/components/rotation-fleet/group-acts';
import { GroupBar } from '@/components/rotation-fleet/group-bar';
import { GroupEvidence } from '@/components/rotation-fleet/group-evidence';
import { groupRuns } from '@/components/rotation-fleet/group-runs';
import { groupTitle, stateTone } from '@/components/rotation-fleet/group-words';
import { SnoozeButton } from '@/components/rotation-fleet/snooze-button';
import { StepTracker } from '@/components/rotation-fleet/step-tracker';
import { SuspectChanges } from '@/components/rotation-fleet/suspect-changes';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { ToneIcon } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TimeText } from '@/components/ui/time-text';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import type { Mend } from '@/lib/domain/rotation-fleet/mend-of';
import { placedId } from '@/lib/domain/rotation-fleet/placed-group';

interface GroupDetailProps {
  /** What was read of its account. */
  readonly place: PlaceReading;
  /** Whether the page shows several accounts. */
  readonly several: boolean;
  readonly group: FleetGroup;
  readonly now: number;
  readonly asleep: boolean;
  readonly onMend: (mend: Mend) => void;
  /** Write a hand-over note about it. */
  readonly onNote: () => void;
}

/** One group: what is the matter, the facts its secrets share, how far they came, and which they are. */
export function GroupDetail(props: GroupDetailProps) {
  const { place, several, group, now, asleep, onMend, onNote } = props;
  const { scope, evidence, snoozing, telling, readFurther } = place;
  const { secrets, regions, first, last, failures, functions, shared } = group;
  const phone = useMedia('(width < 48rem)');
  const mends = useMends(scope, group);
  // The log says more than AWS, which names the step and the function, and both stand here anyway.
  const proven = groupRuns(group, evidence.evidence).best?.diagnosed.causes[0]?.proofs[0]?.says;
  const onSnooze = snoozable.has(group.tab)
    ? (forMs: number) => snoozing.snooze(group.id, secrets.length, forMs)
    : undefined;
  const onWake = () => snoozing.wake(group.id);
  const said = [...new Set(secrets.map(({ state }) => state.evidence))];
  return (
    <article aria-labelledby="group-title">
      <header className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 border-b px-4 py-3 text-xs md:px-5">
        <span className="pt-1">
          <ToneIcon tone={stateTone(group.state)} className="size-4" />
        </span>
        <h2 id="group-title" className="wrap-anywhere font-semibold text-md leading-snug">
          {groupTitle(group)}
        </h2>
        {!phone && (
          <div className="col-start-2 mt-2 flex flex-wrap gap-2">
            <GroupActs mends={mends} onMend={onMend} />
            <Button icon={FileText} onClick={onNote}>
              Hand-over note
            </Button>
            {onSnooze && <SnoozeButton {...{ asleep, onSnooze, onWake }} />}
          </div>
        )}
        <div className="col-start-2 mt-2 space-y-2">
          <p className="wrap-anywhere max-w-[90ch] text-fg-2">
            {proven ? `${proven}.` : said.length > 1 ? `“${said[0]}”, and the like of the others.` : said[0]}
          </p>
          <dl className="flex flex-wrap gap-x-5 gap-y-1">
            {several && (
              <Fact name="Account">
                <PlaceName scope={scope} />
              </Fact>
            )}
            <Fact name="Secrets">{secrets.length.toLocaleString('en')}</Fact>
            <Fact name="Regions">{regions.join(', ')}</Fact>
            {first && (
              <Fact name="First">
                <TimeText at={first} now={now} zoned />
              </Fact>
            )}
            {last && last !== first && (
              <Fact name="Last">
                <TimeText at={last} now={now} zoned />
              </Fact>
            )}
            {failures > 0 && <Fact name="Failed runs">{failures.toLocaleString('en')}</Fact>}
            {functions.length > 0 && (
              <Fact name={functions.length > 1 ? 'Functions' : 'Function'}>{functions.join(', ')}</Fact>
            )}
            {shared && <Fact name={thingWords[shared.kind]}>{shared.name}</Fact>}
          </dl>
        </div>
      </header>
      {(group.tab === 'open' || group.tab === 'stuck') && <StepTracker group={group} />}
      {group.tab === 'open' && (
        <SuspectChanges {...{ scope, group, now }} functions={evidence.evidence.functions} />
      )}
      {group.tab === 'open' && (
        <GroupEvidence {...{ group, evidence }} reading={telling} onFurther={readFurther} />
      )}
      <AffectedTable key={placedId(group)} {...{ scope, group, now }} />
      {phone && <GroupBar {...{ mends, onMend, onNote, onSnooze }} onWake={asleep ? onWake : undefined} />}
    </article>
  );
}

const snoozable: ReadonlySet<FleetGroup['tab']> = new Set(['open', 'stuck', 'overdue']);
const thingWords = { key: 'Key', role: 'Role', subnets: 'Subnets' };

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="text-fg-3">{name}</dt>
      <dd className="wrap-anywhere font-medium">{children}</dd>
    </div>
  );
}
