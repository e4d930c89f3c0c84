'use client';

import { ArrowRight, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { PendingCommand } from '@/components/cli/pending-command';
import { useRotations } from '@/components/rotation/use-rotations';
import { SubjectName } from '@/components/secret/subject-name';
import { Button } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/section-head';
import { Sheet } from '@/components/ui/sheet';
import { zoned } from '@/components/ui/time-format';
import { Checks } from '@/components/version/checks';
import { ConfirmMove } from '@/components/version/confirm-move';
import { firstOpenQuestion } from '@/components/version/first-open-question';
import { ReadersCheck } from '@/components/version/readers-check';
import { ReasonField } from '@/components/version/reason-field';
import { ReviewNotices } from '@/components/version/review-notices';
import { ShortVersion } from '@/components/version/short-version';
import { useMove } from '@/components/version/use-move';
import { usePlan } from '@/components/version/use-plan';
import { WhatMoves } from '@/components/version/what-moves';
import { useDraft } from '@/lib/client/draft';
import { useKeyStates } from '@/lib/client/kms-key';
import { problemIn } from '@/lib/client/request';
import type { TimelineReading } from '@/lib/client/timeline';
import type { SecretReading } from '@/lib/contract/answers';
import type { OperatorInfo } from '@/lib/contract/operator';
import type { Problem } from '@/lib/contract/problem';
import { keysDown } from '@/lib/domain/kms-key';
import type { Receipt } from '@/lib/domain/receipt';
import type { Check } from '@/lib/domain/rollback-checks';
import { labelMoveCall } from '@/lib/domain/secret-calls';

// Words and windows that few reviews need.
const WaysOut = dynamic(async () => (await import('@/components/rotation/ways-out')).WaysOut);

interface RollbackSheetProps {
  readonly open: boolean;
  readonly operator: OperatorInfo;
  readonly reading: SecretReading;
  /** The version AWSCURRENT shall move to. */
  readonly target: string;
  /** Versions that a receipt of this tab proves to hold a value. */
  readonly proven: readonly string[];
  /** What is told of the secret's past, its rotations among it. */
  readonly told: Pick<TimelineReading, 'events' | 'state'>;
  /** Versions that are known to have been AWSCURRENT. */
  readonly wereCurrent: readonly string[];
  /** The move this one takes back, if it is an undo. */
  readonly undoes: Receipt | undefined;
  /** Reads the secret again; what it answers may be an error. */
  readonly onRead: () => Promise<{ readonly error: unknown }>;
  readonly onClose: () => void;
  /** Puts a new value instead. */
  readonly onPut: () => void;
  readonly finalFocus: RefObject<HTMLElement | null>;
}

const undoWords: Record<Receipt['kind'], string> = {
  put: 'Undo new value',
  promote: 'Undo promotion',
  rollback: 'Undo roll back',
  undo: 'Undo',
};

/** Checks after which another way may be the better one. */
const DOUBTS: ReadonlySet<Check['code']> = new Set([
  'password-dead',
  'password-unsure',
  'rotation-on',
  'rotation-ran',
]);

/** The review of a roll back: what moves, what speaks for and against it, and the one call that does it. */
export function RollbackSheet(props: RollbackSheetProps) {
  const { open, operator, target, undoes, onRead, onClose, finalFocus } = props;
  const keys = useKeyStates(operator.scope, props.reading);
  const { opens } = useRotations(props.reading, props.told, target);
  const review = usePlan(props.reading, target, props, keysDown(keys), opens?.because);
  const { seen, plan } = review;
  const [checking, setChecking] = useState(true);
  const [unread, setUnread] = useState<Problem>();
  const [reason, setReason, clearReason] = useDraft(`reason.${operator.scope}.${seen.arn}`);
  const check = async () => {
    setChecking(true);
    const { error } = await onRead();
    setUnread(error ? problemIn(error) : undefined);
    setChecking(false);
  };
  // However young the reading is, somebody may have moved a label since: nobody decides on it before it is read again.
  const begin = useEffectEvent(() => void check());
  useEffect(() => begin(), []);

  // Going back in history must not hide the answer to a move that is under way.
  const [held, setHeld] = useState(false);
  const [moved, setMoved] = useState(false);
  const close = () => {
    setHeld(false);
    onClose();
  };
  const move = useMove({
    operator,
    seen,
    plan,
    undoes,
    reason,
    todo: review.warnings.map(({ code }) => code),
    onMoved: () => {
      clearReason();
      setMoved(true);
      close();
    },
  });
  const ids = seen.versions.map(({ id }) => id);
  const act = undoes ? undoWords[undoes.kind] : plan.possible && plan.promotes ? 'Promote' : 'Roll back';
  return (
    <Sheet
      open={open || held}
      // While AWS is being asked the sheet stays: its answer has to be seen.
      onClose={() => !move.busy && close()}
      initialFocus={firstOpenQuestion}
      // The receipt, once there is one; else whatever opened the review.
      finalFocus={moved ? finalFocus : undefined}
      title={act}
      subject={
        <>
          <SubjectName name={seen.name} />
          {plan.possible && (
            <span className="flex items-center gap-1.5 border-l pl-3 text-fg-2 max-md:hidden">
              from <ShortVersion id={plan.from} others={ids} />
              <ArrowRight aria-label="to" className="size-3" />
              <ShortVersion id={plan.to} others={ids} />
            </span>
          )}
        </>
      }
      footer={
        <ConfirmMove
          act={act === 'Promote' ? act : `${act} to`}
          review={review}
          move={move}
          ids={ids}
          checking={checking}
          onConfirm={() => {
            setHeld(true);
            void move.run();
          }}
          onCancel={close}
        />
      }
    >
      <ReviewNotices review={review} failure={move.failure} unread={unread} />
      <div className="grid min-h-full grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_24.25rem] lg:grid-rows-[auto_1fr]">
        {plan.possible && <WhatMoves scope={operator.scope} review={review} plan={plan} ids={ids} />}
        <div className="min-w-0 max-lg:border-t lg:row-span-2 lg:border-l">
          <SectionHead
            title="Pre-flight"
            note={`checked ${zoned(new Date(seen.at), true)}`}
            className="mt-1"
            actions={
              <Button size="sm" variant="quiet" icon={RotateCw} busy={checking} onClick={() => void check()}>
                Check again
              </Button>
            }
          />
          {plan.possible && (
            <Checks
              checks={plan.checks}
              ids={ids}
              ticked={review.ticked}
              onTick={review.tick}
              refused={move.refusal !== undefined}
            />
          )}
          {plan.possible && opens && plan.checks.some(({ code }) => DOUBTS.has(code)) && (
            <WaysOut {...{ opens, ids }} reading={seen} target={plan.to} onPut={props.onPut} />
          )}
          {plan.possible && <ReadersCheck scope={operator.scope} arn={seen.arn} now={Date.parse(seen.at)} />}
          <div className={plan.possible ? 'px-4 py-3 md:px-5' : 'hidden'}>
            <ReasonField reason={reason} onReason={setReason} />
          </div>
        </div>
        {plan.possible && (
          <div className="border-t px-4 py-4 md:px-5">
            <PendingCommand act={act} calls={[labelMoveCall(seen.region, orderOf(seen, plan))]} />
          </div>
        )}
      </div>
    </Sheet>
  );
}

const orderOf = (seen: SecretReading, plan: { from: string; to: string }) => ({
  SecretId: seen.arn,
  VersionStage: 'AWSCURRENT',
  RemoveFromVersionId: plan.from,
  MoveToVersionId: plan.to,
});
