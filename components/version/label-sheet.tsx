'use client';

import { ArrowRight, Tag, X } from 'lucide-react';
import { useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { PrimaryLink } from '@/components/replica/primary-link';
import { SecretName } from '@/components/secret/secret-name';
import { UnsavedGuard } from '@/components/secret/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { TypedField } from '@/components/ui/typed-field';
import { ConfirmName } from '@/components/value/confirm-name';
import { KeepLabel } from '@/components/version/keep-label';
import { LabelChip } from '@/components/version/label-chip';
import { labelRefusal, labelWarnings } from '@/components/version/label-words';
import { ShortVersion } from '@/components/version/short-version';
import { useLabelChange } from '@/components/version/use-label-change';
import { leaveFor } from '@/lib/client/unsaved';
import type { SecretReading } from '@/lib/contract/answers';
import type { LabelChange } from '@/lib/domain/label-change';
import { isReplica } from '@/lib/domain/secret';
import { labelMoveCall } from '@/lib/domain/secret-calls';
import { type SecretVersion, sortLabels } from '@/lib/domain/version';

interface LabelSheetProps {
  readonly open: boolean;
  readonly scope: string;
  readonly reading: SecretReading;
  readonly version: SecretVersion;
  /** A label to begin with. */
  readonly begin?: string | undefined;
  readonly onClose: () => void;
}

/** The labels of one version, changed by hand: one at a time, each with what it does before it is done. */
export function LabelSheet({ open, scope, reading, version, begin = '', onClose }: LabelSheetProps) {
  const [change, setChange] = useState<LabelChange | undefined>(
    begin === '' ? undefined : { label: begin, to: version.id },
  );
  const [typed, setTyped] = useState(begin);
  const [own] = useState({});
  const form = useLabelChange(scope, reading, change, () => {
    setChange(undefined);
    setTyped('');
  });
  const { plan } = form;
  const ids = reading.versions.map(({ id }) => id);
  const held = reading.versions.find(({ id }) => id === version.id)?.labels ?? [];
  const { secret } = reading;
  const fixed = secret && isReplica(secret) ? labelRefusal('replica-region') : undefined;
  const act =
    change?.to === null ? 'Remove label' : plan?.possible && plan.move.from ? 'Move label' : 'Add label';
  const choose = (next: LabelChange | undefined) => {
    setChange(next);
    form.reset();
  };
  return (
    <Sheet
      open={open}
      onClose={() => !form.busy && leaveFor(onClose, own)}
      width="panel"
      title="Labels"
      subject={<ShortVersion id={version.id} others={ids} />}
      footer={
        change && (
          <ConfirmName
            name={reading.name}
            asked={form.named}
            typed={form.typedName}
            onTyped={form.setTypedName}
            busy={form.busy}
            missing={form.missing}
            icon={Tag}
            act={act}
            onConfirm={() => void form.send()}
            onCancel={() => choose(undefined)}
          />
        )
      }
    >
      <UnsavedGuard
        dirty={open && typed !== begin && typed !== ''}
        form={own}
        what="The label you have typed"
        onDiscard={() => {
          setTyped(begin);
          choose(begin === '' ? undefined : { label: begin, to: version.id });
        }}
      />
      <p className="border-b px-4 py-2.5 text-sm md:px-5">
        <SecretName name={reading.name} />
      </p>
      {form.problem && <ProblemNotice problem={form.problem} form="strip" role="alert" />}
      <ul aria-label="Labels of this version">
        {held.length === 0 && <li className="border-b px-4 py-3 text-fg-3 md:px-5">no label</li>}
        {sortLabels(held).map((label) => (
          <li key={label} className="flex min-h-9 items-center gap-2 border-b px-4 md:px-5">
            <LabelChip label={label} />
            {label === 'AWSCURRENT' || label === 'AWSPREVIOUS' ? (
              <span className="ml-auto text-fg-3">
                {label === 'AWSCURRENT' ? 'moves by a roll back' : 'AWS moves it'}
              </span>
            ) : (
              <Button
                size="sm"
                variant="quiet"
                icon={X}
                aria-label={`Remove ${label}`}
                disabledReason={fixed}
                onClick={() => choose({ label, to: null })}
                className="-mr-2 ml-auto"
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {fixed ? (
        <Notice form="strip" tone="idle" title={`${fixed}.`}>
          <PrimaryLink {...{ scope }} arn={reading.arn} region={secret?.primaryRegion ?? reading.region} />
        </Notice>
      ) : (
        <div className="flex items-end gap-2 border-b px-4 py-3 md:px-5">
          <TypedField
            kind="code"
            label="Another label"
            note="new, or from another version"
            className="flex-1"
            maxLength={256}
            value={typed}
            onValue={(label) => {
              setTyped(label);
              choose(label === '' ? undefined : { label, to: version.id });
            }}
          />
        </div>
      )}
      {plan?.possible && plan.unlabelled && (
        <KeepLabel
          {...{ scope, reading, ids }}
          version={plan.unlabelled}
          leaves={plan.move.label}
          missing={
            reading.protected && form.typedName.trim() !== reading.name
              ? 'Type the name of the secret below first'
              : undefined
          }
        />
      )}
      {change && plan && (
        <div className="space-y-3 px-4 py-3 md:px-5">
          {!plan.possible && <Notice tone="warn" title={labelRefusal(plan.because)} />}
          {plan.possible && (
            <>
              <p className="flex flex-wrap items-center gap-1.5">
                <LabelChip label={change.label} />
                {plan.move.from ? <ShortVersion id={plan.move.from} others={ids} /> : 'no version'}
                <ArrowRight aria-label="to" className="size-3 text-fg-3" />
                {plan.move.to ? <ShortVersion id={plan.move.to} others={ids} /> : 'no version'}
              </p>
              {form.warnings.map((code) => (
                <Notice key={code} tone="warn" title={labelWarnings[code].title}>
                  {labelWarnings[code].body}
                  {code === 'opens-rotation' && held.includes('AWSPREVIOUS') && (
                    <> It is also the version a roll back goes to.</>
                  )}
                  <div className="mt-1">
                    <Checkbox
                      label={labelWarnings[code].tick}
                      checked={form.ticked.has(code)}
                      onChange={(event) => form.tick(code, event.target.checked)}
                    />
                  </div>
                </Notice>
              ))}
              <PendingCommand
                act={act}
                calls={[
                  labelMoveCall(reading.region, {
                    SecretId: reading.arn,
                    VersionStage: change.label,
                    RemoveFromVersionId: plan.move.from ?? undefined,
                    MoveToVersionId: plan.move.to ?? undefined,
                  }),
                ]}
              />
            </>
          )}
        </div>
      )}
    </Sheet>
  );
}
