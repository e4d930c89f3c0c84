import type { KeyboardEvent } from 'react';
import { GroupCard } from '@/components/rotation-fleet/group-card';
import type { Whose } from '@/components/rotation-fleet/use-triage';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { placedId } from '@/lib/domain/rotation-fleet/placed-group';

interface GroupListProps {
  readonly groups: readonly FleetGroup[];
  readonly chosen: FleetGroup | undefined;
  readonly now: number;
  readonly whose: Whose;
  readonly onOpen: (group: FleetGroup) => void;
  readonly label?: string;
}

/** The groups, those that concern most first. Up and Down go from one to the next. */
export function GroupList({ groups, chosen, now, whose, onOpen, label = 'Groups' }: GroupListProps) {
  return (
    <ul aria-label={label} onKeyDown={walk}>
      {groups.map((group) => (
        <li key={placedId(group)}>
          <GroupCard {...{ group, now, whose }} current={group === chosen} onOpen={() => onOpen(group)} />
        </li>
      ))}
    </ul>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
