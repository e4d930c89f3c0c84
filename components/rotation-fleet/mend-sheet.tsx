'use client';

import { RefreshCw, Tag } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { counted } from '@/components/rotation-fleet/group-words';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import type { Tone } from '@/components/ui/tone';
import { ConfirmName } from '@/components/value/confirm-name';
import { ReasonField } from '@/components/version/reason-field';
import { type MendStage, useMend } from '@/lib/client/rotation-fleet/use-mend';
import { type MendKind, type MendPlan, mendCommands } from '@/lib/domain/rotation-fleet/mend-plan';

interface MendSheetProps {
  readonly scope: string;
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
  /** Everything that was done has its answer; `regions` hold other things now. */
  readonly onClose: (regions: readonly string[]) => void;
}

const titles: Record<MendKind, string> = { retry: 'Retry one first', unstick: 'Remove AWSPENDING' };

/** One secret first, then the others, one after the other until the first surprise; with what it does and the commands. */
export function MendSheet({ scope, kind, plans, onClose }: MendSheetProps) {
  const [tokens] = useState(() => new Map(plans.map(({ arn }) => [arn, crypto.randomUUID() as string])));
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const mend = useMend(scope, kind);
  const left = plans.filter(({ arn }) => !mend.stages.has(arn));
  const surprise = plans.find(({ arn }) => isSurprise(mend.stages.get(arn)));
  const first = mend.stages.size === 0;
  const next = first ? left.slice(0, 1) : left;
  const lead = next[0];
  const over = !mend.busy && (next.length === 0 || surprise !== undefined);
  const close = () =>
    onClose([...new Set(plans.flatMap(({ arn, region }) => (mend.stages.has(arn) ? region : [])))]);
  const act = kind === 'retry' ? 'Retry' : 'Remove it from';
  return (
    <Sheet
      open
      // While AWS is being asked the sheet stays: its answer has to be seen.
      onClose={() => !mend.busy && close()}
      title={titles[kind]}
      subject={counted(plans.length, 'secret')}
      footer={
        over || !lead ? (
          <Button className="ml-auto" onClick={close}>
            Close
          </Button>
        ) : mend.busy ? (
          <Button className="ml-auto" onClick={mend.stop}>
            Stop after this one
          </Button>
        ) : (
          <ConfirmName
            name={lead.name}
            asked
            typed={typed}
            onTyped={setTyped}
            busy={mend.busy}
            missing={typed.trim() === lead.name ? undefined : 'Type the name of the secret to confirm'}
            icon={kind === 'retry' ? RefreshCw : Tag}
            act={next.length === 1 ? `${act} this one` : `${act} the other ${next.length}`}
            onConfirm={() => {
              // What was typed counts once.
              setTyped('');
              void mend.run(next, tokens, reason);
            }}
            onCancel={close}
          />
        )
      }
    >
      {surprise && <Surprise stage={mend.stages.get(surprise.arn)} />}
      <div className="space-y-4 px-4 py-4 text-xs md:px-5">
        <p className="max-w-[90ch] text-fg-2">
          {kind === 'retry'
            ? 'AWSPENDING is taken off where a failed attempt left it, because AWS refuses to rotate before; then AWS makes a new version and sets a new password.'
            : 'The label is taken off; the version and its value stay until AWS purges them. Nothing is rotated by this.'}{' '}
          One secret after the other, and it stops at the first surprise, and when this tab is closed.
        </p>
        <ul aria-label="Secrets" className="rounded-md border">
          {plans.map((plan) => (
            <li
              key={plan.arn}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-3 py-2 last:border-b-0"
            >
              <span className="min-w-0 flex-1">
                <SecretName name={plan.name} />
                <span className="block text-2xs text-fg-2">{warning(plan)}</span>
              </span>
              <Stage stage={mend.stages.get(plan.arn)} />
            </li>
          ))}
        </ul>
        {lead && first && <ReasonField reason={reason} onReason={setReason} />}
        {lead && (
          <CodeBlock
            title="CLI equivalent"
            text={next.map((plan) => mendCommands(kind, plan, tokens.get(plan.arn) ?? '')).join('\n\n')}
          />
        )}
      </div>
    </Sheet>
  );
}

const isSurprise = (stage: MendStage | undefined) =>
  stage !== undefined && stage.stage !== 'done' && stage.stage !== 'asking' && stage.stage !== 'rotating';

function Surprise({ stage }: { stage: MendStage | undefined }) {
  if (stage?.stage === 'refused') return <ProblemNotice problem={stage.problem} form="strip" role="alert" />;
  return (
    <Notice form="strip" tone="warn" role="alert" title="Stopped: this is not as it should be">
      {stage?.stage === 'still-pending'
        ? 'AWS took the call, and AWSPENDING is where it was.'
        : 'AWS has begun to rotate, and in 90 seconds its labels have not shown an end. CloudTrail tells a failure some minutes late.'}
    </Notice>
  );
}

const stageWords: Record<MendStage['stage'], readonly [Tone, string]> = {
  asking: ['progress', 'asking AWS'],
  rotating: ['progress', 'rotating'],
  done: ['ok', 'done'],
  'not-ended': ['warn', 'no end seen'],
  'still-pending': ['warn', 'still there'],
  refused: ['fail', 'refused'],
};

function Stage({ stage }: { stage: MendStage | undefined }) {
  if (!stage) return <StatusText tone="idle">waits</StatusText>;
  const [tone, words] = stageWords[stage.stage];
  return <StatusText tone={tone}>{words}</StatusText>;
}

const setWords: Record<MendPlan['setSecret'], string> = {
  ran: 'setSecret ran: the pending value may be the live password, and the only record of it.',
  'may-have': 'It stopped in setSecret: the pending value may be the live password.',
  'did-not': 'setSecret did not run: the pending value was never set.',
  unknown: 'Whether setSecret ran was not read: the pending value may be the live password.',
};

function warning({ pending, setSecret, quiet }: MendPlan): string {
  const words = pending ? setWords[setSecret] : 'AWSPENDING is not in the way.';
  return quiet ? words : `${words} Its window is open or its last attempt has no end: AWS may be at it now.`;
}
