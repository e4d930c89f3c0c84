import { CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from '@/components/ui/cx';

/** What a field hands its control, so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  /** Beside the label, quieter: "optional", "kept in the activity log". */
  readonly note?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, and beneath it what helps or what is wrong. */
export function Field({ label, note, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = cx(error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`);
  return (
    <div className={cx('min-w-0 text-xs', className)}>
      <label htmlFor={id} className="mb-1 block text-fg-2">
        {label}
        {note && <span className="ml-1.5 text-fg-3">{note}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1 text-fail">
          <CircleX aria-hidden className="mt-px size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-fg-3">
          {hint}
        </p>
      )}
    </div>
  );
}
