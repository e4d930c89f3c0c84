import { OctagonX } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

interface MethodPaneProps {
  readonly title: string;
  readonly note: string;
  /** At the right of the head. */
  readonly head?: ReactNode;
  /** Why the last try failed. */
  readonly error: string | undefined;
  readonly children: ReactNode;
  /** At the lower edge, quiet: what happens with what is entered. */
  readonly promise: string;
  readonly actions: ReactNode;
}

/** The head, the error and the foot that every way to sign in shares. */
export function MethodPane({ title, note, head, error, children, promise, actions }: MethodPaneProps) {
  return (
    <>
      <div className="flex h-10 shrink-0 items-center gap-3 border-b px-4 md:px-5">
        <h2 className="whitespace-nowrap font-semibold text-sm">{title}</h2>
        <span
          className={cx(
            'min-w-0 flex-1 truncate text-fg-3 text-xs',
            head !== undefined && 'max-md:invisible',
          )}
        >
          {note}
        </span>
        {head}
      </div>
      <div role="alert">
        {error !== undefined && (
          <p className="flex gap-2 border-fail-line border-b bg-fail-soft px-4 py-2.5 text-xs md:px-5">
            <OctagonX aria-hidden className="mt-px size-3.5 shrink-0 text-fail-mark" />
            {error}
          </p>
        )}
      </div>
      {children}
      <div className="mt-auto flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-t bg-canvas px-4 py-2 text-xs md:px-5">
        <p className="flex-[1_1_14rem] text-fg-3">{promise}</p>
        <div className="flex min-w-0 gap-2 max-md:w-full max-md:*:flex-1">{actions}</div>
      </div>
    </>
  );
}
