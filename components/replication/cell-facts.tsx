import type { ReactNode } from 'react';
import { BehindSince, behindBy } from '@/components/replication/behind-since';
import { KeyFact } from '@/components/secret/key-fact';
import { useFirstZone } from '@/components/ui/first-zone';
import { clock, span } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { useReader } from '@/lib/client/replication/readers';
import { lagOf, type SessionLag } from '@/lib/client/replication/session-lag';
import { arnInRegion } from '@/lib/domain/arn';
import type { Cell, MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';

interface CellFactsProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly cell: Cell;
  /** AWS's clock, epoch milliseconds. */
  readonly now: number;
  /** More facts, as terms and descriptions. */
  readonly children?: ReactNode;
}

/** What is known of one region's copy beside its labels: key and whether it works there, last read, lag. */
export function CellFacts({ scope, row, cell, now, children }: CellFactsProps) {
  useFirstZone();
  const [reader] = useReader(scope);
  const { secret, primary } = row;
  const { region } = cell;
  const copy = reader.readings.get(arnInRegion(secret.key, region));
  const listed = secret.members.find((member) => member.region === region)?.row;
  const isPrimary = region === secret.primaryRegion;
  const known = copy?.seen ?? cell.report ?? listed;
  const key = copy?.seen?.kmsKeyId ?? cell.report?.kmsKeyId ?? listed?.kmsKeyId;
  const lastRead = cell.report?.lastAccessed ?? copy?.seen?.lastAccessed ?? listed?.lastAccessed;
  const lag = lagOf(secret.key, region);
  const behind = behindBy(cell);
  // Nothing is there, and nothing is asked for yet.
  const empty = cell.state === 'none' || (cell.state === 'missing' && !cell.report);
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
      {behind && (
        <Fact term="Behind since">
          <BehindSince scope={scope} arn={secret.key} label={behind} now={now} />
        </Fact>
      )}
      {!empty && (
        <Fact term="KMS key there">
          {known ? (
            <span className="flex flex-wrap items-center gap-x-1.5 max-md:[&_button]:-my-3">
              <KeyFact scope={scope} region={region} named={key} now={now} />
            </span>
          ) : (
            <span className="text-fg-3">not known: neither side could be read</span>
          )}
        </Fact>
      )}
      {!empty && (
        <Fact term="Last read there">
          {lastRead ? <TimeText at={lastRead} now={now} show="day" /> : 'no read known'}
        </Fact>
      )}
      {!isPrimary && isSeen(primary) && primary.changed && (
        <Fact term="Primary changed">
          <TimeText at={primary.changed} now={now} />
        </Fact>
      )}
      {!isPrimary && cell.report && (
        <Fact term="Lag">{lag ? lagWords(lag, now) : 'no change was seen in this session'}</Fact>
      )}
      <Fact term="Read">
        {copy?.seen
          ? `${clock(new Date(copy.seen.at), true)} in ${region}`
          : cell.source === 'listed'
            ? 'from the listing, up to five minutes old'
            : 'not read there'}
      </Fact>
      {children}
    </dl>
  );
}

function lagWords({ since, matched, changed }: SessionLag, now: number): string {
  if (matched === undefined)
    return `not seen to match yet, watched for ${unbroken(Math.max(0, now - since))}`;
  if (changed === undefined || matched < changed)
    return `seen to match at ${clock(new Date(matched), true)}, in this session`;
  return `seen to match ${unbroken(matched - changed)} after the primary’s last change, in this session`;
}

// A figure stays with its unit.
const unbroken = (time: number) => span(time).replaceAll(' ', '\u00a0');

/** One fact of a list. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-fg-3">{term}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </>
  );
}
