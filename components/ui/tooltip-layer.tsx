'use client';

import { useEffect, useRef } from 'react';
import { beside } from '@/components/ui/beside';
import { inFull } from '@/components/ui/time-format';

/**
 * The one tooltip of the page. Any element with `data-tip` has one: pointing or focusing shows it after a
 * moment, Esc hides it, and the pointer may move onto it. Purely visual: what it says must also be in the
 * element's accessible name or description. A second line is quieter; `data-tip-mono` sets it in mono. A
 * `<time>` with an empty tip is told in full, in the reader's zone, which only the browser knows.
 */
export function TooltipLayer() {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = bubble.current;
    if (!node) return;
    let wait: ReturnType<typeof setTimeout>;
    let shown: Element | undefined;
    let waiting: Element | null = null;
    const hide = () => {
      clearTimeout(wait);
      shown = undefined;
      waiting = null;
      if (node.matches(':popover-open')) node.hidePopover();
    };
    const show = (target: HTMLElement) => {
      const [first = '', ...rest] = tipOf(target).split('\n');
      const lines = node.children;
      if (!target.isConnected || !first || !lines[0] || !lines[1]) return hide();
      lines[0].textContent = first;
      lines[1].textContent = rest.join('\n');
      node.classList.toggle('font-mono', target.dataset.tipMono !== undefined);
      Object.assign(node.style, beside(target.getBoundingClientRect(), 6));
      node.showPopover();
      shown = target;
      waiting = null;
    };
    const enter = (event: Event) => {
      if (!(event.target instanceof Element) || node.contains(event.target)) return;
      const target = event.target.closest<HTMLElement>('[data-tip]');
      if (target && (target === shown || target === waiting)) return;
      hide();
      if (!target || (event.type === 'focusin' && !target.matches(':focus-visible'))) return;
      waiting = target;
      wait = setTimeout(show, 300, target);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !shown) return hide();
      // The first Esc is the tooltip's; a dialog under it stays.
      event.stopPropagation();
      hide();
    };
    const touch = (event: PointerEvent) => {
      // What is dragged is not asked about.
      if (event.pointerType === 'mouse' && event.buttons === 0) enter(event);
    };
    // What comes to lie under a pointer that rests was not pointed at.
    document.addEventListener('pointermove', touch);
    document.addEventListener('focusin', enter);
    document.addEventListener('keydown', key, true);
    document.addEventListener('pointerdown', hide, true);
    document.addEventListener('scroll', hide, true);
    return () => {
      hide();
      document.removeEventListener('pointermove', touch);
      document.removeEventListener('focusin', enter);
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', hide, true);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  return (
    <div
      ref={bubble}
      popover="manual"
      aria-hidden="true"
      className="fixed inset-auto m-0 whitespace-pre-line rounded-md bg-fg px-2.5 py-1.5 text-canvas text-xs shadow-overlay"
    >
      <span />
      <span className="block text-2xs opacity-75 empty:hidden" />
    </div>
  );
}

function tipOf(target: HTMLElement): string {
  const { tip = '', tipNow } = target.dataset;
  if (tip !== '' || !(target instanceof HTMLTimeElement)) return tip;
  return inFull(new Date(target.dateTime), tipNow === undefined ? undefined : new Date(Number(tipNow)));
}
