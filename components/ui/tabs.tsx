'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { nextTab } from '@/components/ui/next-tab';

interface Tab<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface TabsProps<T extends string> {
  /** Names the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
  readonly panelClass?: string;
}

/** Views of one thing, one at a time: arrows move and choose, Tab goes on into the view. */
export function Tabs<T extends string>({ label, tabs, value, onChange, children, panelClass }: TabsProps<T>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const shown = useRef('');
  // A row that is wider than its place shows the chosen tab, also when counts have made the others longer.
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-selected=true]');
    const now = `${value} ${row.current?.scrollWidth}`;
    if (!tab || !row.current || shown.current === now) return;
    shown.current = now;
    row.current.scrollLeft = tab.offsetLeft + tab.offsetWidth - row.current.clientWidth + 48;
  });
  const at = tabs.findIndex((tab) => tab.value === value);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextTab(event.key, at, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus();
    onChange(tab.value);
  };
  return (
    <>
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="relative flex shrink-0 gap-5 [scrollbar-width:none] max-md:gap-4 overflow-x-auto border-b bg-surface px-4 text-xs md:px-5"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={cx(
              '-mb-px h-9 whitespace-nowrap border-b-2 focus-visible:-outline-offset-2 max-md:h-11',
              tab.value === value
                ? 'border-accent font-medium text-fg'
                : 'border-transparent text-fg-2 hover:text-fg',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={panelClass}>
        {children}
      </div>
    </>
  );
}
