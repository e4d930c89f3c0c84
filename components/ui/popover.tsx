'use client';

import { type ComponentProps, type ReactNode, useId, useRef } from 'react';
import { beside, ontoScreen } from '@/components/ui/beside';
import { cx } from '@/components/ui/cx';

interface PopoverProps extends Omit<ComponentProps<'button'>, 'children' | 'popover'> {
  /** What is inside the button. */
  readonly trigger: ReactNode;
  /** Names the panel. */
  readonly label: string;
  readonly children: ReactNode;
  readonly panelClassName?: string;
  /** Before it opens: what is inside may be fetched only then. */
  readonly onOpen?: () => void;
  /** What is inside is out of sight. */
  readonly onClosed?: () => void;
}

/** A button and a small panel that floats beside it. The browser does Esc, the press outside and the focus. */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, panelClassName, onOpen, onClosed, ...button } = props;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button {...button} ref={opener} type="button" popoverTarget={id}>
        {trigger}
      </button>
      <dialog
        id={id}
        popover="auto"
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && opener.current) {
            onOpen?.();
            Object.assign(event.currentTarget.style, beside(opener.current.getBoundingClientRect()));
          }
        }}
        onToggle={({ currentTarget, newState }) => {
          if (newState === 'open') ontoScreen(currentTarget);
          else onClosed?.();
        }}
        className={cx(
          'scroll-thin fixed inset-auto m-0 overflow-y-auto rounded-lg bg-raised text-fg text-xs shadow-overlay',
          panelClassName,
        )}
      >
        {children}
      </dialog>
    </>
  );
}
