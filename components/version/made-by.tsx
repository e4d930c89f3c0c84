import { FunctionSquare, KeyRound, type LucideIcon, Settings2, User } from 'lucide-react';
import type { Actor, SecretEvent } from '@/lib/domain/timeline/secret-event';
import { actorName } from '@/lib/domain/timeline/words';

const icons: Partial<Record<Actor['kind'], LucideIcon>> = {
  person: User,
  root: User,
  function: FunctionSquare,
  service: Settings2,
};

/** Who made a version and with what tool, as CloudTrail tells; the reason too, if it was given in Keyturn. */
export function MadeBy({ event, pending }: { event: SecretEvent | undefined; pending: boolean }) {
  if (!event) {
    return (
      <span
        className="text-fg-3"
        data-tip={pending ? undefined : 'CloudTrail was not read back to its creation'}
      >
        {pending ? 'reading' : 'not known'}
      </span>
    );
  }
  const { actor, tool } = event;
  const Icon = icons[actor.kind] ?? KeyRound;
  const via = actor.via === undefined ? '' : `\nthrough ${actor.via}`;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-3" />
      <span className="min-w-0 truncate" data-tip={`${actor.arn ?? actorName(actor)}${via}`}>
        {actorName(actor)}
      </span>
      <span className="min-w-0 truncate text-fg-3">
        {tool.kind === 'unknown' || tool.kind === 'service' ? '' : tool.name}
        {tool.reason && <span className="font-mono"> {tool.reason}</span>}
      </span>
    </span>
  );
}
