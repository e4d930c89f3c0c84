import { counted } from '@/components/rotation-fleet/group-words';
import { leftOutWords } from '@/components/rotation-fleet/mend-words';
import type { NotMended } from '@/lib/domain/rotation-fleet/why-not-mended';

/** The secrets of a group to which nothing is done, counted by why. */
export function LeftOut({ leftOut }: { leftOut: ReadonlyMap<NotMended, number> }) {
  if (leftOut.size === 0) return null;
  return (
    <ul aria-label="Left out" className="list-inside list-disc text-fg-2">
      {[...leftOut].map(([why, count]) => (
        <li key={why}>
          {counted(count, 'secret')} left out: {leftOutWords(why)}.
        </li>
      ))}
    </ul>
  );
}
