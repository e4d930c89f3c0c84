import {
  CircleArrowUp,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePlus,
  Lock,
  OctagonX,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { zonedStamp } from '@/components/ui/time-format';
import { TimeText } from '@/components/ui/time-text';
import { useAttempts } from '@/lib/client/replication/use-attempts';
import { useShownText } from '@/lib/client/screen-share';
import type { Attempt } from '@/lib/domain/replication/attempts';
import type { Cell, MatrixRow } from '@/lib/domain/replication/cell';
import type { Searched } from '@/lib/domain/timeline/searched';

interface AttemptsProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly cell: Cell;
  /** AWS's clock, epoch milliseconds. */
  readonly now: number;
}

// Where something is wrong its past is wanted; elsewhere CloudTrail, which is slow for everybody, is asked on demand.
const WANTED = new Set<Cell['state']>(['failed', 'behind', 'in-progress', 'missing']);
const MOST = 8;

/** What was asked for in this region and what came of it, as far as CloudTrail and this page know. */
export function Attempts({ scope, row, cell, now }: AttemptsProps) {
  const [asked, setAsked] = useState(false);
  const [all, setAll] = useState(false);
  const { key, primaryRegion, name } = row.secret;
  const shown = useShownText(name);
  const wanted = asked || WANTED.has(cell.state);
  const { attempts, searched, asking, failed } = useAttempts(scope, key, cell.region, wanted);
  const listed = all ? attempts : attempts.slice(0, MOST);
  return (
    <section aria-label="Attempts">
      <h3 className="mb-1.5 text-fg-2">Attempts</h3>
      <ul className="space-y-1">
        {listed.map((attempt) => (
          <Line key={attempt.id} attempt={attempt} now={now} shown={shown} />
        ))}
      </ul>
      {attempts.length > MOST && !all && (
        <Button size="sm" variant="quiet" className="-ml-2 mt-1" onClick={() => setAll(true)}>
          Show {(attempts.length - MOST).toLocaleString('en')} earlier
        </Button>
      )}
      {!wanted && (
        <Button size="sm" className="mt-1" onClick={() => setAsked(true)}>
          Ask CloudTrail
        </Button>
      )}
      {wanted && (
        <p className={cx('text-2xs text-fg-3', attempts.length > 0 && 'mt-1.5')} role="status">
          {reachWords({ searched, asking, failed, found: attempts.length > 0, primaryRegion, now })}
        </p>
      )}
    </section>
  );
}

const looks = {
  failed: ['Replication failed', OctagonX, 'text-fail-mark'],
  refused: ['AWS refused', Lock, 'text-warn-mark'],
  succeeded: ['Replication succeeded', CircleCheck, 'text-ok-mark'],
  started: ['AWS began to copy', CircleDashed, 'text-progress-mark'],
  asked: ['Replication asked for', CirclePlus, 'text-fg-3'],
  removed: ['Replica removed', CircleMinus, 'text-fg-3'],
  promoted: ['Promoted', CircleArrowUp, 'text-fg-3'],
} as const;

interface LineProps {
  readonly attempt: Attempt;
  readonly now: number;
  readonly shown: (text: string) => string;
}

function Line({ attempt, now, shown }: LineProps) {
  const { at, what, by, message, untold, undelivered } = attempt;
  const [words, Icon, ink] = looks[what];
  return (
    <li className="grid grid-cols-[auto_auto_minmax(0,1fr)] items-baseline gap-x-2">
      <span className="text-fg-2">
        <TimeText at={at} now={now} />
      </span>
      <Icon aria-hidden strokeWidth={1.75} className={cx('size-3.5 translate-y-0.5', ink)} />
      <span className="wrap-anywhere">
        {words}
        {by && (what === 'refused' ? ` what ${by} asked for` : ` by ${by}`)}
        {untold && <span className="text-fg-3">, in a region CloudTrail does not tell</span>}
        {undelivered && <span className="text-fg-3">; CloudTrail has not delivered this yet</span>}
        {message && <span className="block font-mono text-2xs text-fg-3">{shown(message)}</span>}
      </span>
    </li>
  );
}

interface Reach {
  readonly searched: Searched;
  readonly asking: boolean;
  readonly failed: boolean;
  readonly found: boolean;
  readonly primaryRegion: string;
  readonly now: number;
}

function reachWords({ searched, asking, failed, found, primaryRegion, now }: Reach): string {
  const { streams, stopped } = searched;
  if (asking) return `Asking CloudTrail in ${primaryRegion}`;
  if (stopped === 'denied')
    return `CloudTrail may not be read in ${primaryRegion}: cloudtrail:LookupEvents is missing`;
  if (failed || stopped) return `CloudTrail in ${primaryRegion} was not read to its end; there may be more.`;
  // As far back as every name was read: before that, some may be missing.
  const from = streams
    .filter(({ complete }) => !complete)
    .reduce((latest, stream) => (stream.from > latest ? stream.from : latest), '');
  const back = from ? `back to ${zonedStamp(new Date(from), new Date(now))}` : 'over 90 days';
  return `${found ? 'By' : 'None in'} CloudTrail in ${primaryRegion}, ${back}; it delivers some minutes late.`;
}
