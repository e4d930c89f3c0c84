'use client';

import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Clocks } from '@/components/frame/clocks';
import { Logo } from '@/components/frame/logo';
import { ModeStrip } from '@/components/frame/mode-strip';
import { type Theme, ThemeChoice } from '@/components/frame/theme-choice';
import { cx } from '@/components/ui/cx';
import { nextTab } from '@/components/ui/next-tab';
import { Notice } from '@/components/ui/notice';
import { TooltipLayer } from '@/components/ui/tooltip-layer';
import type { SignInWay } from '@/lib/contract/operator';

/** One way to sign in: its tab at the left, its form at the right. */
export interface SignInMethod {
  readonly way: SignInWay;
  readonly label: string;
  /** Under the label: what it needs. */
  readonly note: string;
  readonly icon: LucideIcon;
  readonly panel: ReactNode;
}

interface SignInShellProps {
  readonly methods: readonly SignInMethod[];
  readonly way: SignInWay;
  readonly onWay: (way: SignInWay) => void;
  readonly sandbox: boolean;
  /** An earlier sign-in is over, and this one leads back to its page. */
  readonly ended: boolean;
  readonly now: () => number;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** The page before sign-in: the ways in at the left, the chosen one at the right, and what Keyturn promises. */
export function SignInShell({ methods, way, onWay, sandbox, ended, now, theme, onTheme }: SignInShellProps) {
  const id = useId();
  const chosen = methods.find((method) => method.way === way) ?? methods[0];
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const next = methods[nextTab(event.key, at, methods.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onWay(next.way);
    document.getElementById(`${id}-${next.way}`)?.focus();
  };
  return (
    <div className="flex min-h-dvh flex-col">
      <ModeStrip sandbox={sandbox} readOnly={false} />
      <header className="flex h-11 shrink-0 items-center gap-2 border-b bg-surface px-4 md:px-5">
        <Logo />
        <span className="flex-1 font-semibold text-sm tracking-tight">Keyturn</span>
        <Clocks now={now} />
      </header>
      <main className="flex flex-1 flex-col items-center md:justify-center md:px-4 md:py-8">
        <div className="w-full max-w-[57.5rem]">
          {ended && (
            <Notice
              tone="warn"
              title="Your sign-in has ended"
              className="mb-4 max-md:mb-0 max-md:rounded-none"
            >
              Sign in to go on where you were. What you had typed as a reason is still there.
            </Notice>
          )}
          <div className="grid overflow-hidden border-line-strong border-b bg-surface md:grid-cols-[17rem_minmax(0,1fr)] md:rounded-lg md:border">
            <div className="flex flex-col bg-sunken md:border-r">
              <h1 className="flex h-10 items-center border-b px-4 font-semibold text-sm md:px-3.5">
                Sign in to AWS
              </h1>
              <div role="tablist" aria-label="Ways to sign in" className="max-md:grid max-md:grid-cols-2">
                {methods.map((method, at) => (
                  <MethodTab
                    key={method.way}
                    id={id}
                    method={method}
                    selected={method === chosen}
                    onClick={() => onWay(method.way)}
                    onKeyDown={(event) => onKeyDown(event, at)}
                  />
                ))}
              </div>
              <p className="mt-auto px-3.5 py-4 text-fg-3 text-xs max-md:hidden">
                Keyturn is a console for AWS Secrets Manager: which version is live where, who moved it, and a
                safe way back.
              </p>
            </div>
            {chosen && (
              <div
                role="tabpanel"
                id={`${id}-panel`}
                aria-labelledby={`${id}-${chosen.way}`}
                className="flex min-w-0 flex-col md:min-h-[29rem]"
              >
                {chosen.panel}
              </div>
            )}
          </div>
          <div className="mt-4 flex flex-wrap items-end gap-x-8 gap-y-4 text-fg-3 text-xs max-md:px-4 max-md:pb-6">
            <p className="max-w-[62ch] md:w-0 md:flex-1 md:basis-80">
              Keyturn has no rights of its own: AWS decides on every request, with your identity, and
              CloudTrail records it under your name.
            </p>
            <div className="w-60 max-md:w-full md:ml-auto">
              <ThemeChoice theme={theme} onTheme={onTheme} />
            </div>
          </div>
        </div>
      </main>
      <TooltipLayer />
    </div>
  );
}

interface MethodTabProps {
  readonly id: string;
  readonly method: SignInMethod;
  readonly selected: boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function MethodTab({ id, method, selected, onClick, onKeyDown }: MethodTabProps) {
  const { way, label, note, icon: Icon } = method;
  return (
    <button
      id={`${id}-${way}`}
      type="button"
      role="tab"
      aria-selected={selected}
      aria-controls={selected ? `${id}-panel` : undefined}
      tabIndex={selected ? 0 : -1}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className={cx(
        'flex w-full gap-2.5 border-b border-l-2 px-3 py-2.5 text-left focus-visible:-outline-offset-2 max-md:min-h-11',
        selected
          ? 'border-l-accent bg-surface forced-colors:border-l-[Highlight]'
          : 'border-l-transparent hover:bg-hover forced-colors:border-l-[Canvas]',
      )}
    >
      <Icon
        aria-hidden
        strokeWidth={1.75}
        className={cx('mt-px size-4 shrink-0', selected ? 'text-accent' : 'text-fg-3')}
      />
      <span className="min-w-0">
        <span className={cx('block text-sm', selected && 'font-medium')}>{label}</span>
        <span className="mt-0.5 block text-fg-3 text-xs max-md:hidden">{note}</span>
      </span>
    </button>
  );
}
