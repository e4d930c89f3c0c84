'use client';

import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { beside, ontoScreen } from '@/components/ui/beside';
import { nextTab } from '@/components/ui/next-tab';

/** One act of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What it opens beside. */
  readonly anchor: DOMRect;
  /** Esc, Tab, a press outside, or an act. */
  readonly onClose: () => void;
}

/** Acts on one thing, open as long as it exists. Arrows, Home, End and first letters move, Enter does. */
export function Menu({ label, items, anchor, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = menu.current;
    if (!node) return;
    Object.assign(node.style, beside(anchor));
    node.showPopover();
    ontoScreen(node);
    node.querySelector('button')?.focus();
  }, [anchor]);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const named = [...buttons.slice(at + 1), ...buttons].find(({ textContent }) =>
      letter ? textContent.toLowerCase().startsWith(letter) : false,
    );
    const to = nextTab(event.key, at, buttons.length);
    const next = to === undefined ? named : buttons[to];
    if (event.key === 'Tab') onClose();
    if (next || event.key === 'Tab') event.preventDefault();
    next?.focus();
  };
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={label}
      popover="auto"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      className="scroll-thin fixed inset-auto m-0 min-w-52 overflow-y-auto rounded-lg bg-raised p-1 text-fg text-xs shadow-overlay"
    >
      {items.map(({ key, label: words, icon: Icon, onSelect }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={onSelect}
          className="flex h-7 w-full items-center gap-2 whitespace-nowrap rounded-md px-2 text-left hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 max-md:h-11"
        >
          <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-3" />
          {words}
        </button>
      ))}
    </div>
  );
}
