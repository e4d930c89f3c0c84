'use client';

import { Ellipsis, LogOut } from 'lucide-react';
import { initials } from '@/components/frame/initials';
import { KeysChoice } from '@/components/frame/keys-choice';
import { type Theme, ThemeChoice } from '@/components/frame/theme-choice';
import { useTimeLeft } from '@/components/frame/use-time-left';
import { Button } from '@/components/ui/button';
import { CopyIcon } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { Popover } from '@/components/ui/popover';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

/** What the operator block and its panel need. */
export interface OperatorProps {
  readonly operator: OperatorInfo;
  readonly now: () => number;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onSignOut: () => void;
}

/** Who is signed in and for how long; opens identity, theme and sign-out. `bar` is its form on a phone. */
export function OperatorBlock({ form, ...props }: OperatorProps & { form: 'side' | 'bar' }) {
  const { operator, now } = props;
  const time = useTimeLeft(operator.expires, now);
  const bar = form === 'bar';
  return (
    <Popover
      label="Operator"
      panelClassName="w-72"
      className={
        bar
          ? 'flex h-full w-full flex-col items-center justify-center gap-1 text-2xs text-fg-2'
          : 'flex h-11 w-full items-center gap-2 px-3 text-left text-xs transition-colors hover:bg-hover focus-visible:-outline-offset-2 max-xl:justify-center max-xl:px-0'
      }
      trigger={
        <>
          <VisuallyHidden>Operator </VisuallyHidden>
          <span
            aria-hidden
            className={cx(
              'inline-flex shrink-0 items-center justify-center rounded-md border border-line-strong bg-surface font-semibold text-2xs text-fg-2',
              bar ? 'size-[1.125rem] text-[0.5625rem]' : 'size-6',
            )}
          >
            {initials(operator.name)}
          </span>
          {bar ? (
            <span className="flex max-w-full flex-col items-center px-1 leading-tight">
              <span className={cx('max-w-full truncate', time?.short && 'font-medium text-warn')}>
                {operator.name}
                {time && `, ${time.left}`}
              </span>
              <span className="font-mono text-[0.625rem] text-fg-3">{accountNumber(operator.account)}</span>
            </span>
          ) : (
            <span className="min-w-0 flex-1 leading-tight max-xl:sr-only">
              <span className="flex items-baseline gap-1.5">
                <span className="min-w-0 flex-1 truncate">{operator.name}</span>
                <span className={cx('text-2xs', time?.short ? 'font-medium text-warn' : 'text-fg-3')}>
                  {time?.left}
                </span>
              </span>
              <span className="flex items-center text-2xs text-fg-3">
                <span className="min-w-0 flex-1 truncate">{time?.until ?? '\u00a0'}</span>
                <Ellipsis aria-hidden className="size-3.5 shrink-0" />
              </span>
            </span>
          )}
        </>
      }
    >
      <Panel {...props} time={time} />
    </Popover>
  );
}

function Panel({
  operator,
  time,
  theme,
  onTheme,
  onSignOut,
}: OperatorProps & { time: ReturnType<typeof useTimeLeft> }) {
  return (
    <>
      <div className="border-b px-3 py-2.5">
        <p className="font-medium">{operator.name}</p>
        <p className="mt-0.5 font-mono text-2xs text-fg-2">
          {accountNumber(operator.account)} {operator.scope.slice(operator.account.length + 1)}
        </p>
        <p className="wrap-anywhere mt-0.5 font-mono text-2xs text-fg-3">
          {operator.arn}
          <CopyIcon text={operator.arn} label="Copy your ARN" className="-my-1.5 align-middle max-md:-my-4" />
        </p>
        {time && (
          <p className={cx('mt-1', time.short ? 'text-warn' : 'text-fg-2')}>
            {time.until}, {time.left}
          </p>
        )}
      </div>
      <div className="border-b px-3 py-2.5">
        <ThemeChoice theme={theme} onTheme={onTheme} />
      </div>
      <div className="border-b px-3 py-1.5">
        <KeysChoice />
      </div>
      <div className="p-1">
        <Button variant="quiet" icon={LogOut} onClick={onSignOut} className="w-full justify-start px-2">
          Sign out
        </Button>
      </div>
    </>
  );
}
