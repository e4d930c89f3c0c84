import { Unplug } from 'lucide-react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { problemIn } from '@/lib/client/request';
import { useSuspects } from '@/lib/client/rotation-fleet/use-suspects';
import type { SuspectChange } from '@/lib/contract/rotation';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { plainEventName } from '@/lib/domain/rotation/plain-event-name';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';

interface SuspectChangesProps {
  readonly scope: string;
  readonly group: FleetGroup;
  readonly functions: ReadonlyMap<string, FunctionFacts>;
  readonly now: number;
}

/** What was changed shortly before a group began to fail: likely, never certain; nothing where there is nothing. */
export function SuspectChanges({ scope, group, functions, now }: SuspectChangesProps) {
  const { data, error, refetch, isFetching } = useSuspects(scope, group, functions);
  const problem = error ? problemIn(error) : data?.problems[0]?.problem;
  const refused = problem && (
    <ProblemNotice
      problem={problem}
      form="strip"
      actions={
        <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
          Look again
        </Button>
      }
    />
  );
  const [suspect, ...others] = data?.changes ?? [];
  if (!data || !suspect) return refused ?? null;
  // Its own region's: elsewhere the group may have begun to fail before that.
  const failed = data.searched.flatMap(({ to }) => (to >= suspect.at ? to : [])).sort()[0] ?? suspect.at;
  const before = Date.parse(failed) - Date.parse(suspect.at);
  return (
    <>
      {refused}
      <Notice
        form="strip"
        tone="warn"
        icon={Unplug}
        title={`${suspect.certainty === 'likely' ? 'Likely' : 'Possible'} cause, ${span(before)} before the first failure`}
      >
        <ul aria-label="Changes before the first failure" className="space-y-1">
          {[suspect, ...others].map((one) => (
            <li key={one.id}>
              <Told change={one} now={now} />
            </li>
          ))}
        </ul>
        <p className="mt-1">
          It came before, and CloudTrail says no more than that. Searched in{' '}
          {all(data.searched.map(({ region }) => region))}:{' '}
          {all(data.searched.map(({ name }) => plainEventName(name)))}, of the day before.
        </p>
      </Notice>
    </>
  );
}

function Told({
  change: { by, name, what, touches, certainty, at, region },
  now,
}: {
  change: SuspectChange;
  now: number;
}) {
  return (
    <>
      <span className="font-medium font-mono text-fg">{by.name}</span>
      {by.via && ` (${by.via})`}: <span className="font-mono text-fg">{plainEventName(name)}</span>
      {what && (
        <>
          {' '}
          of <span className="font-mono text-fg">{what}</span>
        </>
      )}{' '}
      at <TimeText at={at} now={now} zoned /> in {region};{' '}
      {certainty === 'likely' ? `it touches ${touches}` : 'it fits by its kind and time alone'}.
    </>
  );
}

const all = (names: readonly string[]) => [...new Set(names)].sort().join(', ');
