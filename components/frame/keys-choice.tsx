'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Kbd } from '@/components/ui/kbd';
import { useSingleKeys } from '@/lib/client/shortcut';

const keys = [
  ['/', 'filter'],
  ['J', 'next row'],
  ['K', 'row before'],
  ['↵', 'open'],
  ['R', 'read again'],
  ['B', 'roll back'],
  ['Z', 'undo the last move'],
] as const;

/** The single keys, and the switch that turns them off for those whose input would press them by accident. */
export function KeysChoice() {
  const [on, choose] = useSingleKeys();
  return (
    <section aria-label="Keys">
      <Checkbox
        label="Single-key shortcuts"
        checked={on}
        onChange={(event) => choose(event.target.checked)}
      />
      {on && (
        <ul className="mt-1 grid grid-cols-2 gap-x-4 gap-y-1 text-2xs text-fg-2 max-md:hidden">
          {keys.map(([key, does]) => (
            <li key={key} className="flex items-center gap-2">
              <Kbd>{key}</Kbd>
              {does}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
