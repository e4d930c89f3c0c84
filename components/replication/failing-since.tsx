import { TimeText } from '@/components/ui/time-text';
import { useAttempts } from '@/lib/client/replication/use-attempts';
import { failingSince } from '@/lib/domain/replication/attempts';
import type { MatrixRow } from '@/lib/domain/replication/cell';

interface FailingSinceProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly region: string;
  /** AWS's clock, epoch milliseconds. */
  readonly now: number;
}

/** Since when AWS has reported nothing but failures of a replica, as CloudTrail tells; nothing where it does not. */
export function FailingSince({ scope, row, region, now }: FailingSinceProps) {
  const since = failingSince(useAttempts(scope, row.secret.key, region, true).attempts);
  return (
    since && (
      <span className="text-fg-2">
        since <TimeText at={since} now={now} />
      </span>
    )
  );
}
