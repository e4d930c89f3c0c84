import { History } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { AttemptEntry } from '@/components/rotation/attempt-entry';
import { SearchNote } from '@/components/timeline/search-note';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SectionHead } from '@/components/ui/section-head';
import type { TimelineReading } from '@/lib/client/timeline';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';

interface AttemptListProps {
  readonly attempts: readonly RotationAttempt[];
  readonly told: TimelineReading;
  readonly ids: readonly string[];
  readonly now: number;
  readonly scope: string;
  readonly functionArn: string | undefined;
}

/** The flight recorder: every attempt that CloudTrail tells of, the newest first. */
export function AttemptList({ attempts, told, ids, now, scope, functionArn }: AttemptListProps) {
  const { state } = told;
  return (
    <section aria-label="Attempts">
      <SectionHead
        title="Attempts"
        note={<SearchNote state={state} now={now} />}
        className="border-t"
        actions={
          state.ended &&
          state.more && (
            <Button size="sm" icon={History} onClick={told.readFurther}>
              Read further back
            </Button>
          )
        }
      />
      {state.problem && (
        <ProblemNotice
          problem={state.problem}
          form="strip"
          actions={
            <Button size="sm" busy={!state.ended} onClick={told.readAgain}>
              Try again
            </Button>
          }
        />
      )}
      {attempts.length === 0 ? (
        <EmptyState icon={History} title="No attempt in what was read" className="border-t">
          CloudTrail keeps 90 days and is some minutes late.
        </EmptyState>
      ) : (
        <ol className="border-t">
          {attempts.map((attempt) => (
            <AttemptEntry
              key={`${attempt.version ?? attempt.last} ${attempt.test}`}
              {...{ attempt, ids, now, scope, functionArn }}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
