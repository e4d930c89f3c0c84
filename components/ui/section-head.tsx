import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface SectionHeadProps {
  readonly title: ReactNode;
  /** Beside the title: count, span, what it covers. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly className?: string;
}

/** The head of a pane, 36 px; on a phone a long note goes below its title. */
export function SectionHead({ title, note, actions, id, className }: SectionHeadProps) {
  return (
    <div
      className={cx(
        'flex min-h-9 items-center gap-x-2 px-4 max-md:flex-wrap max-md:py-1.5 md:px-5',
        className,
      )}
    >
      <h2 id={id} className="whitespace-nowrap font-semibold text-sm">
        {title}
      </h2>
      {note !== undefined && <span className="min-w-0 text-fg-3 text-xs md:truncate">{note}</span>}
      {actions !== undefined && <span className="ml-auto flex shrink-0 items-center gap-2">{actions}</span>}
    </div>
  );
}
