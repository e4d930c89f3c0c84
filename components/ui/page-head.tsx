import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface PageHeadProps {
  /** The page's only h1. */
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** The head of a page, 44 px: what it shows, and what can be done with all of it. */
export function PageHead({ title, note, actions, className }: PageHeadProps) {
  return (
    <div
      className={cx(
        'flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-surface px-4 py-2 md:px-5',
        className,
      )}
    >
      <h1 className="shrink-0 font-semibold text-md">{title}</h1>
      {note !== undefined && <span className="min-w-0 text-fg-3 text-xs">{note}</span>}
      {actions !== undefined && <span className="ml-auto flex flex-wrap items-center gap-2">{actions}</span>}
    </div>
  );
}
