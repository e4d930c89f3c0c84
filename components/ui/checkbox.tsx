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
const mark = 'pointer-events-none invisible col-start-1 row-start-1 size-3 forced-colors:hidden';

/** A tick. 14 px to see, 24 to hit, 44 for fingers. */
export function Checkbox({ label, indeterminate = false, className, ...rest }: CheckboxProps) {
  const alone = label === undefined;
  const within = alone ? 'place-self-center' : 'mt-0.5 justify-self-center';
  return (
    <label
      className={cx(
        'inline-grid min-h-6 text-xs max-md:min-h-11',
        alone
          ? 'min-w-6 place-items-center max-md:min-w-11'
          : 'grid-cols-[auto_minmax(0,1fr)] items-start gap-x-1.5 py-1 max-md:py-3',
        className,
      )}
    >
      <input
        {...rest}
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = indeterminate;
        }}
        className={cx(box, !alone && 'mt-px')}
      />
      {/* Only the mark that may show: a table has thousands of boxes. */}
      {rest.checked !== false && !indeterminate && (
        <Check
          aria-hidden
          strokeWidth={3}
          className={cx(mark, within, 'text-on-accent peer-checked:visible')}
        />
      )}
      {indeterminate && (
        <Minus
          aria-hidden
          strokeWidth={3}
          className={cx(mark, within, 'text-accent peer-indeterminate:visible')}
        />
      )}
      {!alone && <span className="min-w-0">{label}</span>}
    </label>
  );
}
