import { LabelArrows, STAY_ROW, VERSION_ROW } from '@/components/version/label-arrows';
import { LabelChip } from '@/components/version/label-chip';
import { ShortVersion } from '@/components/version/short-version';
import type { RollbackPlan } from '@/lib/domain/rollback';
import { sortLabels } from '@/lib/domain/version';

type Moves = Pick<Extract<RollbackPlan, { possible: true }>, 'moves' | 'stays'>;

interface Row {
  readonly version: string;
  /** Of the labels that move: those on this version now, and after. */
  readonly now: readonly string[];
  readonly after: readonly string[];
  readonly stays: readonly string[];
}

/** Which labels move from which version to which: now at the left, after at the right, and what stays beneath. */
export function LabelMoves({ plan }: { plan: Moves }) {
  const rows = rowsOf(plan);
  const ids = rows.map(({ version }) => version);
  return (
    <div className="px-4 pb-3 md:px-5">
      <div className={`${columns} border-b pb-1 text-2xs text-fg-3`} aria-hidden>
        <span />
        <span>Now</span>
        <span />
        <span>After</span>
      </div>
      <div className="relative">
        <ul>
          {rows.map(({ version, now, after, stays }) => (
            <li key={version} className="border-b last:border-b-0">
              <div className={`${columns} items-center`} style={{ height: VERSION_ROW }}>
                <ShortVersion id={version} others={ids} className="text-xs" />
                <Moving labels={now} when="Now" bare={stays.length === 0} />
                <span />
                <Moving labels={after} when="After" bare={stays.length === 0} />
              </div>
              {stays.map((label) => (
                <div key={label} className={`${columns} items-start`} style={{ height: STAY_ROW }}>
                  <span />
                  <span className="min-w-0">
                    <LabelChip label={label} className="max-w-full" />
                  </span>
                  <span className="mt-2 flex h-0 items-center text-2xs text-fg-3">
                    <span className="flex-1 border-control border-b border-dashed" />
                    <span className="z-10 bg-surface px-1.5 leading-4">stays</span>
                    <span className="flex-1 border-control border-b border-dashed" />
                  </span>
                  <span aria-hidden className="min-w-0">
                    <LabelChip label={label} className="max-w-full" />
                  </span>
                </div>
              ))}
            </li>
          ))}
        </ul>
        <div aria-hidden className={`${columns} pointer-events-none absolute inset-0`}>
          <span />
          <span />
          <LabelArrows moves={plan.moves} rows={rows} />
        </div>
      </div>
    </div>
  );
}

const columns =
  'grid grid-cols-[4.25rem_minmax(0,6.5rem)_minmax(2rem,1fr)_minmax(0,6.5rem)] gap-x-2 md:grid-cols-[4.5rem_minmax(0,9rem)_minmax(2rem,1fr)_minmax(0,9rem)]';

function Moving({ labels, when, bare }: { labels: readonly string[]; when: string; bare: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="sr-only">{when}: </span>
      {labels.length === 0 && bare && <span className="text-fg-3">no label</span>}
      {labels.map((label) => (
        <LabelChip key={label} label={label} />
      ))}
    </span>
  );
}

function rowsOf({ moves, stays }: Moves): Row[] {
  const versions = moves.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null);
  return [...new Set(versions)].map((version) => ({
    version,
    now: sortLabels(moves.filter((move) => move.from === version).map(({ label }) => label)),
    after: sortLabels(moves.filter((move) => move.to === version).map(({ label }) => label)),
    stays: stays.filter(({ on }) => on === version).map(({ label }) => label),
  }));
}
