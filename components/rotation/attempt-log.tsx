import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { gigabytes } from '@/components/rotation/gigabytes';
import { isPassing, noLogWords } from '@/components/rotation/no-log-words';
import { RawLog } from '@/components/rotation/raw-log';
import { runWords } from '@/components/rotation/run-words';
import { CausePanel } from '@/components/triage/cause-panel';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { useAttemptLog } from '@/lib/client/attempt-log';
import type { RunLog } from '@/lib/client/look-at-run';
import { problemIn } from '@/lib/client/request';

interface AttemptLogProps extends ReturnType<typeof useAttemptLog> {
  readonly onAsk: () => void;
}

/** Why an attempt failed: what the log of its last failed run proves, redacted; read when somebody asks. */
export function AttemptLog({ query, scan, onAsk }: AttemptLogProps) {
  const { data, error, isFetching } = query;
  if (!data) {
    return (
      <>
        {error && <ProblemNotice problem={problemIn(error)} />}
        <Button
          size="sm"
          icon={ScrollText}
          busy={isFetching}
          onClick={() => (error ? void query.refetch() : onAsk())}
        >
          Why did it fail?
        </Button>
      </>
    );
  }
  return (
    <>
      {scan.error && <ProblemNotice problem={problemIn(scan.error)} />}
      <Answer
        log={data}
        scanning={scan.isPending || isFetching}
        onScan={scan.mutate}
        onAgain={() => void query.refetch()}
      />
    </>
  );
}

interface AnswerProps {
  readonly log: RunLog;
  readonly scanning: boolean;
  readonly onScan: () => void;
  readonly onAgain: () => void;
}

function Answer({ log: { diagnosed, timeout, asks, scanned }, scanning, onScan, onAgain }: AnswerProps) {
  const { causes, log, run, redactions, noLogs, durationMs } = diagnosed;
  const [raw, setRaw] = useState(false);
  return (
    <div className="space-y-2">
      {noLogs && (
        <Notice
          tone="idle"
          title={`No log lines: ${noLogWords[noLogs.because]}`}
          actions={
            noLogs.because === 'costs-money' ? (
              <Button size="sm" busy={scanning} onClick={onScan}>
                Query them, up to {gigabytes(asks ?? 0)} that AWS bills
              </Button>
            ) : (
              isPassing(noLogs.because) && (
                <Button size="sm" busy={scanning} onClick={onAgain}>
                  Look again
                </Button>
              )
            )
          }
        >
          {noLogs.problem?.detail ?? 'What follows goes by CloudTrail and the function alone.'}
        </Notice>
      )}
      {causes.map((cause) => (
        <div key={cause.cause} className="overflow-hidden rounded-md border">
          <CausePanel cause={cause} log={log} />
        </div>
      ))}
      {log.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-fg-3">
          <span>
            {log.length} lines{run && ` ${runWords(run)}`}.{' '}
            {redactions === 0
              ? 'Nothing was blacked out'
              : redactions === 1
                ? '1 passage was blacked out'
                : `${redactions} passages were blacked out`}{' '}
            before they left the server; that is best effort.
            {durationMs !== undefined &&
              ` It ran ${secondsOf(durationMs)}${timeout ? ` of the ${timeout} s it may` : ''}.`}
            {scanned !== undefined && ` The query scanned ${gigabytes(scanned)}, which AWS bills.`}
          </span>
          <Button size="sm" variant="quiet" onClick={() => setRaw(!raw)} aria-expanded={raw}>
            {raw ? 'Hide the whole record' : 'Show the whole record'}
          </Button>
        </p>
      )}
      {raw && <RawLog log={log} />}
    </div>
  );
}

const secondsOf = (ms: number) => (ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`);
