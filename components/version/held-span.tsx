import { useFirstZone } from '@/components/ui/first-zone';
import { span, stamp } from '@/components/ui/time-format';
import type { Held } from '@/lib/domain/timeline/held-current';

/** How long a version has held AWSCURRENT; what is inferred says so. */
export function HeldSpan({ held, now }: { held: Held | undefined; now: number }) {
  useFirstZone();
  if (!held) return <span className="text-fg-3">not known</span>;
  const { total, times, since, how } = held;
  const often = times > 2 ? `, ${times} times` : times === 2 ? ', twice' : '';
  return (
    <span data-tip={tips[how]}>
      {words[how] !== '' && <span className="text-fg-3">{words[how]} </span>}
      {span(total)}
      {often}
      {since !== undefined && (
        <span className="text-fg-3"> since {stamp(new Date(since), new Date(now))}</span>
      )}
    </span>
  );
}

const words: Record<Held['how'], string> = { sure: '', least: 'at least', about: 'about' };

const tips: Record<Held['how'], string | undefined> = {
  sure: undefined,
  least: 'Proven so far; CloudTrail does not tell all of it',
  about: 'Inferred: CloudTrail does not tell all of it',
};
