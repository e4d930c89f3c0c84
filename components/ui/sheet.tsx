'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import { Modal } from '@/components/ui/modal';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Beside the title: what it is about. */
  readonly subject?: ReactNode;
  readonly children: ReactNode;
  /** Stays at the lower edge: confirmation and buttons. */
  readonly footer?: ReactNode;
  /** 1140 px leaves the page visible at the left; half is 672, a panel 400; below, it is as wide as the page. */
  readonly width?: keyof typeof widths;
  readonly initialFocus?: (() => HTMLElement | true) | undefined;
  readonly finalFocus?: RefObject<HTMLElement | null> | undefined;
}

const right = 'inset-y-0 right-0 border-l';
const widths = {
  wide: `${right} lg:max-w-[min(71.25rem,calc(100vw-6rem))]`,
  half: `${right} md:max-w-[42rem]`,
  panel: `${right} md:max-w-[25rem]`,
  below: 'inset-x-0 bottom-0 max-h-[40dvh] border-t max-md:max-h-[60dvh]',
};

/** A step taken beside the page it concerns: from the right edge, the whole screen on a phone; or from the lower edge. */
export function Sheet({ title, subject, children, footer, width = 'wide', ...modal }: SheetProps) {
  return (
    <Modal {...modal} className={cx('w-full border-line-strong bg-surface', widths[width])}>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b pr-3 pl-4 md:pl-5">
        <Base.Title className="whitespace-nowrap font-semibold text-md">{title}</Base.Title>
        <div className="flex min-w-0 flex-1 items-center gap-3 overflow-hidden">{subject}</div>
        <span aria-hidden className="contents max-md:hidden">
          <Kbd>Esc</Kbd>
        </span>
        <Base.Close
          aria-label="Close"
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-fg-2 transition-colors hover:bg-hover hover:text-fg max-md:-mr-2 max-md:size-11"
        >
          <X aria-hidden strokeWidth={1.75} className="size-4" />
        </Base.Close>
      </div>
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
      {footer !== undefined && (
        <div className="flex min-h-14 shrink-0 items-center gap-x-3 gap-y-2 border-line-strong border-t bg-canvas px-4 py-2.5 max-md:flex-wrap max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))] md:px-5">
          {footer}
        </div>
      )}
    </Modal>
  );
}
