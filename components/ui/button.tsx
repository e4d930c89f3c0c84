import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import { Spinner } from '@/components/ui/spinner';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-solid';

const looks: Record<Variant, string> = {
  primary:
    'border-transparent bg-accent-solid font-medium text-on-accent hover:brightness-95 active:brightness-90',
  secondary: 'border-line-strong bg-surface text-fg hover:bg-hover active:bg-sunken',
  quiet: 'border-transparent text-fg-2 hover:bg-hover hover:text-fg active:bg-sunken',
  danger: 'border-fail-line bg-surface font-medium text-fail hover:bg-fail-soft active:bg-fail-soft',
  'danger-solid':
    'border-transparent bg-fail font-medium text-surface hover:brightness-95 active:brightness-90',
};

const unavailable: Record<Variant, string> = {
  primary: 'border-line bg-sunken font-medium text-fg-3',
  secondary: 'border-line bg-sunken text-fg-3',
  // Nothing but its ink could tell it from one that can be pressed.
  quiet: 'border-transparent text-fg-3 opacity-70',
  danger: 'border-line bg-sunken font-medium text-fg-3',
  'danger-solid': 'border-line bg-sunken font-medium text-fg-3',
};

const sizes = {
  sm: 'h-6 px-2 max-md:h-9 max-md:px-3 max-md:after:absolute max-md:after:-inset-1',
  md: 'h-7 px-2.5 max-md:h-11 max-md:px-3.5',
  lg: 'h-8 px-3 max-md:h-11 max-md:px-3.5',
};

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: Variant;
  readonly size?: keyof typeof sizes;
  readonly icon?: LucideIcon | undefined;
  /** The key that does the same, shown where there is a keyboard. */
  readonly kbd?: string | undefined;
  /** Under way: the icon turns, and a second press does nothing. */
  readonly busy?: boolean | undefined;
  /** Why it cannot be pressed now. The button stays focusable, so that the reason can be found and read. */
  readonly disabledReason?: string | undefined;
}

/** An act. Its words start with a verb; one that cannot be done now says why instead of going dead. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'md', icon: Icon, kbd, busy = false, disabledReason } = props;
  const { variant: _v, size: _s, icon: _i, kbd: _k, busy: _b, disabledReason: _d, ...rest } = props;
  const { className, children, onClick, type = 'button', ...button } = rest;
  const reasonId = useId();
  const blocked = disabledReason !== undefined;
  return (
    <button
      {...button}
      type={blocked || busy ? 'button' : type}
      aria-disabled={blocked || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={cx(button['aria-describedby'], blocked && reasonId) || undefined}
      {...(blocked && { 'data-tip': disabledReason })}
      onClick={blocked || busy ? undefined : onClick}
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border text-xs transition-[background-color,filter,color]',
        blocked && 'cursor-not-allowed forced-colors:text-[GrayText]',
        sizes[size],
        blocked ? unavailable[variant] : looks[variant],
        className,
      )}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />}
      {children}
      {kbd && (
        <span aria-hidden className="ml-0.5 contents max-md:hidden">
          <Kbd onAccent={variant === 'primary' && !blocked}>{kbd}</Kbd>
        </span>
      )}
      {blocked && <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>}
    </button>
  );
}
