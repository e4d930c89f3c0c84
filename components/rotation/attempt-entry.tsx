import { useState } from 'react';
import { AttemptLog } from '@/components/rotation/attempt-log';
import { StepLanes } from '@/components/rotation/step-lanes';
import { StatusText } from '@/components/ui/badge';
import { span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import type { Tone } from '@/components/ui/tone';
import { VersionId } from '@/components/version/version-id';
import { useAttemptLog } from '@/lib/client/attempt-log';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';
import { lanesOf } from '@/lib/domain/rotation/lanes-of';

interface AttemptEntryProps {
  readonly attempt: RotationAttempt;
  readonly ids: readonly string[];
  readonly now: number;
  readonly scope: string;
  /** The function set now, where AWS's sentence names none. */
  readonly functionArn: string | undefined;
}

/** No attempt runs longer than its window, which is a day at most. */
const LONGEST_MS = 86_400_000;

const tones: Record<RotationAttempt['outcome'], Tone> = {
  succeeded: 'ok',
  failed: 'fail',
  running: 'progress',
  abandoned: 'warn',
};
const outcomes: Record<RotationAttempt['outcome'], string> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  running: 'Not ended, as far as was read',
  abandoned: 'Abandoned: a value was put by hand',
};

/** One attempt: when, for which version, its four steps, and how it ended. */
export function AttemptEntry({ attempt, ids, now, scope, functionArn }: AttemptEntryProps) {
  const [asked, setAsked] = useState(false);
  const log = useAttemptLog(scope, attempt, functionArn, asked);
  const { version, test, began, last, outcome, failures } = attempt;
  const isStale = outcome === 'running' && now - Date.parse(last) > LONGEST_MS;
  return (
    <li className="grid gap-x-6 gap-y-2.5 border-b px-4 py-3 text-xs md:px-5 xl:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="min-w-0 space-y-0.5">
        <p className="font-medium">
          {isStale ? (
            <StatusText tone="idle">How it ended was not read</StatusText>
          ) : (
            <StatusText tone={tones[outcome]}>{outcomes[outcome]}</StatusText>
          )}
        </p>
        <p className="flex flex-wrap items-center gap-x-2">
          {test ? (
            'Test without rotating'
          ) : version ? (
            <VersionId id={version} others={ids} />
          ) : (
            'version not told'
          )}
          <span className="text-fg-3">
            {began ? (
              <TimeText at={began} now={now} zoned />
            ) : (
              <>
                heard of <TimeText at={last} now={now} zoned />
              </>
            )}
          </span>
        </p>
        <p className="text-fg-3">
          {began && outcome !== 'running' && `took ${span(Date.parse(last) - Date.parse(began))}`}
          {failures.length > 1 && `, failed ${failures.length} times`}
          {!began && 'its beginning lies further back than was read'}
        </p>
      </div>
      <div className="min-w-0 space-y-2.5">
        <StepLanes lanes={lanesOf(attempt, log.query.data?.diagnosed.step, isStale)} />
        {failures.at(-1)?.message && (
          <p className="wrap-anywhere text-fg-2">
            {outcome === 'succeeded' ? 'An earlier run of it failed' : 'AWS says'}:{' '}
            <span className="font-mono text-2xs">{failures.at(-1)?.message}</span>
          </p>
        )}
      </div>
      {outcome === 'failed' && (failures.at(-1)?.functionArn ?? functionArn) && (
        <div className="min-w-0 xl:col-span-2">
          <AttemptLog {...log} onAsk={() => setAsked(true)} />
        </div>
      )}
    </li>
  );
}
