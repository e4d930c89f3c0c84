'use client';

import { PenLine } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { SubjectName } from '@/components/secret/subject-name';
import { UnsavedGuard } from '@/components/secret/unsaved-guard';
import { Notice } from '@/components/ui/notice';
import { SectionHead } from '@/components/ui/section-head';
import { Sheet } from '@/components/ui/sheet';
import { SheetColumns } from '@/components/ui/sheet-columns';
import { ConfirmName } from '@/components/value/confirm-name';
import { PutFailure } from '@/components/value/put-failure';
import { PutTargetFields } from '@/components/value/put-target-fields';
import { PutWarnings } from '@/components/value/put-warnings';
import { putRefusal } from '@/components/value/put-words';
import { usePutForm } from '@/components/value/use-put-form';
import { ValueEditor } from '@/components/value/value-editor';
import { KeepLabel } from '@/components/version/keep-label';
import { LabelMoves } from '@/components/version/label-moves';
import { ReasonField } from '@/components/version/reason-field';
import { leaveFor } from '@/lib/client/unsaved';
import type { SecretReading } from '@/lib/contract/answers';
import type { OperatorInfo } from '@/lib/contract/operator';
import { putCall } from '@/lib/domain/secret-calls';

interface PutSheetProps {
  readonly open: boolean;
  readonly operator: OperatorInfo;
  readonly reading: SecretReading;
  readonly onClose: () => void;
  readonly finalFocus: RefObject<HTMLElement | null>;
}

/** Writes a new value: what it is, where it goes, what has to be known first, and the one call that puts it. */
export function PutSheet({ open, operator, reading, onClose, finalFocus }: PutSheetProps) {
  const [done, setDone] = useState(false);
  const form = usePutForm(operator, reading, () => {
    setDone(true);
    onClose();
  });
  const { draft, plan, target, seen } = form;
  const { scope } = operator;
  const [own] = useState({});
  const dirty = !draft.untouched && !done;
  const act = target.kind === 'current' ? 'Put new value' : 'Stage new value';
  const close = () => {
    // While AWS is being asked the sheet stays, and typed words are thrown away by their own button alone.
    if (!form.busy) leaveFor(onClose, own);
  };
  return (
    <Sheet
      open={open}
      onClose={close}
      finalFocus={done ? finalFocus : undefined}
      title="Put a new value"
      subject={<SubjectName name={reading.name} />}
      footer={
        <ConfirmName
          name={reading.name}
          asked={reading.protected && plan.possible}
          typed={form.typedName}
          onTyped={form.setTypedName}
          busy={form.busy}
          missing={form.missing}
          icon={PenLine}
          act={act}
          onConfirm={() => void form.send()}
          onCancel={close}
        />
      }
    >
      <UnsavedGuard dirty={dirty} form={own} what="The value you have typed" onDiscard={draft.clear} />
      {!plan.possible && <Notice form="strip" tone="warn" title={putRefusal(plan.because)} />}
      <PutFailure
        scope={scope}
        failure={form.failure}
        reading={reading}
        seen={seen}
        moved={form.moved}
        onAdopt={form.adopt}
      />
      <SheetColumns
        beside={
          <>
            <SectionHead title="Where it goes" className="mt-1" />
            <PutTargetFields target={target} onTarget={form.setTarget} error={form.labelFault} />
            {plan.possible && (
              <PutWarnings warnings={plan.warnings} ticked={form.ticked} onTick={form.tick} />
            )}
            <div className="px-4 py-3 md:px-5">
              <ReasonField reason={form.reason} onReason={form.setReason} />
            </div>
          </>
        }
      >
        <SectionHead title="Value" note="nothing is read or sent while you write" className="mt-1" />
        <ValueEditor {...{ scope, reading, draft }} kind={form.currentKind} onKind={form.setCurrentKind} />
        {plan.possible && (
          <>
            <SectionHead title="Label moves" note="one call" className="border-t" />
            <LabelMoves plan={plan} />
            {plan.unlabelled.map((id) => (
              <KeepLabel
                key={id}
                {...{ scope, reading }}
                version={id}
                ids={reading.versions.map((version) => version.id)}
                missing={
                  reading.protected && form.typedName.trim() !== reading.name
                    ? 'Type the name of the secret below first'
                    : undefined
                }
              />
            ))}
            <div className="border-t px-4 py-4 md:px-5">
              <PendingCommand
                act={act}
                title={
                  form.currentKind === 'binary'
                    ? 'By the CLI: a binary value from a file'
                    : 'CLI equivalent, the value from a file'
                }
                calls={[
                  putCall(reading.region, {
                    arn: reading.arn,
                    token: form.token,
                    label: target.kind === 'staged' ? target.label : undefined,
                    binary: form.currentKind === 'binary',
                  }),
                ]}
              />
            </div>
          </>
        )}
      </SheetColumns>
    </Sheet>
  );
}
