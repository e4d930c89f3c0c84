'use client';

import { Check, ExternalLink, RefreshCw } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { MethodPane } from '@/components/sign-in/method-pane';
import { StatusBadge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { useApproval } from '@/lib/client/identity-center';
import { problemIn } from '@/lib/client/request';
import type { DeviceCode } from '@/lib/contract/identity-center';

interface CenterCodeProps {
  readonly device: DeviceCode;
  readonly region: string | undefined;
  readonly asking: boolean;
  readonly onNew: () => void;
  readonly onCancel: () => void;
  readonly onApproved: () => void;
  /** It was denied or has expired: what to say. */
  readonly onOver: (said: string) => void;
}

const DENIED = 'The request was denied at IAM Identity Center. Get a new code if that was not you.';
const EXPIRED = 'The code has expired before it was approved. Get a new one.';

/** The second step: the code, where to approve it, and how long that can be done. */
export function CenterCode(props: CenterCodeProps) {
  const { device, region, asking, onNew, onCancel, onApproved, onOver } = props;
  const [opened, setOpened] = useState(false);
  const left = useSecondsLeft(device.expires);
  const { data, error } = useApproval(device);
  const state = left <= 0 ? 'expired' : data?.state;
  const problem = error ? problemIn(error) : undefined;
  const interval = data?.state === 'waiting' ? data.interval : device.interval;

  useEffect(() => {
    if (state === 'approved') onApproved();
    if (state === 'denied') onOver(DENIED);
    if (state === 'expired') onOver(EXPIRED);
  }, [state, onApproved, onOver]);

  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onCancel();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onCancel]);

  return (
    <MethodPane
      title="IAM Identity Center"
      note="device code"
      head={<StatusBadge tone="progress">Waiting for approval</StatusBadge>}
      error={problem && `${problem.detail ?? problem.title} Keyturn goes on asking.`}
      promise={
        region
          ? `Home region ${region}. Closing this page gives the code up.`
          : 'Closing this page gives the code up.'
      }
      actions={
        <>
          <Button variant="quiet" icon={RefreshCw} busy={asking} onClick={onNew}>
            New code
          </Button>
          <Button kbd="Esc" onClick={onCancel}>
            Cancel
          </Button>
        </>
      }
    >
      <ol className="space-y-4 px-4 py-4 text-sm md:px-5">
        <Step number={1} done={opened}>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 flex-[1_1_14rem]">
              <p>{opened ? 'Page opened in a new tab' : 'Open the page that asks for the code'}</p>
              <p className="wrap-anywhere font-mono text-fg-2 text-xs">{device.address}</p>
            </div>
            <a
              href={device.addressWithCode}
              target="_blank"
              rel="noopener noreferrer"
              onClick={() => setOpened(true)}
              className={cx(
                'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md border px-3 text-xs max-md:h-11',
                opened
                  ? 'border-line-strong bg-surface hover:bg-hover'
                  : 'border-transparent bg-accent-solid font-medium text-on-accent hover:brightness-95',
              )}
            >
              <ExternalLink aria-hidden strokeWidth={1.75} className="size-3.5" />
              {opened ? 'Open again' : 'Open the page'}
            </a>
          </div>
        </Step>
        <Step number={2} done={false}>
          <p>Check that it shows this code, then approve</p>
          <div className="mt-2 inline-flex max-w-full items-stretch overflow-hidden rounded-md border border-line-strong bg-canvas">
            <output
              aria-label="Code"
              className="px-4 py-2.5 font-mono font-semibold text-[2rem] leading-none tracking-[0.12em] whitespace-nowrap max-md:px-3 max-md:text-xl"
            >
              {device.userCode}
            </output>
            <span className="flex items-center border-l px-1.5">
              <CopyButton text={device.userCode} />
            </span>
          </div>
          <p className="mt-2.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-fg-2 text-xs">
            <progress
              aria-label="Time left"
              max={device.lifetime}
              value={left}
              className="h-1 w-40 appearance-none overflow-hidden rounded-full bg-progress-soft [&::-moz-progress-bar]:bg-progress-mark [&::-webkit-progress-bar]:bg-progress-soft [&::-webkit-progress-value]:bg-progress-mark"
            />
            <span>
              Expires in <span className="font-mono text-fg">{minutes(left)}</span>
            </span>
            <span className="text-fg-3">asked every {interval} s</span>
          </p>
          <p className="mt-1.5 text-fg-2 text-xs">
            Another code on that page? Do not approve it: somebody else began that request.
          </p>
        </Step>
        <Step number={3} done={false}>
          <p className="text-fg-3">Choose account and role</p>
        </Step>
      </ol>
    </MethodPane>
  );
}

function Step({ number, done, children }: { number: number; done: boolean; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className={cx(
          'mt-px flex size-5 shrink-0 items-center justify-center rounded-full border text-2xs',
          done ? 'border-ok-line bg-ok-soft text-ok-mark' : 'border-line-strong text-fg-2',
        )}
      >
        {done ? <Check className="size-3" /> : number}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}

function useSecondsLeft(expires: string): number {
  const end = Date.parse(expires);
  const [left, setLeft] = useState(() => secondsUntil(end));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(end)), 1_000);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}

const secondsUntil = (end: number) => Math.max(0, Math.ceil((end - Date.now()) / 1_000));
const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
