'use client';

import { useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { ActProgress } from '@/components/replication/act-progress';
import { actWords } from '@/components/replication/act-words';
import { KeyField } from '@/components/replication/key-field';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { SecretName } from '@/components/secret/secret-name';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { ConfirmName } from '@/components/value/confirm-name';
import { ReasonField } from '@/components/version/reason-field';
import { useDraft } from '@/lib/client/draft';
import { useHoldTab } from '@/lib/client/hold-tab';
import { useReadOnly } from '@/lib/client/read-only';
import type { ActStage } from '@/lib/client/replication/act';
import { useAct } from '@/lib/client/replication/use-act';
import { actRefusal } from '@/lib/domain/replication/act-refusal';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import { keyFault } from '@/lib/domain/replication/key-form';
import { type ActKind, planAct, withRegion } from '@/lib/domain/replication/plan-act';
import { asAwsCall } from '@/lib/domain/replication/replication-call';

interface ActSheetProps {
  readonly open: boolean;
  readonly scope: string;
  readonly kind: ActKind;
  readonly row: MatrixRow;
  /** Absent: one of `regions` is to be chosen. */
  readonly region: string | undefined;
  readonly regions: readonly string[];
  readonly onClose: () => void;
}

/** The preview of one act, its equal command, what it needs to be confirmed, and its progress until it is read back. */
export function ActSheet(props: ActSheetProps) {
  const { open, scope, row, region: given, regions, onClose } = props;
  const [kind, setKind] = useState(props.kind);
  const free = regions.filter((one) => planAct('add', withRegion(row, one), one).possible);
  const [chosen, setChosen] = useState(given);
  const region = chosen ?? free[0] ?? '';
  const report = row.cells.find((cell) => cell.region === region)?.report;
  const [key, setKey] = useState(kind === 'replace' || kind === 'retry' ? ownKey(report?.kmsKeyId) : '');
  const [overwrite, setOverwrite] = useState(false);
  const [typed, setTyped] = useState('');
  const [reason, setReason, clearReason] = useDraft(`reason.${scope}.${row.secret.key}`);
  const readOnly = useReadOnly();
  const act = useAct(scope);
  const asking = act.stage?.stage === 'asking';
  // A tab that is closed between two calls leaves the region without a replica.
  useHoldTab(act.busy && kind === 'replace');

  const keyed = kind !== 'remove' && kind !== 'promote';
  const plan = planAct(kind, withRegion(row, region), region, { key: key.trim(), overwrite });
  const words = actWords(kind);
  const { name, primaryRegion, key: arn } = row.secret;
  const named = (plan.possible && plan.final) || !isSeen(row.primary) || row.primary.protected;
  const missing = !plan.possible
    ? actRefusal(plan.because)
    : (readOnly ??
      (keyed && keyFault(key.trim(), region) !== undefined ? 'The key cannot be used there' : undefined) ??
      (named && typed.trim() !== name ? 'Type the name of the secret to confirm' : undefined));
  const over = act.stage?.stage === 'done' || act.stage?.stage === 'reported' || isAlready(act.stage);
  const run = async () => {
    if (!plan.possible || missing !== undefined) return;
    // What may still be chosen changes with what is read back.
    setChosen(region);
    const end = await act.run({ kind, key: arn, region, primaryRegion, calls: plan.calls, reason });
    setKind(nextAct(kind, end));
    clearReason();
    // What was typed counts once.
    setTyped('');
  };
  return (
    <Sheet
      open={open}
      // While AWS is being asked the sheet stays: its answer has to be seen.
      onClose={() => !asking && onClose()}
      width="panel"
      title={words.title}
      subject={<span className="truncate font-mono text-fg-2">{region}</span>}
      footer={
        over ? (
          <Button onClick={onClose} className="ml-auto max-md:flex-1">
            Close
          </Button>
        ) : (
          <ConfirmName
            {...{ name, typed, missing }}
            asked={named && plan.possible}
            onTyped={setTyped}
            busy={act.busy}
            leavable={act.stage?.stage === 'waiting'}
            act={`${words.act} ${region}`}
            final={plan.possible && plan.final}
            scopes={[scope]}
            onConfirm={() => void run()}
            onCancel={onClose}
          />
        )
      }
    >
      <BackCloses onBack={onClose} held={asking} />
      <div className="space-y-4 px-4 py-4 md:px-5">
        <p className="text-sm">
          <SecretName name={name} />
        </p>
        {act.stage && <ActProgress order={{ kind, region }} stage={act.stage} report={report} name={name} />}
        {act.stage?.stage === 'refused' && !isAlready(act.stage) && (
          <ProblemNotice problem={act.stage.problem} role="alert" />
        )}
        {given === undefined && kind === 'add' && region !== '' && !over && (
          <Field label="Region">
            {(control) => (
              <select
                {...control}
                value={region}
                disabled={act.busy}
                onChange={(event) => setChosen(event.target.value)}
                className="h-8 w-full rounded-md border border-control bg-surface px-2.5 text-xs max-md:h-11 max-md:text-[1rem]"
              >
                {[...new Set([region, ...free])].map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        {!plan.possible && !over && !act.busy && (
          <Notice tone="warn" title="This cannot be done now">
            {actRefusal(plan.because)}.
          </Notice>
        )}
        {region !== '' && (
          <ul className="list-disc space-y-1.5 pl-4 text-fg-2">
            {words.effects(region, primaryRegion).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        )}
        {keyed && region !== '' && !over && <KeyField region={region} value={key} onChange={setKey} />}
        {(kind === 'add' || kind === 'retry') && region !== '' && !over && (
          <div>
            <Checkbox
              label="Overwrite a secret of the same name"
              checked={overwrite}
              onChange={(event) => setOverwrite(event.target.checked)}
            />
            <p className="text-fg-3">
              Without it AWS reports the replica as failed where the name is taken. With it that other secret,
              its value and versions are replaced and cannot be had back.
            </p>
          </div>
        )}
        {!over && <ReasonField reason={reason} onReason={setReason} />}
        {plan.possible && !over && (
          <PendingCommand act={`${words.act} ${region}`} calls={plan.calls.map(asAwsCall)} />
        )}
      </div>
    </Sheet>
  );
}

// There as long as the sheet is open.
function BackCloses({ onBack, held }: { onBack: () => void; held: boolean }) {
  useBackCloses(onBack, held);
  return null;
}

const isAlready = (stage: ActStage | undefined) => stage?.stage === 'refused' && stage.already === true;

/** What is to be done after an act that came to something else: a region that failed is retried, one left empty added. */
function nextAct(kind: ActKind, end: ActStage | undefined): ActKind {
  if (end?.stage === 'failed' && (kind === 'add' || kind === 'replace')) return 'retry';
  return end?.stage === 'refused' && end.call === 1 && !end.already ? 'add' : kind;
}

// What AWS reports for the default key is no key of one's own.
const ownKey = (key: string | undefined) => (key && !key.endsWith('alias/aws/secretsmanager') ? key : '');
