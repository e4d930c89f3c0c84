import { SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';

interface CodeBlockProps {
  readonly title: string;
  /** What the copy button copies. */
  readonly text: string;
  /** The same text with parts set off; without it the text itself is shown. */
  readonly children?: ReactNode;
  /** Prose rather than a command: long lines are broken. */
  readonly wraps?: boolean;
  /** Beside the copy button. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A command or statement to take away. Long lines scroll inside; the block can be reached by Tab. */
export function CodeBlock({ title, text, children, actions, wraps = false, className }: CodeBlockProps) {
  return (
    <figure className={cx('overflow-hidden rounded-md border border-line-strong text-xs', className)}>
      <figcaption className="flex h-7 items-center gap-2 border-b bg-sunken pr-1 pl-2.5 text-2xs text-fg-2 max-md:h-10">
        <SquareTerminal aria-hidden strokeWidth={1.75} className="size-3 shrink-0 text-fg-3" />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {actions}
        <CopyButton text={text} />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className={cx(
          'scroll-thin overflow-x-auto bg-canvas px-2.5 py-1.5 text-2xs leading-4 focus-visible:-outline-offset-2',
          wraps && 'wrap-anywhere whitespace-pre-wrap',
        )}
      >
        {children ?? text}
      </pre>
    </figure>
  );
}
