'use client';

import { showShortcuts } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { useSingleKeys } from '@/lib/client/shortcut';

/** The switch that turns single keys off for those whose input would press them by accident, and what they do. */
export function KeysChoice() {
  const [on, choose] = useSingleKeys();
  return (
    <section aria-label="Keys" className="flex items-center justify-between gap-2">
      <Checkbox
        label="Single-key shortcuts"
        checked={on}
        onChange={(event) => choose(event.target.checked)}
      />
      <Button
        variant="quiet"
        size="sm"
        kbd="?"
        className="max-md:hidden"
        onClick={({ currentTarget }) => {
          currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
          showShortcuts();
        }}
      >
        Show all
      </Button>
    </section>
  );
}
