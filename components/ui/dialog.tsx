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
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
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

interface DialogProps extends Omit<ModalProps, 'className'> {
  readonly title: ReactNode;
  /** One sentence: what will happen. Read out when the dialog opens. */
  readonly description?: ReactNode;
  /** The buttons, the act last. */
  readonly footer: ReactNode;
}

/** A question that has to be answered before anything else. */
export function Dialog({ title, description, footer, children, ...modal }: DialogProps) {
  return (
    <Modal
      {...modal}
      className="top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[30rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 rounded-lg bg-raised"
    >
      <div className="scroll-thin min-h-0 overflow-y-auto px-4 pt-3.5 pb-3">
        <Base.Title className="font-semibold text-md">{title}</Base.Title>
        {description !== undefined && (
          <Base.Description className="mt-1 text-fg-2">{description}</Base.Description>
        )}
        {children}
      </div>
      <div className="flex min-h-12 shrink-0 flex-wrap items-center justify-end gap-2 border-t px-4 py-2">
        {footer}
      </div>
    </Modal>
  );
}
