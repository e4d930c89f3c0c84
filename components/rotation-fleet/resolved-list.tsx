import { counted } from '@/components/rotation-fleet/group-words';
import { ToneIcon } from '@/components/ui/badge';
import { TimeText } from '@/components/ui/time-text';
import type { ResolvedIn } from '@/lib/client/rotation-fleet/merge-readings';
import { accountNumber } from '@/lib/domain/account-number';

interface ResolvedListProps {
  readonly resolved: readonly ResolvedIn[];
  readonly now: number;
}

/** What failed and then succeeded. */
export function ResolvedList({ resolved, now }: ResolvedListProps) {
  if (resolved.length === 0) return null;
  return (
    <section aria-label="Resolved">
      <h2 className="flex h-9 items-center border-b bg-canvas px-4 text-fg-2 text-xs">
        Resolved, last 7 days: failed, then succeeded
      </h2>
      <ul>
        {resolved.map(({ id, step, functionName, secrets, at, askedBy, account }) => (
          <li key={id} className="flex gap-2 border-b px-4 py-2 text-xs">
            <span className="pt-0.5">
              <ToneIcon tone="ok" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                Failed in {step ?? 'a step not told'}
                {functionName && `, ${functionName}`}
              </span>
              <span className="block text-2xs text-fg-2">
                {account && <span className="font-mono">{accountNumber(account)}, </span>}
                <TimeText at={at} now={now} zoned />
                {askedBy && `, last asked for by ${askedBy}`}
              </span>
            </span>
            <span className="text-2xs text-fg-2">{counted(secrets, 'secret')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
