import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '@/components/ui/cx';

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'aria-label'> {
  /** What it does: the accessible name and the tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: 'sm' | 'md';
}

/** An act known by its sign: 28 px, 24 in rows, 44 for fingers. */
export function IconButton({
  label,
  icon: Icon,
  size = 'md',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-tip={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-md transition-colors hover:bg-hover hover:text-fg aria-disabled:pointer-events-none aria-disabled:opacity-40',
        size === 'md' ? 'size-7 text-fg-2 max-md:size-11' : 'size-6 text-fg-3 max-md:size-11',
        className,
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className={size === 'md' ? 'size-4' : 'size-3.5'} />
    </button>
  );
}
