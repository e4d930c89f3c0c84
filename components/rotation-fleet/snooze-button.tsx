import { BellOff, BellRing } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';

const HOUR_MS = 3_600_000;
/** For how long a group is put aside. */
export const SNOOZES = [
  ['1 hour', HOUR_MS],
  ['4 hours', 4 * HOUR_MS],
  ['24 hours', 24 * HOUR_MS],
] as const;

interface SnoozeButtonProps {
  readonly asleep: boolean;
  readonly onSnooze: (forMs: number) => void;
  readonly onWake: () => void;
}

/** Puts a group aside for a while, on this browser, or brings it back. */
export function SnoozeButton({ asleep, onSnooze, onWake }: SnoozeButtonProps) {
  const [anchor, setAnchor] = useState<DOMRect>();
  if (asleep) {
    return (
      <Button icon={BellRing} onClick={onWake}>
        Wake
      </Button>
    );
  }
  return (
    <>
      <Button
        icon={BellOff}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget.getBoundingClientRect())}
      >
        Snooze
      </Button>
      {anchor && (
        <Menu
          label="Snooze on this browser"
          anchor={anchor}
          onClose={() => setAnchor(undefined)}
          items={SNOOZES.map(([label, forMs]) => ({
            ...{ key: label, label, icon: BellOff },
            onSelect: () => {
              setAnchor(undefined);
              onSnooze(forMs);
            },
          }))}
        />
      )}
    </>
  );
}
