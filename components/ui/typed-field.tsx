import type { ComponentProps } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface TypedFieldProps extends Omit<ComponentProps<typeof Field>, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** A phone offers figures for a number; a code is shown as it is typed, and nothing corrects it. */
  readonly kind: 'number' | 'code';
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** A field of one line that is typed into. */
export function TypedField({ value, onValue, kind, maxLength, placeholder, ...field }: TypedFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          mono={kind === 'code'}
          {...(kind === 'number' && { inputMode: 'numeric' })}
          {...{ maxLength, placeholder }}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
