import { Lock, RotateCw } from 'lucide-react';
import { memo } from 'react';
import { closedDetail, closedShort, closedWords } from '@/components/replication/closed-words';
import { useFirstZone } from '@/components/ui/first-zone';
import { IconButton } from '@/components/ui/icon-button';
import type { ClosedRegions } from '@/lib/client/replication/closed-regions';
import { regionPlace } from '@/lib/domain/region-place';
import type { CellCounts } from '@/lib/domain/replication/count-cells';

interface MatrixHeadProps {
  readonly regions: readonly string[];
  readonly counts: ReadonlyMap<string, CellCounts>;
  readonly closed: ClosedRegions;
  readonly several: boolean;
  readonly onRetry: (region: string) => void;
}

/** The regions, each with what it holds, or why it cannot be read, in which accounts, and since when. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { regions, counts, closed, several, onRetry } = props;
  useFirstZone();
  return (
    <thead className="sticky top-0 z-20 block">
      <tr
        aria-rowindex={1}
        className="grid h-11 grid-cols-(--columns) items-stretch border-b bg-canvas text-left text-2xs"
      >
        <th
          scope="col"
          aria-colindex={1}
          className="flex items-center border-r bg-canvas px-4 font-medium group-data-wide/table:sticky group-data-wide/table:left-0 group-data-wide/table:z-1 md:pl-5"
        >
          Needs attention first
          {several && <span className="ml-auto pl-3">Account</span>}
        </th>
        {regions.map((region, at) => {
          const why = closed.get(region);
          return (
            <th
              scope="col"
              key={region}
              aria-colindex={at + 2}
              className="relative flex min-w-0 items-center border-l pr-1 pl-2.5"
            >
              <span className="min-w-0 flex-1">
                <span className="flex min-w-0 items-center gap-1 font-medium font-mono text-fg text-xs">
                  <span className="shrink-0">{region}</span>
                  <span className="truncate font-normal font-sans text-2xs text-fg-3">
                    {regionPlace(region)}
                  </span>
                  {why && (
                    <Lock aria-hidden strokeWidth={1.75} className="mr-6 size-3 shrink-0 text-warn-mark" />
                  )}
                </span>
                {why ? (
                  <span className="block truncate font-normal text-warn" data-tip={closedDetail(why)}>
                    <span aria-hidden={several || undefined}>{closedShort(why)}</span>
                    {several && (
                      <span className="sr-only">{why.map((one) => closedWords(one)).join('; ')}</span>
                    )}
                  </span>
                ) : (
                  <span className="block truncate font-normal text-fg-3">
                    {inSyncWords(counts.get(region))}
                  </span>
                )}
              </span>
              {why && (
                <IconButton
                  label={`Retry ${region}`}
                  icon={RotateCw}
                  size="sm"
                  className="absolute top-0.5 right-0.5"
                  onClick={() => onRetry(region)}
                />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
});

function inSyncWords(counts: CellCounts | undefined): string {
  if (!counts) return 'no secrets';
  const ready = counts['in-sync'] ?? 0;
  const trouble = ['failed', 'behind', 'missing', 'in-progress', 'unreadable', 'uncompared'] as const;
  const replicas = ready + trouble.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  if (replicas === 0)
    return counts.primary ? `${counts.primary.toLocaleString('en')} primary` : 'not read yet';
  return `${ready.toLocaleString('en')} of ${replicas.toLocaleString('en')} in sync`;
}
