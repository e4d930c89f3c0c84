import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '@/components/ui/cx';
import { controlLook } from '@/components/ui/input';

interface SelectProps extends ComponentProps<'select'> {
  readonly mono?: boolean;
}

/** One of a few: the browser's own list, which works with every keyboard, finger and reader. */
export function Select({ mono = false, className, children, ...rest }: SelectProps) {
  return (
    <span className={cx('relative inline-flex min-w-0', className)}>
      <select
        {...rest}
        className={cx(
          controlLook,
          'h-8 min-w-0 appearance-none truncate pr-7 max-md:h-11',
          mono && 'font-mono',
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-fg-3"
      />
    </span>
  );
}
