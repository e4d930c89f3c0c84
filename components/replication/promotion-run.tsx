import { useState } from 'react';
import { PromotionRow } from '@/components/replication/promotion-row';
import { RunStopped } from '@/components/replication/run-stopped';
import { ActingAs } from '@/components/secret/acting-as';
import { TypedName } from '@/components/secret/typed-name';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { SectionHead } from '@/components/ui/section-head';
import { awsNow } from '@/lib/client/aws-time';
import { useReadOnly } from '@/lib/client/read-only';
import { type AccountSide, scopesOf, sideOf } from '@/lib/client/replication/account-sides';
import { useRun } from '@/lib/client/replication/use-run';
import { promotionMarkdown } from '@/lib/domain/replication/promotion-markdown';
import type { PromotionPlan, PromotionStep } from '@/lib/domain/replication/promotion-plan';

interface PromotionRunProps {
  /** The accounts of the plan: each is changed as the one it was read as. */
  readonly sides: readonly AccountSide[];
  readonly plan: PromotionPlan;
  readonly reading: boolean;
  readonly onRunning: (running: boolean) => void;
}

const MOST_SHOWN = 200;

/** The dry run of a promotion: chosen secrets, one by one, stopped at the first surprise, and taken away as Markdown. */
export function PromotionRun({ sides, plan: given, reading, onRunning }: PromotionRunProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const run = useRun();
  // Once it runs, the plan is what was confirmed, whatever is read meanwhile.
  const [begun, setBegun] = useState<PromotionPlan>();
  const shown = begun ?? given;
  const ready = shown.steps.filter(({ call }) => call);
  const picked = { ...shown, steps: shown.steps.filter(({ key, call }) => call && chosen.has(key)) };
  const phrase =
    picked.steps.length === 1 ? (picked.steps[0]?.name ?? '') : `promote ${picked.steps.length} secrets`;
  const several = sides.length > 1;
  const readOnly = useReadOnly();
  const missing = readOnly ?? missingFor({ picked: picked.steps.length, reading, typed, phrase });
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
    setTyped('');
  };
  const begin = async () => {
    if (missing !== undefined || run.busy) return;
    onRunning(true);
    setTyped('');
    setBegun(shown);
    await run.begin(
      picked.steps.flatMap((step) => toRunStep(step, shown.region, sideOf(sides, step.key).scope)),
    );
    onRunning(false);
  };
  return (
    <section aria-label="Promotion plan">
      <SectionHead
        title="Promotion plan"
        note={`${ready.length.toLocaleString('en')} replicas could be promoted`}
        className="mt-1"
        actions={
          <CopyButton
            text={promotionMarkdown(
              picked.steps.length > 0 ? picked : shown,
              run.results,
              new Date(awsNow()).toISOString(),
            )}
            what="as Markdown"
          />
        }
      />
      <p className="max-w-[90ch] px-4 text-fg-2 text-xs md:px-5">
        A dry run: nothing is sent until it is confirmed below. A promoted replica is a secret of its own: its
        applications keep reading it, and it gets no more updates. Each is read back before the next; the
        first that is not as planned stops the run, and so does leaving this page.
      </p>
      <RunStopped stopped={run.stopped} />
      {ready.length > 0 && !begun && (
        <div className="px-4 pt-2 md:px-5">
          <Checkbox
            label={`All ${ready.length.toLocaleString('en')}`}
            checked={chosen.size === ready.length}
            indeterminate={chosen.size > 0 && chosen.size < ready.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? ready.map(({ key }) => key) : []))}
          />
        </div>
      )}
      <ul className="px-4 text-xs md:px-5">
        {shown.steps.slice(0, MOST_SHOWN).map((step) => (
          <PromotionRow
            key={step.key}
            {...{ step, several }}
            chosen={chosen.has(step.key)}
            onChosen={begun ? undefined : (on) => toggle(step.key, on)}
            result={run.results.get(step.key)?.outcome}
            current={run.current === step.key}
            waits={begun !== undefined && chosen.has(step.key) && (run.busy ? 'Next' : 'Not sent')}
          />
        ))}
      </ul>
      {shown.steps.length > MOST_SHOWN && (
        <p className="px-4 py-1 text-fg-3 text-xs md:px-5">
          {(shown.steps.length - MOST_SHOWN).toLocaleString('en')} more are in the plan and in the Markdown.
          Filter the matrix to plan for fewer.
        </p>
      )}
      {run.busy && (
        // Not where the second press of a double click would meet it.
        <div className="sticky bottom-0 mt-3 border-t bg-canvas px-4 py-3 md:px-5">
          <Button onClick={run.stop}>Stop after this one</Button>
        </div>
      )}
      {picked.steps.length > 0 && !begun && (
        <form
          className="sticky bottom-0 mt-3 flex flex-wrap items-center gap-2 border-t bg-canvas px-4 py-3 text-xs md:px-5"
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <ActingAs
            scopes={scopesOf(
              sides,
              picked.steps.map(({ key }) => key),
            )}
          />
          <TypedName words={phrase} typed={typed} onTyped={setTyped} busy={run.busy} />
          <Button
            type="submit"
            size="lg"
            variant="danger-solid"
            busy={run.busy}
            disabledReason={missing}
            className="ml-auto max-md:w-full"
          >
            Promote {picked.steps.length.toLocaleString('en')} in {shown.region}
          </Button>
        </form>
      )}
    </section>
  );
}

const toRunStep = ({ key, name, primaryRegion, call }: PromotionStep, region: string, scope: string) =>
  call
    ? [
        {
          id: key,
          name,
          scope,
          order: { kind: 'promote' as const, key, region, primaryRegion, calls: [call] },
        },
      ]
    : [];

interface MissingFor {
  readonly picked: number;
  readonly reading: boolean;
  readonly typed: string;
  readonly phrase: string;
}

function missingFor({ picked, reading, typed, phrase }: MissingFor): string | undefined {
  if (picked === 0) return 'Nothing is chosen';
  if (reading) return 'The regions are still being read';
  return typed.trim() === phrase ? undefined : 'Type the words to confirm';
}
