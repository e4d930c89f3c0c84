'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { cx } from '@/components/ui/cx';

const fade = 'transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0';

interface ModalProps {
  readonly open: boolean;
  /** Esc, the cross, or a press outside. A caller that is writing may leave it open. */
  readonly onClose: () => void;
  /** Takes focus first: the first unanswered check. Otherwise the first control does. */
  readonly initialFocus?: (() => HTMLElement | true) | undefined;
  /** Takes focus after closing, where the control that opened it may be gone. */
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined;
  readonly className: string;
  readonly children: ReactNode;
}

/** What dialog and sheet share: scrim, trapped focus, Esc, focus back to where it was. */
export function Modal({ open, onClose, initialFocus, finalFocus, className, children }: ModalProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={cx('fixed inset-0 z-40 bg-scrim', fade)} />
        <Base.Popup
          {...(initialFocus && { initialFocus })}
          {...(finalFocus && { finalFocus })}
          className={cx('fixed z-50 flex flex-col text-xs shadow-overlay outline-none', fade, className)}
        >
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Names a modal. */
export function ModalTitle({ children }: { children: ReactNode }) {
  return <Base.Title className="font-semibold text-md">{children}</Base.Title>;
}
