'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId } from 'react';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

const themes = [
  { value: 'system', label: 'System', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

/** The choice of theme, as three radio buttons in one bar. */
export function ThemeChoice({ theme, onTheme }: { theme: Theme; onTheme: (theme: Theme) => void }) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-2xs text-fg-3">Theme</legend>
      <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line-strong">
        {themes.map(({ value, label, Icon }) => (
          <label
            key={value}
            className="flex h-7 items-center justify-center gap-1.5 border-line-strong border-l px-2 text-fg-2 transition-colors first:border-l-0 hover:bg-hover has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2 max-md:h-11 forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={theme === value}
              onChange={() => onTheme(value)}
              className="sr-only"
            />
            <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
