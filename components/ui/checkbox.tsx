import { Check, Minus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children' | 'ref'> {
  /** The words beside the box; a box without words needs aria-label. */
  readonly label?: ReactNode;
  readonly indeterminate?: boolean;
}

const box =
  'peer col-start-1 row-start-1 size-3.5 appearance-none rounded-xs border border-control bg-surface checked:border-accent-solid checked:bg-accent-solid indeterminate:border-accent-solid disabled:border-line disabled:bg-sunken forced-colors:appearance-auto';
const mark =
  'pointer-events-none invisible col-start-1 row-start-1 size-3 place-self-center forced-colors:hidden';

/** A tick. 14 px to see, 24 to hit, 44 for fingers. */
export function Checkbox({ label, indeterminate = false, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cx(
        'inline-flex min-h-6 items-start gap-1.5 py-1 text-xs max-md:min-h-11 max-md:py-3',
        label === undefined && 'min-w-6 justify-center max-md:min-w-11',
        className,
      )}
    >
      <span className="mt-px grid shrink-0">
        <input
          {...rest}
          type="checkbox"
          ref={(input) => {
            if (input) input.indeterminate = indeterminate;
          }}
          className={box}
        />
        {/* Only the mark that may show: a table has thousands of boxes. */}
        {rest.checked !== false && !indeterminate && (
          <Check aria-hidden strokeWidth={3} className={cx(mark, 'text-on-accent peer-checked:visible')} />
        )}
        {indeterminate && (
          <Minus aria-hidden strokeWidth={3} className={cx(mark, 'text-accent peer-indeterminate:visible')} />
        )}
      </span>
      {label !== undefined && <span className="min-w-0">{label}</span>}
    </label>
  );
}
