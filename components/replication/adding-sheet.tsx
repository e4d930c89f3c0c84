'use client';

import { useMemo, useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { AddingFoot } from '@/components/replication/adding-foot';
import { AddingList } from '@/components/replication/adding-list';
import { AddingTarget, BY_RULES } from '@/components/replication/adding-target';
import { RunStopped } from '@/components/replication/run-stopped';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { ReasonField } from '@/components/version/reason-field';
import { useDraft } from '@/lib/client/draft';
import { useReadOnly } from '@/lib/client/read-only';
import { type AccountSide, scopesOf, sideOf } from '@/lib/client/replication/account-sides';
import { useKeptAdding } from '@/lib/client/replication/kept-adding';
import { type RunStep, useRun } from '@/lib/client/replication/use-run';
import { type AddingStep, planAdding } from '@/lib/domain/replication/adding-plan';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { keyFault } from '@/lib/domain/replication/key-form';
import { asAwsCall } from '@/lib/domain/replication/replication-call';

interface AddingSheetProps {
  /** The scope under which this browser keeps what is left of a run. */
  readonly home: string;
  /** The accounts of the rows: each is changed as the one it was read as. */
  readonly sides: readonly AccountSide[];
  /** The rows of the filter. */
  readonly rows: readonly MatrixRow[];
  readonly filtered: boolean;
  readonly reading: boolean;
  readonly onClose: () => void;
}

/** Adds a region to many secrets: chosen from a preview, one by one, each read back, stopped at the first surprise. */
export function AddingSheet({ home, sides, rows, filtered, reading, onClose }: AddingSheetProps) {
  const [target, setTarget] = useState(BY_RULES);
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  const kept = useKeptAdding(home);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(kept.left));
  const [typed, setTyped] = useState('');
  const [reason, setReason, clearReason] = useDraft(`reason.${home}.adding`);
  const [begun, setBegun] = useState<readonly AddingStep[]>();
  const run = useRun();
  const regions = useMemo(() => [...new Set(sides.flatMap((side) => side.regions))], [sides]);
  const readOnly = useReadOnly();
  useBackCloses(onClose, run.busy);
  const plan = useMemo(
    () =>
      planAdding(rows, {
        ...{ region: target === BY_RULES ? undefined : target, keys },
        accountOf: (key) => sideOf(sides, key),
      }),
    [rows, target, keys, sides],
  );
  // Once it runs, the plan is what was confirmed, whatever is read meanwhile.
  const shown = begun ?? plan;
  const picked = shown.filter(({ id, call }) => call && chosen.has(id));
  const targets = [...new Set(shown.flatMap(({ region, call }) => (call ? region : [])))].sort();
  const left = plan.filter(({ id, call }) => call && kept.left.includes(id)).length;
  const named = picked.some((step) => step.protected);
  const phrase = picked.length === 1 ? (picked[0]?.name ?? '') : `add ${picked.length} replicas`;
  const faulty = targets.some((region) => keyFault(keys.get(region) ?? '', region) !== undefined);
  const missing =
    readOnly ??
    (picked.length === 0
      ? 'Nothing is chosen'
      : reading
        ? 'The regions are still being read'
        : faulty
          ? 'A key cannot be used'
          : named && typed.trim() !== phrase
            ? 'Type the words to confirm'
            : undefined);
  const choose = (next: ReadonlySet<string>) => {
    setChosen(next);
    setTyped('');
  };
  const begin = async () => {
    if (missing !== undefined || run.busy) return;
    setTyped('');
    setBegun(shown);
    kept.keep(picked.map(({ id }) => id));
    await run.begin(
      picked.flatMap((step) => toRunStep(step, reason, sideOf(sides, step.key).scope)),
      kept.done,
    );
    clearReason();
  };
  return (
    <Sheet
      open
      // The answers have to be seen, and closing would not stop what was begun.
      onClose={() => !run.busy && onClose()}
      title="Add region to secrets"
      subject={
        <span className="truncate text-fg-3">
          {filtered
            ? `of the ${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'secret' : 'secrets'} of the filter`
            : 'of all secrets of the matrix'}
          {reading && ', still being read'}
        </span>
      }
      footer={
        <AddingFoot
          {...{ phrase, typed, missing, run, onClose }}
          asked={named && picked.length > 0}
          scopes={scopesOf(
            sides,
            picked.map(({ key }) => key),
          )}
          over={begun !== undefined}
          picked={picked.length}
          onTyped={setTyped}
          onConfirm={() => void begin()}
        />
      }
    >
      <div className="grid min-h-full text-xs lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="space-y-4 border-b px-4 py-4 md:px-5 lg:border-r lg:border-b-0">
          <AddingTarget
            {...{ target, regions, targets, keys, onKeys: setKeys }}
            disabled={begun !== undefined}
            onTarget={(next) => {
              setTarget(next);
              choose(new Set(kept.left));
            }}
          />
          {!begun && <ReasonField reason={reason} onReason={setReason} />}
          <p className="text-fg-2">
            AWS copies every version, its labels, tags and the resource policy, and keeps them in step. Each
            replica is billed as a secret. Nothing is overwritten; taking it back is removing the region
            again.
          </p>
          <p className="text-fg-2">
            One by one, each read back before the next. The first that is not as planned stops the run, and so
            does leaving this page: what is left stays chosen on this browser.
          </p>
        </div>
        <div className="min-w-0 pb-4">
          <RunStopped stopped={run.stopped} />
          {left > 0 && !begun && (
            <Notice
              tone="idle"
              title="A run was not brought to its end"
              className="mx-4 mt-3 md:mx-5"
              actions={
                <Button size="sm" onClick={kept.drop}>
                  Forget it
                </Button>
              }
            >
              Of what was left, {left.toLocaleString('en')} can be added here and {left === 1 ? 'is' : 'are'}{' '}
              chosen again.
            </Notice>
          )}
          <AddingList
            several={sides.length > 1}
            {...{
              steps: shown,
              chosen,
              results: run.results,
              current: run.current,
              target,
              onChosen: choose,
            }}
            settled={begun !== undefined}
          />
          {picked.length > 0 && (
            <div className="mt-4 px-4 md:px-5">
              <PendingCommand
                act={phrase}
                calls={picked.flatMap(({ call }) => (call ? asAwsCall(call) : []))}
              />
            </div>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function toRunStep(step: AddingStep, reason: string, scope: string): RunStep[] {
  const { id, key, name, region, primaryRegion, call } = step;
  if (!call) return [];
  return [{ id, name, scope, order: { kind: 'add', key, region, primaryRegion, calls: [call], reason } }];
}
