'use client';

import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { beside } from '@/components/ui/beside';
import { cx } from '@/components/ui/cx';

/** One act of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly onPick: () => void;
  readonly danger?: boolean;
  /** Why it cannot be done now: it stays in the menu and says so. */
  readonly disabledReason?: string | undefined;
}

interface MenuProps {
  /** Names button and menu. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly trigger: ReactNode;
  readonly className?: string;
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A button that opens a list of acts. Arrows, Home, End and first letters move; Esc returns to the button. */
export function Menu({ label, items, trigger, className }: MenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const close = () => {
    list.current?.hidePopover();
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry.matches(':focus'));
    const move = moves[event.key];
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const found =
      letter && [...all.slice(at + 1), ...all].find((e) => e.innerText.toLowerCase().startsWith(letter));
    if (event.key === 'Tab') close();
    else if (move) {
      event.preventDefault();
      all[move(at, all.length)]?.focus();
    } else if (found) found.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        popoverTarget={id}
        data-tip={label}
        className={cx(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-fg-2 transition-colors hover:bg-hover hover:text-fg max-md:size-11',
          className,
        )}
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && opener.current) {
            Object.assign(event.currentTarget.style, beside(opener.current.getBoundingClientRect()));
          }
        }}
        onToggle={(event) => {
          if (event.newState === 'open') entries()[0]?.focus();
        }}
        className="scroll-thin fixed inset-auto m-0 min-w-44 overflow-y-auto rounded-md bg-raised p-1 text-fg text-xs shadow-overlay"
      >
        {items.map((item) => (
          <Item key={item.label} item={item} close={close} />
        ))}
      </div>
    </>
  );
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const { label, icon: Icon, onPick, danger = false, disabledReason } = item;
  const pick = () => {
    close();
    onPick();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabledReason !== undefined || undefined}
      onClick={disabledReason === undefined ? pick : undefined}
      className={cx(
        'flex min-h-[1.625rem] w-full items-center gap-2 rounded-sm px-2 py-1 text-left hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 max-md:min-h-11',
        disabledReason !== undefined && 'text-fg-3',
        danger && disabledReason === undefined && 'text-fail',
      )}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />}
      <span>
        {label}
        {disabledReason !== undefined && <span className="block text-2xs">{disabledReason}</span>}
      </span>
    </button>
  );
}
