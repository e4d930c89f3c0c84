'use client';

import { useMemo, useState } from 'react';
import { PromotionRun } from '@/components/replication/promotion-run';
import { RowAccount } from '@/components/replication/row-account';
import { stateLook } from '@/components/replication/state-look';
import { useBackCloses } from '@/components/rotation-fleet/use-back-closes';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { SectionHead } from '@/components/ui/section-head';
import { Sheet } from '@/components/ui/sheet';
import type { AccountSide } from '@/lib/client/replication/account-sides';
import { regionPlace } from '@/lib/domain/region-place';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { planPromotion } from '@/lib/domain/replication/promotion-plan';
import { type Readiness, readiness } from '@/lib/domain/replication/readiness';
import { cellWord } from '@/lib/domain/replication/state-word';

interface ReadinessSheetProps {
  readonly open: boolean;
  readonly sides: readonly AccountSide[];
  readonly rows: readonly MatrixRow[];
  readonly filtered: boolean;
  readonly regions: readonly string[];
  readonly reading: boolean;
  readonly onShow: (key: string, region: string) => void;
  readonly onClose: () => void;
}

// The plan beneath them has to be found, too.
const MOST_NAMED = 12;

/** Whether a region could stand alone now: in one number, with its exceptions by name, and the plan to make it so. */
export function ReadinessSheet(props: ReadinessSheetProps) {
  const { open, sides, rows, filtered, regions, reading, onShow, onClose } = props;
  const all = useMemo(() => readiness(rows, regions), [rows, regions]);
  const [chosen, setChosen] = useState(regions[0] ?? '');
  const one = all.find(({ region }) => region === chosen) ?? all[0];
  const plan = useMemo(() => planPromotion(rows, chosen), [rows, chosen]);
  const [running, setRunning] = useState(false);
  useBackCloses(onClose, running);
  return (
    <Sheet
      open={open}
      onClose={() => !running && onClose()}
      title="Readiness"
      subject={
        <span className="truncate text-fg-3">
          {filtered
            ? `the ${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'secret' : 'secrets'} of the filter`
            : 'all secrets of the matrix'}
          {reading && ', still being read'}
        </span>
      }
    >
      <div className="grid min-h-full lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="border-b lg:border-r lg:border-b-0">
          <div className="lg:sticky lg:top-0">
            <SectionHead title="Regions" note="proven to serve now" className="mt-1" />
            <ul>
              {all.map((each) => (
                <li key={each.region}>
                  <button
                    type="button"
                    aria-pressed={each.region === one?.region}
                    disabled={running}
                    onClick={() => setChosen(each.region)}
                    className={cx(
                      'flex w-full items-center gap-3 border-t px-4 py-2 text-left text-xs focus-visible:-outline-offset-2 max-md:min-h-11 md:px-5',
                      each.region === one?.region ? 'bg-accent-soft' : 'hover:bg-hover',
                    )}
                  >
                    <span className="min-w-0 flex-1 truncate">
                      <span className="font-mono">{each.region}</span>{' '}
                      <span className="text-2xs text-fg-3">{regionPlace(each.region)}</span>
                    </span>
                    <StatusText tone={each.ready === each.total ? 'ok' : 'warn'}>
                      {each.ready.toLocaleString('en')} of {each.total.toLocaleString('en')}
                    </StatusText>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </div>
        {all.length === 0 && (
          <p className="px-4 py-3 text-fg-2 text-xs md:px-5">
            No secret is replicated, so no region stands in for another.
          </p>
        )}
        {one && (
          <div className="min-w-0">
            <Exceptions
              key={`exceptions ${one.region}`}
              of={one}
              several={sides.length > 1}
              busy={running}
              onShow={onShow}
            />
            <PromotionRun
              key={`plan ${chosen}`}
              sides={sides}
              plan={plan}
              reading={reading}
              onRunning={setRunning}
            />
          </div>
        )}
      </div>
    </Sheet>
  );
}

// In an outage of the primaries' region hundreds are not compared: they read apart from those that failed.
function kindsOf(exceptions: Readiness['exceptions']): string {
  const counts = new Map<string, number>();
  for (const { cell } of exceptions) {
    const word = cellWord(cell).toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count.toLocaleString('en')} ${word}`).join(', ');
}

interface ExceptionsProps {
  readonly of: Readiness;
  /** Of several accounts. */
  readonly several: boolean;
  /** While replicas are promoted the sheet stays. */
  readonly busy: boolean;
  readonly onShow: (key: string, region: string) => void;
}

function Exceptions({ of, several, busy, onShow }: ExceptionsProps) {
  const { region, ready, total, exceptions } = of;
  const [more, setMore] = useState(false);
  const named = more ? exceptions : exceptions.slice(0, MOST_NAMED);
  return (
    <section aria-label={`Exceptions in ${region}`} className="border-b pb-3">
      <SectionHead title={region} className="mt-1" />
      <p className="px-4 text-sm md:px-5">
        <span className="font-medium">
          {ready.toLocaleString('en')} of {total.toLocaleString('en')}
        </span>{' '}
        secrets can serve this region now
        {exceptions.length === 0
          ? '.'
          : `; ${exceptions.length.toLocaleString('en')} cannot, or not provably: ${kindsOf(exceptions)}.`}
      </p>
      <ul className="mt-2 px-4 text-xs md:px-5">
        {named.map(({ row, cell }) => {
          const { tone } = stateLook(cell.state);
          const word = cellWord(cell);
          return (
            <li key={row.secret.key} className="flex items-center gap-3 border-t py-1">
              {several && <RowAccount arn={row.secret.key} />}
              <button
                type="button"
                disabled={busy}
                onClick={() => onShow(row.secret.key, region)}
                className="min-w-0 flex-1 truncate text-left underline decoration-line-strong underline-offset-2 max-md:min-h-11 [&_*]:inline"
              >
                <SecretName name={row.secret.name} />
              </button>
              <StatusText tone={tone}>{word}</StatusText>
            </li>
          );
        })}
      </ul>
      {!more && exceptions.length > MOST_NAMED && (
        <Button size="sm" variant="quiet" className="mx-3 mt-1" onClick={() => setMore(true)}>
          Name {(exceptions.length - MOST_NAMED).toLocaleString('en')} more
        </Button>
      )}
    </section>
  );
}
