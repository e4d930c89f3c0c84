import type { ComponentProps } from 'react';
import { cx } from '@/components/ui/cx';

/** The look all text controls share. 16 px type on a phone, so that the page does not zoom in on focus. */
export const controlLook =
  'w-full rounded-md border border-control bg-surface px-2.5 text-xs text-fg aria-invalid:border-fail disabled:bg-sunken disabled:text-fg-3 focus-visible:-outline-offset-1 max-md:text-[1rem]';

export interface InputProps extends ComponentProps<'input'> {
  /** For what could be pasted into a terminal, names, ids, regions: nothing corrects or completes it. */
  readonly mono?: boolean | undefined;
}

/** One line of text. */
export function Input({ mono = false, className, ...rest }: InputProps) {
  const asTyped = mono && ({ autoComplete: 'off', spellCheck: false } as const);
  return (
    <input
      {...asTyped}
      {...rest}
      className={cx(controlLook, 'h-8 max-md:h-11', mono && 'font-mono', className)}
    />
  );
}
