'use client';

import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { initials } from '@/components/frame/initials';
import type { Theme } from '@/components/frame/theme-choice';
import { useTimeLeft } from '@/components/frame/use-time-left';
import { cx } from '@/components/ui/cx';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';

const AddPlace = later(async () => (await import('@/components/sign-in/add-place')).AddPlace);
const OperatorPanel = lazy(() => import('@/components/frame/operator-panel'));

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
  const [opened, setOpened] = useState(false);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Popover
        label="Operator"
        onOpen={() => setOpened(true)}
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
        {opened && (
          <Suspense fallback={null}>
            <OperatorPanel
              {...props}
              time={time}
              onAdd={() => {
                document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();
                setAdding(true);
              }}
            />
          </Suspense>
        )}
      </Popover>
      {adding && <AddPlace operator={operator} onClose={() => setAdding(false)} />}
    </>
  );
}
