import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { noLogWords } from '@/components/rotation/no-log-words';
import { RawLog } from '@/components/rotation/raw-log';
import { runWords } from '@/components/rotation/run-words';
import { CausePanel } from '@/components/triage/cause-panel';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { useAttemptLog } from '@/lib/client/attempt-log';
import { problemIn } from '@/lib/client/request';
import type { Diagnosed } from '@/lib/contract/rotation';

interface AttemptLogProps {
  readonly query: ReturnType<typeof useAttemptLog>;
  readonly onAsk: () => void;
}

/** Why an attempt failed: what the log of its last failed run proves, redacted; read when somebody asks. */
export function AttemptLog({ query, onAsk }: AttemptLogProps) {
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
  return <Answer diagnosed={data} />;
}

function Answer({ diagnosed }: { diagnosed: Diagnosed }) {
  const { causes, log, run, redactions, noLogs } = diagnosed;
  const [raw, setRaw] = useState(false);
  return (
    <div className="space-y-2">
      {noLogs && (
        <Notice tone="idle" title={`No log lines: ${noLogWords[noLogs.because]}`}>
          {noLogs.problem?.detail ?? 'What follows goes by CloudTrail and the function alone.'}
        </Notice>
      )}
      {causes.map((cause) => (
        <div key={cause.cause} className="overflow-hidden rounded-md border">
          <CausePanel cause={cause} log={log.map(({ text }) => text)} />
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
