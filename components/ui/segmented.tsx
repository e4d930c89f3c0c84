import { useId } from 'react';
import { cx } from '@/components/ui/cx';

interface SegmentedProps<T extends string> {
  readonly legend: string;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    /** Why it cannot be chosen now. */
    readonly disabledReason?: string | undefined;
  }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string;
}

/** One of a few, all in sight: a row of radio buttons that looks like one control. */
export function Segmented<T extends string>({
  legend,
  options,
  value,
  onChange,
  className,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className={cx('inline-flex min-w-0', className)}>
      <legend className="sr-only">{legend}</legend>
      {options.map((option, at) => (
        <label
          key={option.value}
          data-tip={option.disabledReason}
          className={cx(
            'relative inline-flex h-7 items-center whitespace-nowrap border border-line-strong px-2.5 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:h-11 max-md:flex-1 max-md:justify-center',
            at === 0 ? 'rounded-l-md' : '-ml-px',
            at === options.length - 1 && 'rounded-r-md',
            value === option.value
              ? 'z-1 border-accent-line bg-accent-soft font-medium text-accent'
              : 'bg-surface text-fg-2 hover:bg-hover',
            option.disabledReason && 'cursor-not-allowed text-fg-3',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={option.disabledReason !== undefined}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
          {option.disabledReason && <span className="sr-only">, {option.disabledReason}</span>}
        </label>
      ))}
    </fieldset>
  );
}
