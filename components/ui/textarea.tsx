import type { ComponentProps } from 'react';
import { cx } from '@/components/ui/cx';
import { controlLook } from '@/components/ui/input';

interface TextareaProps extends ComponentProps<'textarea'> {
  readonly mono?: boolean;
}

/** Some lines of text; it grows with them where the browser can. */
export function Textarea({ mono = false, className, rows = 2, ...rest }: TextareaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={cx(
        controlLook,
        'field-sizing-content min-h-13 resize-y py-1.5 max-md:leading-5 supports-[field-sizing:content]:resize-none',
        mono && 'font-mono',
        className,
      )}
    />
  );
}
