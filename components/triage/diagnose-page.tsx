'use client';

import { Stethoscope } from 'lucide-react';
import { useState } from 'react';
import { CausePanel } from '@/components/triage/cause-panel';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useCliView } from '@/lib/client/cli-view';
import type { ExplainedCause } from '@/lib/domain/triage/diagnosis';
import { evidenceFrom } from '@/lib/domain/triage/evidence';
import { explain } from '@/lib/domain/triage/explain';

interface Answer {
  readonly log: readonly string[];
  readonly causes: readonly ExplainedCause[];
}

/** Why a rotation failed, from a pasted log. It is worked out in this browser: nothing that is pasted leaves it. */
export function DiagnosePage() {
  const [log, setLog] = useState('');
  const [message, setMessage] = useState('');
  const [engine, setEngine] = useState('');
  const [vpc, setVpc] = useState('');
  const [answer, setAnswer] = useState<Answer>();
  useCliView(() => ({ kind: 'diagnose' }));
  const missing = log.trim() === '' && message.trim() === '' ? 'Paste a log or a message first' : undefined;
  const run = () => {
    const entries = log.split(/\r?\n/);
    const evidence = evidenceFrom({
      log: entries,
      ...(message.trim() ? { cloudtrail: { eventName: 'RotationFailed', errorMessage: message } } : {}),
      ...(vpc ? { state: { vpc: vpc === 'yes' } } : {}),
      ...(engine.trim() ? { engine: engine.trim() } : {}),
    });
    setAnswer({ log: entries, causes: explain(evidence) });
  };
  return (
    <div className="min-h-full bg-surface">
      <PageHead title="Diagnose a log" note="worked out in this browser; nothing that is pasted leaves it" />
      <form
        className="space-y-3 border-b px-4 py-4 md:px-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === undefined) run();
        }}
      >
        <Field label="Log of the rotation function" note="one run or several, text or JSON">
          {(control) => (
            <Textarea
              {...control}
              mono
              rows={8}
              spellCheck={false}
              autoComplete="off"
              value={log}
              onChange={(event) => setLog(event.target.value)}
              className="max-h-96"
            />
          )}
        </Field>
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Message of RotationFailed in CloudTrail" note="optional" className="flex-[1_1_20rem]">
            {(control) => (
              <Input {...control} value={message} onChange={(event) => setMessage(event.target.value)} />
            )}
          </Field>
          <Field label="Engine" note="optional" className="w-36">
            {(control) => (
              <Input
                {...control}
                placeholder="postgres"
                value={engine}
                onChange={(event) => setEngine(event.target.value)}
              />
            )}
          </Field>
          <Field label="In a VPC" className="w-32">
            {(control) => (
              <Select
                {...control}
                value={vpc}
                onChange={(event) => setVpc(event.target.value)}
                className="w-full"
              >
                <option value="">not known</option>
                <option value="yes">yes</option>
                <option value="no">no</option>
              </Select>
            )}
          </Field>
          <Button type="submit" variant="primary" icon={Stethoscope} disabledReason={missing}>
            Diagnose
          </Button>
        </div>
      </form>
      <div role="status">
        {answer?.causes.length === 0 && (
          <Notice form="strip" tone="idle" title="Nothing in it says that a rotation failed">
            The log is healthy, or merely noisy. If a rotation failed all the same, look for the run at the
            time of RotationFailed, in the log group of the function.
          </Notice>
        )}
        {answer && answer.causes.length > 1 && (
          <p className="px-4 pt-3 text-fg-2 text-xs md:px-5">
            {answer.causes.length} causes, the most likely first
          </p>
        )}
      </div>
      {answer?.causes.map((cause) => (
        <CausePanel key={cause.cause} cause={cause} log={answer.log.map((text) => ({ text }))} />
      ))}
    </div>
  );
}
