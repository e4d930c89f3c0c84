import { PlaceName } from '@/components/frame/place-name';
import { counted, groupShares, groupTitle, stateTone } from '@/components/rotation-fleet/group-words';
import { HistoryBars } from '@/components/rotation-fleet/history-bars';
import { MiniSteps } from '@/components/rotation-fleet/mini-steps';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { lanesOf } from '@/lib/domain/rotation/lanes-of';
import { type FleetGroup, lastFailure } from '@/lib/domain/rotation-fleet/group-fleet';

interface GroupCardProps {
  readonly group: FleetGroup;
  readonly current: boolean;
  readonly now: number;
  readonly whose: Whose;
  readonly onOpen: () => void;
}

/** One group of the list: what is the matter, what its secrets share, how many there are and since when. */
export function GroupCard({ group, current, now, whose, onOpen }: GroupCardProps) {
  const { secrets, regions, first, history, state, step } = group;
  const place = whose.several && secrets[0] ? whose.scope(secrets[0].secret) : undefined;
  const failed = secrets.map(lastFailure).find((one) => one !== undefined);
  const showsSteps = failed !== undefined && (group.tab === 'open' || group.tab === 'stuck');
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={onOpen}
      className={cx(
        'grid w-full grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2 gap-y-1 border-b px-4 py-3 text-left text-xs focus-visible:-outline-offset-2 max-md:min-h-11',
        current ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
      )}
    >
      <span className="row-span-4 pt-0.5">
        <ToneIcon tone={stateTone(state)} />
      </span>
      <span className="wrap-anywhere font-semibold text-sm leading-snug">{groupTitle(group)}</span>
      <span className="text-right font-semibold text-sm leading-snug">
        {counted(secrets.length, 'secret')}
      </span>
      {place && <PlaceName scope={place} className="col-span-2 text-fg-2" />}
      <span className="wrap-anywhere min-w-0 text-fg-2">{groupShares(group)}</span>
      <span className="text-right text-fg-2">
        {regions.length === 1 ? regions[0] : counted(regions.length, 'region')}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-fg-2">
        {showsSteps && <MiniSteps lanes={lanesOf(failed, step)} />}
        {first && (
          <span className="whitespace-nowrap">
            since <TimeText at={first} now={now} />, {span(now - Date.parse(first))}
          </span>
        )}
      </span>
      <span className="self-end">{history.length > 0 && <HistoryBars history={history} now={now} />}</span>
    </button>
  );
}
