import { RotateCw } from 'lucide-react';
import { counted } from '@/components/inventory/count-words';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import type { RegionProgress } from '@/lib/client/inventory-state';
import type { Problem } from '@/lib/contract/problem';

interface NothingReadProps {
  readonly regions: readonly RegionProgress[];
  readonly onRetry: (regions: readonly string[]) => void;
}

/** Every region failed: there is no table to show, only why, and what to do about it. */
export function NothingRead({ regions, onRetry }: NothingReadProps) {
  const kinds = alike(regions);
  return (
    <section aria-labelledby="nothing-read" className="space-y-3 px-4 py-4 md:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 id="nothing-read" className="font-semibold text-sm">
            No region could be read
          </h2>
          <p className="text-fg-2 text-xs">
            {counted(regions.length, 'region')} asked. Whether there are secrets is not known.
          </p>
        </div>
        <Button
          icon={RotateCw}
          onClick={() => {
            // The button goes with what it says: the focus stays on the page.
            document.getElementById('main')?.focus({ preventScroll: true });
            onRetry(regions.map(({ region }) => region));
          }}
        >
          Retry all regions
        </Button>
      </div>
      {kinds.map(({ problem, others }) => (
        <div key={problem.region ?? problem.code}>
          <ProblemNotice problem={problem} />
          {others.length > 0 && (
            <p className="mt-1 text-fg-3 text-xs">
              The same in <span className="font-mono">{others.join(', ')}</span>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

// One role refused in seventeen regions is one problem.
function alike(regions: readonly RegionProgress[]) {
  const kinds = new Map<string, { problem: Problem; others: string[] }>();
  for (const { region, problem } of regions) {
    if (!problem) continue;
    const kind = `${problem.code} ${problem.action ?? ''}`;
    const known = kinds.get(kind);
    if (known) known.others.push(region);
    else kinds.set(kind, { problem, others: [] });
  }
  return [...kinds.values()];
}
