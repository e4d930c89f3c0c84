import { BellOff, BellRing, Ellipsis, FileText } from 'lucide-react';
import { useState } from 'react';
import { GroupActs, type useMends } from '@/components/rotation-fleet/group-acts';
import { mendWords } from '@/components/rotation-fleet/mend-words';
import { SNOOZES } from '@/components/rotation-fleet/snooze-button';
import { Button } from '@/components/ui/button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { useReadOnly } from '@/lib/client/read-only';
import type { Mend } from '@/lib/domain/rotation-fleet/mend-of';

interface GroupBarProps {
  readonly mends: ReturnType<typeof useMends>;
  readonly onMend: (mend: Mend) => void;
  readonly onNote: () => void;
  /** Absent where there is nothing to put aside. */
  readonly onSnooze: ((forMs: number) => void) | undefined;
  /** Absent where it is not put aside. */
  readonly onWake: (() => void) | undefined;
}

/** What can be done to a group on a phone: the first two under the thumb, the rest in a menu. */
export function GroupBar({ mends, onMend, onNote, onSnooze, onWake }: GroupBarProps) {
  const [anchor, setAnchor] = useState<DOMRect>();
  const readOnly = useReadOnly();
  const items: MenuItem[] = [
    ...(readOnly ? [] : mends.slice(2).filter(({ refusal }) => !refusal)).map((mend) => {
      const { title, icon } = mendWords(mend.kind);
      return { key: mend.kind, label: title, icon, onSelect: () => onMend(mend) };
    }),
    { key: 'note', label: 'Hand-over note', icon: FileText, onSelect: onNote },
    ...(onWake ? [{ key: 'wake', label: 'Wake', icon: BellRing, onSelect: onWake }] : []),
    ...(onSnooze && !onWake ? SNOOZES : []).map(([label, forMs]) => ({
      ...{ key: label, label: `Snooze for ${label}`, icon: BellOff },
      onSelect: () => onSnooze?.(forMs),
    })),
  ];
  return (
    <div className="sticky bottom-0 flex gap-2 border-line-strong border-t bg-canvas px-3 py-2 *:min-w-0 *:flex-auto *:whitespace-normal *:px-2! *:leading-4">
      <GroupActs mends={mends.slice(0, 2)} onMend={onMend} />
      <Button
        icon={Ellipsis}
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        className="max-w-11"
        onClick={({ currentTarget }) => setAnchor(currentTarget.getBoundingClientRect())}
      />
      {anchor && (
        <Menu
          label="More of this group"
          anchor={anchor}
          onClose={() => setAnchor(undefined)}
          items={items.map((item) => ({
            ...item,
            onSelect: () => {
              setAnchor(undefined);
              item.onSelect();
            },
          }))}
        />
      )}
    </div>
  );
}
