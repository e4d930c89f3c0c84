import { Building2 } from 'lucide-react';
import { TimeText } from '@/components/ui/time-text';
import { shortId } from '@/lib/domain/short-id';
import type { Reader } from '@/lib/domain/timeline/readers-of';

/** How many readers are listed; the rest is counted. */
const MOST = 8;

/** Principals that read a secret, with how often and when last. */
export function ReaderLines({ readers, now }: { readers: readonly Reader[]; now: number }) {
  if (readers.length === 0) return null;
  return (
    <ul aria-label="Readers" className="mt-1 space-y-0.5">
      {readers.slice(0, MOST).map((reader) => (
        <Line
          key={`${reader.actor.kind} ${reader.actor.via ?? reader.actor.name}`}
          reader={reader}
          now={now}
        />
      ))}
      {readers.length > MOST && <li className="text-fg-3">and {readers.length - MOST} more</li>}
    </ul>
  );
}

function Line({ reader, now }: { reader: Reader; now: number }) {
  const { actor, reads, refused, last, foreign, askedFor } = reader;
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      {foreign && <Building2 aria-hidden className="size-3.5 text-warn-mark" />}
      <span className={foreign ? 'wrap-anywhere font-mono text-warn' : 'wrap-anywhere font-mono'}>
        {foreign ? `account ${foreign}` : (actor.via ?? actor.name)}
      </span>
      <span className="text-fg-2 tabular-nums">
        {reads} {reads === 1 ? 'read' : 'reads'}
        {refused > 0 && `, ${refused} refused`}
      </span>
      {askedFor && (
        <span className="font-mono text-2xs text-fg-3" data-tip={askedFor} data-tip-mono="">
          {askedFor.length < 32 ? askedFor : `v ${shortId(askedFor)}…`}
        </span>
      )}
      <TimeText at={last} now={now} show="ago" className="ml-auto text-fg-3" />
    </li>
  );
}
