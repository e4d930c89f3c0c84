'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { cx } from '@/components/ui/cx';

/** One of several views of the same thing. */
interface Tab<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** Beside the words, quieter. */
  readonly count?: number | undefined;
  readonly panel: ReactNode;
}

interface TabsProps<V extends string> {
  /** Names the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** `line` heads a page or pane; `segmented` is a switch inside one. */
  readonly look?: 'line' | 'segmented';
  readonly className?: string;
}

const rows = {
  line: 'flex h-9 gap-5 overflow-x-auto border-b px-4 max-md:h-11 md:px-5',
  segmented: 'inline-flex overflow-hidden rounded-md border border-line-strong',
};

const looks = {
  line: 'whitespace-nowrap border-b-2 border-transparent text-fg-2 hover:text-fg aria-selected:border-accent aria-selected:font-medium aria-selected:text-fg focus-visible:-outline-offset-2 forced-colors:border-[Canvas] forced-colors:aria-selected:border-[Highlight]',
  segmented:
    'h-6 border-line-strong border-l px-2 first:border-l-0 hover:bg-hover aria-selected:bg-accent-soft aria-selected:font-medium aria-selected:text-accent focus-visible:-outline-offset-2 forced-colors:aria-selected:underline max-md:h-11 max-md:px-3.5',
};

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where an arrow, Home or End leads from one tab, or nothing. */
export function nextTab(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? undefined : (at + step + count) % count;
}

/** Tabs with their panels; one tab stop, and arrows move and choose at once. */
export function Tabs<V extends string>({
  label,
  tabs,
  value,
  onChange,
  look = 'line',
  className,
}: TabsProps<V>) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const next = tabs[nextTab(event.key, at, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className={cx(rows[look], 'text-xs', className)}>
        {tabs.map((tab, at) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            onKeyDown={(event) => onKeyDown(event, at)}
            className={looks[look]}
          >
            {tab.label}
            {tab.count !== undefined && <span className="ml-1 font-normal text-fg-3">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className="min-w-0">
        {tabs.find((tab) => tab.value === value)?.panel}
      </div>
    </>
  );
}
