import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { SearchNote } from '@/components/timeline/search-note';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { Skeleton } from '@/components/ui/skeleton';
import type { TimelineReading } from '@/lib/client/timeline';
import type { SecretReading } from '@/lib/contract/answers';

// The picture comes after the page: its facts are in the table below already.
const Chart = dynamic(() => import('@/components/timeline/chart'), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

const CompareSheet = dynamic(async () => (await import('@/components/value/compare-sheet')).CompareSheet);

interface TimelineSectionProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly told: TimelineReading;
  readonly now: number;
}

/** Where the labels have been, from what CloudTrail tells; what it does not tell is said. */
export function TimelineSection({ scope, reading, told, now }: TimelineSectionProps) {
  const { events, state, readAgain, readFurther } = told;
  const { problem, ended, more } = state;
  const [compared, setCompared] = useState<{ readonly version: string; readonly open: boolean }>();
  const compare = (version: string) => setCompared({ version, open: true });
  return (
    <section aria-labelledby="label-timeline" className="isolate border-b">
      <SectionHead
        id="label-timeline"
        title="Label timeline"
        note={<SearchNote state={state} now={now} />}
        actions={
          ended && !problem && more ? (
            <Button size="sm" variant="quiet" onClick={readFurther}>
              Read further back
            </Button>
          ) : undefined
        }
      />
      {problem && (
        <ProblemNotice
          problem={problem}
          form="strip"
          className="mb-2 border-t"
          actions={<Button onClick={readAgain}>Read CloudTrail again</Button>}
        />
      )}
      {reading.versions.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-xs md:px-5">
          No label has been anywhere: there is no version.
        </p>
      ) : (
        <Chart {...{ told, now }} versions={reading.versions} onCompare={compare} />
      )}
      {ended && !problem && events.length === 0 && reading.versions.length > 0 && (
        <p className="px-4 pb-3 text-fg-2 text-xs md:px-5">
          CloudTrail has no event of this secret in what was read. What is drawn comes from its metadata
          alone.
        </p>
      )}
      {compared && (
        <CompareSheet
          key={compared.version}
          {...{ scope, reading }}
          open={compared.open}
          version={compared.version}
          onClose={() => setCompared({ ...compared, open: false })}
        />
      )}
    </section>
  );
}

function ChartSkeleton() {
  return (
    // As high as the picture mostly is: what stands below must not jump from under a pointer.
    <div aria-hidden className="min-h-[27.75rem] space-y-5 px-4 pt-2 pb-6 md:px-5">
      {['w-full', 'w-3/4', 'w-full', 'w-5/6'].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed shape
        <Skeleton key={row} className={width} />
      ))}
    </div>
  );
}
