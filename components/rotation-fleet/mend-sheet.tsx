'use client';

import { useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { counted } from '@/components/rotation-fleet/group-words';
import { LeftOut } from '@/components/rotation-fleet/left-out';
import { MendList } from '@/components/rotation-fleet/mend-list';
import { mendWords, surpriseWords } from '@/components/rotation-fleet/mend-words';
import type { MendAs } from '@/components/rotation-fleet/rotation-view';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { ConfirmName } from '@/components/value/confirm-name';
import { ReasonField } from '@/components/version/reason-field';
import type { MendStage } from '@/lib/client/rotation-fleet/mend-one';
import { isSurprise, useMend } from '@/lib/client/rotation-fleet/use-mend';
import { mendCalls, mendPhrase } from '@/lib/domain/rotation-fleet/mend-calls';

interface MendSheetProps extends MendAs {
  /** Everything that was done has its answer; `regions` hold other things now. */
  readonly onClose: (regions: readonly string[]) => void;
}

/** One secret first, then the others, one after the other until the first surprise; with what it does and the commands. */
export function MendSheet({ scope, kind, plans, leftOut, onClose }: MendSheetProps) {
  const [tokens] = useState(() => new Map(plans.map(({ arn }) => [arn, crypto.randomUUID() as string])));
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const mend = useMend(scope, kind);
  const words = mendWords(kind);
  const left = plans.filter(({ arn }) => !mend.stages.has(arn));
  const surprise = plans.find(({ arn }) => isSurprise(mend.stages.get(arn)));
  const first = mend.stages.size === 0;
  const next = first ? left.slice(0, 1) : left;
  const lead = next[0];
  const over = !mend.busy && (next.length === 0 || surprise !== undefined);
  const phrase = mendPhrase(kind, next);
  const many = next.length > 1;
  const close = () =>
    onClose([...new Set(plans.flatMap(({ arn, region }) => (mend.stages.has(arn) ? region : [])))]);
  useBackCloses(close, mend.busy);
  return (
    <Sheet
      open
      // While AWS is being asked the sheet stays: its answer has to be seen.
      onClose={() => !mend.busy && close()}
      title={words.title}
      subject={counted(plans.length, 'secret')}
      footer={
        over || !lead ? (
          <Button className="ml-auto" onClick={close}>
            Close
          </Button>
        ) : mend.busy ? (
          // Not where the second press of a double click would meet it.
          <Button className="mr-auto" onClick={mend.stop}>
            Stop after this one
          </Button>
        ) : (
          <ConfirmName
            name={phrase}
            asked
            typed={typed}
            onTyped={setTyped}
            busy={mend.busy}
            scopes={[scope]}
            missing={
              typed.trim() === phrase
                ? undefined
                : `Type ${many ? 'the words' : 'the name of the secret'} to confirm`
            }
            icon={words.icon}
            act={
              many ? `${words.act} the other ${next.length.toLocaleString('en')}` : `${words.act} this one`
            }
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
          {words.does} One secret after the other, and it stops at the first surprise, and when this tab is
          closed.
        </p>
        <LeftOut leftOut={leftOut} />
        <MendList kind={kind} plans={plans} stages={mend.stages} />
        {lead && first && <ReasonField reason={reason} onReason={setReason} />}
        {lead && (
          <PendingCommand
            act={words.title}
            calls={next.flatMap((plan) => mendCalls(kind, plan, tokens.get(plan.arn) ?? ''))}
          />
        )}
      </div>
    </Sheet>
  );
}

function Surprise({ stage }: { stage: MendStage | undefined }) {
  if (!stage) return null;
  if (stage.stage === 'refused') return <ProblemNotice problem={stage.problem} form="strip" role="alert" />;
  return (
    <Notice form="strip" tone="warn" role="alert" title="Stopped: this is not as it should be">
      {surpriseWords(stage)}
    </Notice>
  );
}
