import { useFirstZone } from '@/components/ui/first-zone';
import { Spinner } from '@/components/ui/spinner';
import { clock } from '@/components/ui/time-format';
import { useReader } from '@/lib/client/replication/readers';
import { arnInRegion } from '@/lib/domain/arn';
import type { MatrixRow } from '@/lib/domain/replication/cell';

interface KnownSinceProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly region: string;
  /** Regions that are being read again, and have not answered for a while. */
  readonly late: ReadonlySet<string>;
}

/** Of which side of a cell what is shown is older than it should be, since when it is known, and why. */
export function KnownSince({ scope, row, region, late }: KnownSinceProps) {
  useFirstZone();
  const [reader] = useReader(scope);
  const { key, primaryRegion } = row.secret;
  return (
    <div role="status">
      {[...new Set([primaryRegion, region])].map((one) => {
        const { seen, before, problem } = reader.readings.get(arnInRegion(key, one)) ?? {};
        const at = (seen ?? before)?.at;
        const closed = problem !== undefined || reader.closed.has(one);
        if (!at || !(late.has(one) || closed)) return null;
        return (
          <p key={one} className="flex items-baseline gap-1.5 border-t bg-warn-soft px-4 py-2 text-warn">
            {late.has(one) && <Spinner className="size-3 translate-y-0.5" />}
            <span>
              <span className="font-mono">{one}</span> as read at {clock(new Date(at), true)};{' '}
              {late.has(one) ? 'it is being read again' : nowWords(problem?.code)}.
            </span>
          </p>
        );
      })}
    </div>
  );
}

const nowWords = (code: string | undefined) =>
  code === 'access-denied' ? 'AWS refuses it now' : 'it does not answer now';
