'use client';

import { useState } from 'react';
import { PrimaryLink } from '@/components/replica/primary-link';
import { type ActKind, actWords, isReady } from '@/components/rotation/act-words';
import { AttemptList } from '@/components/rotation/attempt-list';
import { FunctionCard } from '@/components/rotation/function-card';
import { RotationSheet } from '@/components/rotation/rotation-sheet';
import { ScheduleFacts } from '@/components/rotation/schedule-facts';
import { useRotations } from '@/components/rotation/use-rotations';
import { WorksNow } from '@/components/rotation/works-now';
import { useOpening } from '@/components/secret/use-opening';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { refusedWords } from '@/components/version/refusals';
import { useAddressField } from '@/lib/client/address';
import { useFollowRotation } from '@/lib/client/follow-rotation';
import { useRefusal } from '@/lib/client/refusals';
import { useRotationFunction } from '@/lib/client/rotation-function';
import type { TimelineReading } from '@/lib/client/timeline';
import type { SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { isReplica, type SecretDetail } from '@/lib/domain/secret';

interface RotationTabProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
  readonly told: TimelineReading;
}

const ACTS: readonly ActKind[] = ['rotate', 'test', 'schedule', 'cancel'];

/** A secret's rotation: when it comes, what happened at every attempt, what works now, and what can be done. */
export function RotationTab({ scope, reading, now, told }: RotationTabProps) {
  const { secret } = reading;
  if (!secret) {
    return (
      <Notice form="strip" tone="idle" title="What AWS says of the rotation could not be read">
        It takes secretsmanager:DescribeSecret.
      </Notice>
    );
  }
  if (isReplica(secret)) {
    return (
      <>
        <Acts secret={secret} refused={{}} onAct={() => undefined} />
        <Notice form="strip" tone="idle" title={`Rotation belongs to the primary in ${secret.primaryRegion}`}>
          A replica is given whatever the rotation there makes; its schedule, its attempts and what can be
          done are on the primary’s page.{' '}
          <PrimaryLink {...{ scope }} arn={reading.arn} region={secret.primaryRegion ?? reading.region} />
        </Notice>
      </>
    );
  }
  return <Rotation {...{ scope, reading, secret, now, told }} />;
}

function Rotation({ scope, reading, secret, now, told }: RotationTabProps & { secret: SecretDetail }) {
  const { known, attempts, opens, keys } = useRotations(reading, told);
  const fn = useRotationFunction(scope, secret.rotation.functionArn);
  const noRotate = useRefusal(scope, reading.arn, 'RotateSecret');
  const noCancel = useRefusal(scope, reading.arn, 'CancelRotateSecret');
  const [asked, setAct] = useAddressField('act');
  const opening = useOpening(ACTS.find((kind) => kind === asked) ?? null);
  const [begun, setBegun] = useState<ActKind>();
  const open = attempts.find(({ test, outcome }) => !test && outcome === 'running')?.version;
  useFollowRotation(scope, reading.arn, begun === 'rotate' || begun === 'schedule' ? open : undefined);
  const close = () => setAct(null, 'replace');
  const act = ACTS.find((kind) => kind === opening.target);
  return (
    <>
      <Acts
        secret={secret}
        refused={{ rotate: noRotate, cancel: noCancel }}
        onAct={(kind) => setAct(kind, 'push')}
      />
      <div role="status">
        {begun && (
          <Notice form="strip" tone="ok" title={begunWords[begun]}>
            {after[begun]}
          </Notice>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] border-t lg:grid-cols-[minmax(0,1fr)_24.25rem]">
        <div className="min-w-0 lg:border-r">
          <WorksNow reading={reading} opens={opens} now={now} />
          <AttemptList
            {...{ attempts, told, now, scope }}
            functionArn={secret.rotation.functionArn}
            ids={reading.versions.map(({ id }) => id)}
          />
        </div>
        <div className="min-w-0 max-lg:border-t">
          {known && <ScheduleFacts secret={secret} kind={known} now={now} />}
          <FunctionCard {...{ secret, attempts, now }} query={fn} />
        </div>
      </div>
      {act && (
        <RotationSheet
          key={opening.count}
          open={opening.open}
          {...{ scope, reading, secret, keys, now }}
          kind={act}
          onClose={close}
          onDone={() => {
            setBegun(act);
            close();
          }}
        />
      )}
    </>
  );
}

interface ActsProps {
  readonly secret: SecretDetail;
  /** AWS's own refusal of such an act. */
  readonly refused: { readonly rotate?: Problem | undefined; readonly cancel?: Problem | undefined };
  readonly onAct: (kind: ActKind) => void;
}

function Acts({ secret, refused, onAct }: ActsProps) {
  const on = secret.rotation.enabled;
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2 md:px-5">
      <h2 className="mr-auto font-semibold text-sm max-md:w-full">Rotation</h2>
      {ACTS.map((kind) => (
        <Button
          key={kind}
          variant={kind === 'rotate' ? 'primary' : 'secondary'}
          icon={actWords(kind, on).icon}
          disabledReason={
            isReady(kind, secret) ?? wordsOf(kind === 'cancel' ? refused.cancel : refused.rotate)
          }
          onClick={() => onAct(kind)}
        >
          {actWords(kind, on).title}
        </Button>
      ))}
    </div>
  );
}

const wordsOf = (refusal: Problem | undefined) => refusal && refusedWords(refusal);

const begunWords: Record<ActKind, string> = {
  rotate: 'AWS has begun to rotate',
  test: 'AWS has begun the test',
  schedule: 'AWS has taken the schedule',
  cancel: 'Rotation is off',
};

const after: Record<ActKind, string> = {
  rotate:
    'Its end shows in the labels, which are read again meanwhile; how a step fails only CloudTrail tells, some minutes late.',
  test: 'Its end is told by CloudTrail alone, some minutes late, under names that “Read further back” looks up.',
  schedule:
    'The next windows are those beside this. A rotation or a test that came with it is told by CloudTrail, some minutes late.',
  cancel: 'No rotation comes by itself any more.',
};
