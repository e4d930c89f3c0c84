'use client';

import dynamic from 'next/dynamic';
import { useMemo, useRef } from 'react';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { SecretHeader } from '@/components/secret/secret-header';
import { SecretSkeleton } from '@/components/secret/secret-skeleton';
import { SecretTabs } from '@/components/secret/secret-tabs';
import { useOpening } from '@/components/secret/use-opening';
import { usePutOpening } from '@/components/secret/use-put-opening';
import { Versions } from '@/components/secret/versions';
import { TimelineSection } from '@/components/timeline/timeline-section';
import { Button } from '@/components/ui/button';
import { useFirstZone } from '@/components/ui/first-zone';
import { UnsettledNotice } from '@/components/version/unsettled-notice';
import { useAddressField } from '@/lib/client/address';
import { useAwsNow, useAwsNowIs } from '@/lib/client/aws-time';
import { useCliView } from '@/lib/client/cli-view';
import { useModule } from '@/lib/client/module';
import { useOperator } from '@/lib/client/operator';
import { useSettledOrder } from '@/lib/client/orders';
import { useProven } from '@/lib/client/proven';
import { dropReceipt, undoOpen, useReceipt } from '@/lib/client/receipts';
import { forgetRefusals } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import { useSecret } from '@/lib/client/secret';
import { useShortcut } from '@/lib/client/shortcut';
import { useTimeline } from '@/lib/client/timeline';
import type { OperatorInfo } from '@/lib/contract/operator';
import { parseSecretArn } from '@/lib/domain/arn';
import { knownCurrent } from '@/lib/domain/timeline/held-current';
import { holderOf } from '@/lib/domain/version';

// Opened later, loaded later.
// Not by the framework's way: a review that the address asks for while it is taken back would wait, and stay open.
const loadPanel = () => import('@/components/version/move-panel');
const loadReview = () => import('@/components/version/rollback-sheet');
const PutSheet = dynamic(async () => (await import('@/components/value/put-sheet')).PutSheet);

/** One secret: what it is, its versions and labels, and the way back. */
export function SecretPage({ arn }: { arn: string }) {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  return operator ? <Secret key={arn} operator={operator} arn={arn} /> : null;
}

function Secret({ operator, arn }: { operator: OperatorInfo; arn: string }) {
  const { scope } = operator;
  // Times are told all over the page.
  useFirstZone();
  const query = useSecret(scope, arn);
  // A page of times and pictures: drawn every second it would take a frame's work each time.
  const now = useAwsNow(15_000);
  const receipt = useReceipt(scope, arn);
  // In the address, so that Back closes the review and a reload shows it again, and never repeats the move.
  const [asked, setTarget] = useAddressField('rollback');
  const target = asked || null;
  const settled = useSettledOrder(scope, query.data, query.refetch, () => setTarget(null, 'replace'));
  const pushed = useRef(false);
  const open = (id: string) => {
    pushed.current = true;
    setTarget(id, 'push');
  };
  const close = () => {
    // Asked of the address itself: the operator may have gone back while AWS was being asked.
    if (!new URLSearchParams(window.location.search).has('rollback')) return;
    // Closing takes back the step that opening made, so that Back then leaves the page as one expects.
    if (pushed.current) window.history.back();
    else setTarget(null, 'replace');
    pushed.current = false;
  };
  const opening = useOpening(target);
  const MovePanel = useModule(loadPanel, receipt !== undefined)?.MovePanel;
  const RollbackSheet = useModule(loadReview, opening.target !== null)?.RollbackSheet;
  const panelHead = useRef<HTMLHeadingElement>(null);
  const reading = query.data;
  const put = usePutOpening();
  const proven = [...useProven(arn), ...(receipt ? [receipt.from, receipt.to] : [])];
  const told = useTimeline(scope, reading);
  const wereCurrent = useMemo(
    () => [...knownCurrent(told?.timeline), ...(receipt ? [receipt.from, receipt.to] : [])],
    [told?.timeline, receipt],
  );
  const previous = reading && holderOf(reading.versions, 'AWSPREVIOUS');
  const inTime = useAwsNowIs((at) => receipt !== undefined && undoOpen(receipt, at));
  const undoable = receipt && inTime && reading && currentOf(reading.versions) === receipt.to;

  const readAgain = () => {
    // What AWS refused before may be allowed by now.
    forgetRefusals(scope, arn);
    void query.refetch();
    told?.readAgain();
  };

  useShortcut('b', previous ? () => open(previous.id) : undefined);
  useShortcut('z', undoable ? () => open(receipt.from) : undefined);
  useShortcut('r', () => readAgain());

  useCliView(() => ({
    kind: 'secret',
    arn,
    region: parseSecretArn(arn)?.region ?? '',
    secret: reading?.secret,
    versions: reading?.versions ?? [],
    at: reading?.at,
    streams: told?.state.found.map(({ stream }) => stream) ?? [],
  }));

  if (query.error && !reading) {
    const again = (
      <Button busy={query.isFetching} onClick={() => void query.refetch()}>
        Try again
      </Button>
    );
    return (
      <>
        <h1 className="sr-only">Secret not read</h1>
        <ProblemNotice problem={problemIn(query.error)} form="strip" actions={again} />
      </>
    );
  }
  if (!reading || !told) return <SecretSkeleton arn={arn} />;
  return (
    <div className="flex min-h-full items-stretch bg-surface max-lg:flex-col">
      <div className="min-w-0 flex-1">
        <SecretHeader
          scope={scope}
          reading={reading}
          now={now}
          busy={query.isFetching}
          onRefresh={readAgain}
          previous={previous?.id}
          onRollBack={open}
          onPut={put.show}
          proven={proven}
        />
        {query.error && <ProblemNotice problem={problemIn(query.error)} form="strip" />}
        {settled.outcome && <UnsettledNotice outcome={settled.outcome} onDismiss={settled.dismiss} />}
        {reading.notes.map(({ source, problem }) => (
          <ProblemNotice key={source} problem={problem} form="strip" />
        ))}
        <SecretTabs {...{ scope, reading, now, told }}>
          <TimelineSection {...{ scope, reading, told, now }} />
          <Versions {...{ scope, reading, now, proven, wereCurrent, told }} onRollBack={open} />
        </SecretTabs>
      </div>
      {receipt && MovePanel && (
        <MovePanel
          key={receipt.at}
          scope={scope}
          receipt={receipt}
          reading={reading}
          undoable={Boolean(undoable)}
          onUndo={() => open(receipt.from)}
          onClose={() => dropReceipt(scope, arn)}
          headRef={panelHead}
        />
      )}
      {put.count > 0 && (
        <PutSheet
          key={`put ${put.count}`}
          open={put.open}
          operator={operator}
          reading={reading}
          onClose={put.hide}
          finalFocus={panelHead}
        />
      )}
      {opening.target !== null && RollbackSheet && (
        <RollbackSheet
          key={opening.count}
          open={opening.open}
          operator={operator}
          reading={reading}
          target={opening.target}
          proven={proven}
          wereCurrent={wereCurrent}
          told={told}
          onPut={() => {
            close();
            put.show();
          }}
          undoes={undoable && opening.target === receipt.from ? receipt : undefined}
          onRead={() => query.refetch()}
          onClose={close}
          finalFocus={panelHead}
        />
      )}
    </div>
  );
}

const currentOf = (versions: Parameters<typeof holderOf>[0]) => holderOf(versions, 'AWSCURRENT')?.id;
