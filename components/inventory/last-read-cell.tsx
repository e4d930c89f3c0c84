import { TimeText } from '@/components/ui/time-text';
import type { FoldedSecret } from '@/lib/domain/fold';
import { lastRead } from '@/lib/domain/last-read';

interface LastReadCellProps {
  readonly secret: FoldedSecret;
  readonly unread: readonly string[];
  readonly now: number;
}

/** The latest day any copy was read; where a copy may be in a region that was not read, that it is not known. */
export function LastReadCell({ secret, unread, now }: LastReadCellProps) {
  const read = lastRead(secret, unread, new Date(now).toISOString().slice(0, 10));
  if (read.kind === 'day') return <TimeText at={read.day} now={now} show="day" />;
  if (read.kind === 'never') return <span className="text-fg-3">never</span>;
  const why = read.known
    ? `${read.known} or later: a region that may hold a replica was not read`
    : 'A region that may hold a replica was not read';
  return (
    <span data-tip={why} className="text-fg-3">
      unknown
      <span className="sr-only">, {why}</span>
    </span>
  );
}
