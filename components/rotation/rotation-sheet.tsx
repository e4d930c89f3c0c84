'use client';

import { Undo2 } from 'lucide-react';
import { PendingCommand } from '@/components/cli/pending-command';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { type ActKind, actWords } from '@/components/rotation/act-words';
import { PreflightList } from '@/components/rotation/preflight-list';
import { SavingNote } from '@/components/rotation/saving-note';
import { ScheduleForm } from '@/components/rotation/schedule-form';
import { usePreflight } from '@/components/rotation/use-preflight';
import { useRotationForm } from '@/components/rotation/use-rotation-form';
import { SubjectName } from '@/components/secret/subject-name';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SectionHead } from '@/components/ui/section-head';
import { Sheet } from '@/components/ui/sheet';
import { SheetColumns } from '@/components/ui/sheet-columns';
import { zoned } from '@/components/ui/time-format';
import { ConfirmName } from '@/components/value/confirm-name';
import { ReasonField } from '@/components/version/reason-field';
import type { SecretReading } from '@/lib/contract/answers';
import type { SecretDetail } from '@/lib/domain/secret';

interface RotationSheetProps {
  readonly open: boolean;
  readonly scope: string;
  readonly kind: ActKind;
  readonly reading: SecretReading;
  readonly secret: SecretDetail;
  /** The top-level keys of its value, once somebody has read them. */
  readonly keys: readonly string[] | undefined;
  readonly now: number;
  readonly onClose: () => void;
  /** AWS has taken it. */
  readonly onDone: () => void;
}

/** One write of rotation: what it does, what speaks against it, the equal command, and the one call. */
export function RotationSheet(props: RotationSheetProps) {
  const { open, scope, kind, reading, secret, keys, now, onClose, onDone } = props;
  const form = useRotationForm(scope, kind, { reading, secret }, onDone);
  const words = actWords(kind, secret.rotation.enabled);
  const edits = kind === 'schedule';
  const act = edits && form.draft.immediately ? `${words.act} and rotate now` : words.act;
  const items = usePreflight(scope, { reading, secret, keys, functionArn: form.functionArn });
  return (
    <Sheet
      open={open}
      // While AWS is being asked the sheet stays: its answer has to be seen.
      onClose={() => !form.busy && onClose()}
      title={words.title}
      subject={<SubjectName name={reading.name} />}
      footer={
        <ConfirmName
          name={reading.name}
          asked={reading.protected}
          typed={form.typedName}
          onTyped={form.setTypedName}
          busy={form.busy}
          missing={form.missing}
          icon={words.icon}
          act={act}
          onConfirm={() => void form.send()}
          onCancel={onClose}
        />
      }
    >
      {edits && (
        <SavingNote
          immediately={form.draft.immediately}
          onImmediately={(immediately) => form.setDraft({ ...form.draft, immediately })}
          withFunction={form.withFunction}
          interval={secret.rotation.enabled && form.draft.form !== 'cron'}
        />
      )}
      {form.problem && <ProblemNotice problem={form.problem} form="strip" role="alert" />}
      {form.lost && (
        <Notice
          form="strip"
          tone="warn"
          role="alert"
          title="AWS did not answer, and nothing shows that it happened"
        >
          Read back at {zoned(new Date(form.lost.at), true)}. The call may still arrive. Sending this form
          again begins no second rotation: the id of its version was chosen when the form opened.
        </Notice>
      )}
      <SheetColumns
        beside={
          <>
            {kind !== 'cancel' && <PreflightList scope={scope} reading={reading} items={items} />}
            {kind === 'cancel' && <SectionHead title="Why" className="mt-1" />}
            <div className="px-4 py-3 md:px-5">
              <ReasonField reason={form.reason} onReason={form.setReason} />
            </div>
          </>
        }
      >
        {!edits && <p className="max-w-[90ch] px-4 py-3 text-fg-2 md:px-5">{words.does}</p>}
        {form.dirty && (
          <p className="flex flex-wrap items-center gap-2 border-b px-4 py-2 text-fg-2 md:px-5">
            What you have written is kept in this tab.
            <Button size="sm" icon={Undo2} onClick={form.discard} className="ml-auto">
              Begin with what is set
            </Button>
          </p>
        )}
        {edits && (
          <ScheduleForm
            draft={form.draft}
            onDraft={form.setDraft}
            read={form.read}
            withFunction={form.withFunction}
            functionFault={form.functionFault}
            last={secret.rotation.last}
            now={now}
          />
        )}
        <div className="border-t px-4 py-4 md:px-5">
          <PendingCommand act={act} calls={[form.call]} />
        </div>
      </SheetColumns>
    </Sheet>
  );
}
