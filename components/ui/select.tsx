import { useId } from 'react';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** Value and words. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** One of a few, by the list the device itself has for that. */
export function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <span className="inline-flex flex-col gap-1">
      <label htmlFor={id} className="text-2xs text-fg-3">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="h-7 rounded-md border border-control bg-surface px-1.5 text-fg text-xs max-md:h-11 max-md:text-[1rem]"
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
