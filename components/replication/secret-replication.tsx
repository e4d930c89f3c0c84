'use client';

import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import { Attempts } from '@/components/replication/attempts';
import { CellActs } from '@/components/replication/cell-acts';
import { CellFacts } from '@/components/replication/cell-facts';
import { cellWords } from '@/components/replication/cell-words';
import { RollbackEffect } from '@/components/replication/rollback-effect';
import { stateLook } from '@/components/replication/state-look';
import { useSecretRow } from '@/components/replication/use-secret-row';
import { VersionSides } from '@/components/replication/version-sides';
import { StatusBadge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';
import { TimeText } from '@/components/ui/time-text';
import { awsNow } from '@/lib/client/aws-time';
import { replicationPath } from '@/lib/client/paths';
import { noteLags } from '@/lib/client/replication/session-lag';
import { useShownText } from '@/lib/client/screen-share';
import type { SecretReading } from '@/lib/contract/answers';
import { arnInRegion } from '@/lib/domain/arn';
import { isSeen } from '@/lib/domain/replication/judge-cell';
import type { ActKind } from '@/lib/domain/replication/plan-act';
import { cellWord } from '@/lib/domain/replication/state-word';
import { isReplica } from '@/lib/domain/secret';

// Opened later, loaded later.
const ActSheet = dynamic(async () => (await import('@/components/replication/act-sheet')).ActSheet);

interface SecretReplicationProps {
  readonly scope: string;
  readonly reading: SecretReading;
  /** AWS's clock, epoch milliseconds. */
  readonly now: number;
}

/** One secret's replication: what each region serves against the primary, what can be done, and what a roll back does. */
export function SecretReplication({ scope, reading, now }: SecretReplicationProps) {
  const { row, regions, copies } = useSecretRow(scope, reading);
  const shownText = useShownText(reading.name);
  const [open, setOpen] = useState<string>();
  const [act, setAct] = useState<{ kind: ActKind; region: string | undefined; count: number }>();
  const [acting, setActing] = useState(false);
  useEffect(() => noteLags(row ? [row] : [], awsNow()), [row]);
  const { secret } = reading;
  const places = useMemo(() => row?.cells.filter(({ state }) => state !== 'none') ?? [], [row]);
  if (!secret || !row) {
    return (
      <p className="px-4 py-3 text-fg-2 text-xs md:px-5">
        DescribeSecret was not answered, so nothing is known of this secret’s regions.
      </p>
    );
  }
  const replica = isReplica(secret);
  const primaryRegion = row.secret.primaryRegion;
  // What needs somebody is what they came for.
  const here = replica ? reading.region : places.find(({ state }) => state === row.worst)?.region;
  const shown = row.cells.find(({ region }) => region === (open ?? here ?? primaryRegion));
  const onAct = (kind: ActKind, region: string | undefined) => {
    setAct({ kind, region, count: (act?.count ?? 0) + 1 });
    setActing(true);
  };
  return (
    <div className="text-xs">
      <div className="grid lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="min-w-0 lg:border-r">
          <table className="w-full" aria-label="Regions of this secret">
            <thead className="bg-canvas text-left text-2xs text-fg-3">
              <tr>
                <th scope="col" className="px-4 py-1.5 font-medium md:px-5">
                  Region
                </th>
                <th scope="col" className="py-1.5 font-medium">
                  State
                </th>
                <th scope="col" className="py-1.5 font-medium max-md:hidden">
                  Last read there
                </th>
              </tr>
            </thead>
            <tbody>
              {places.map((cell) => {
                const { tone } = stateLook(cell.state);
                const word = cellWord(cell);
                const day = cell.report?.lastAccessed ?? copies.get(cell.region)?.lastAccessed;
                return (
                  <tr key={cell.region} className={cx('border-t', cell === shown && 'bg-accent-soft')}>
                    <th scope="row" className="px-4 py-1.5 text-left font-normal md:px-5">
                      <button
                        type="button"
                        aria-pressed={cell === shown}
                        onClick={() => setOpen(cell.region)}
                        className="font-mono underline decoration-line-strong underline-offset-2 max-md:min-h-11"
                      >
                        {cell.region}
                      </button>
                    </th>
                    <td className="py-1.5">
                      <StatusBadge tone={tone}>{word}</StatusBadge>
                    </td>
                    <td className="py-1.5 text-fg-2 max-md:hidden">
                      {day ? <TimeText at={day} now={now} show="day" /> : 'no read known'}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {places.length <= 1 && !replica && (
            <p className="px-4 py-3 text-fg-2 md:px-5">This secret is in {primaryRegion} alone.</p>
          )}
          <RollbackEffect reading={reading} row={row} />
          {(places.length > 1 || replica) && (
            <p className="px-4 py-3 md:px-5">
              <PageLink
                href={replicationPath(scope, arnInRegion(row.secret.key, shown?.region ?? primaryRegion))}
                className="text-accent underline underline-offset-2"
              >
                Open in the matrix
              </PageLink>
            </p>
          )}
        </div>
        {shown && (
          <section aria-label={`${shown.region} in detail`} className="flex min-w-0 flex-col">
            <div className="space-y-3 px-4 py-3">
              <h2 className="font-mono text-sm">{shown.region}</h2>
              {shown.report?.message && shown.state === 'failed' && (
                <p className="wrap-anywhere rounded-md border bg-canvas px-2.5 py-1.5 font-mono text-2xs">
                  {shownText(shown.report.message)}
                </p>
              )}
              <p>{cellWords(shown, primaryRegion).means}</p>
              <p className="text-fg-2">{cellWords(shown, primaryRegion).next}</p>
              {shown.region !== primaryRegion && (
                <VersionSides
                  region={shown.region}
                  primary={isSeen(row.primary) ? row.primary.holders : undefined}
                  there={(shown.other ?? copies.get(shown.region))?.holders}
                  apart={shown.twin}
                />
              )}
              <CellFacts scope={scope} row={row} cell={shown} now={now} />
              {shown.region !== primaryRegion && (
                <Attempts key={shown.region} scope={scope} row={row} cell={shown} now={now} />
              )}
            </div>
            <div className="mt-auto">
              <CellActs scope={scope} row={row} region={shown.region} onAct={onAct} />
            </div>
          </section>
        )}
      </div>
      {act && (
        <ActSheet
          key={act.count}
          open={acting}
          scope={scope}
          kind={act.kind}
          row={row}
          region={act.region}
          regions={regions}
          onClose={() => setActing(false)}
        />
      )}
    </div>
  );
}
