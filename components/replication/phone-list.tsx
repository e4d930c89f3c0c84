import { memo, useEffect, useRef } from 'react';
import { useWindow } from '@/components/inventory/use-window';
import { ShortAccount } from '@/components/replication/short-account';
import { calmWords, stateLook } from '@/components/replication/state-look';
import type { Line } from '@/components/replication/use-listed-rows';
import { SecretName } from '@/components/secret/secret-name';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import { accountIn } from '@/lib/domain/account-region';
import { regionCode } from '@/lib/domain/region-code';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { needsAttention } from '@/lib/domain/replication/judge-row';
import { cellWord } from '@/lib/domain/replication/state-word';

interface PhoneListProps {
  readonly lines: readonly Line[];
  /** Of several accounts: each card says of which. */
  readonly several: boolean;
  readonly reading: boolean;
  readonly listing: string;
  readonly onOpen: (key: string, region: string | undefined) => void;
  readonly onSight: (from: number, to: number) => void;
}

const CARD = 76;

/** The matrix on a phone: a card a secret, its regions as chips, the worst first. */
export function PhoneList({ lines, several, reading, listing, onOpen, onSight }: PhoneListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useWindow(scroller, {
    count: lines.length,
    rowHeight: CARD,
    headHeight: 0,
    offset: undefined,
    kept: 0,
    listing,
  });
  const [from, to] = [seen.rows.at(0) ?? 0, seen.rows.at(-1) ?? 0];
  useEffect(() => onSight(from, to), [onSight, from, to]);
  return (
    <div ref={scroller} className="scroll-thin relative min-h-0 flex-1 overflow-y-auto bg-surface">
      <ul
        aria-label="Replication by secret"
        className="relative"
        style={{ height: lines.length * CARD, paddingTop: seen.from * CARD }}
      >
        {seen.rows.map((at) => {
          const line = lines[at];
          if (!line) return null;
          const apart = seen.isApart(at);
          const place = { height: CARD, ...(apart ? { top: at * CARD } : {}) };
          const lies = cx('w-full border-b contain-strict', apart && 'absolute left-0');
          return line.kind === 'calm' ? (
            <li
              key="calm"
              className={cx(lies, 'flex items-center bg-canvas px-4 text-2xs text-fg-3')}
              style={place}
            >
              {calmWords(reading)}, {line.count.toLocaleString('en')}
            </li>
          ) : (
            <li key={line.key} className={lies} style={place}>
              <button
                type="button"
                onClick={() => onOpen(line.key, undefined)}
                className="flex size-full flex-col justify-center gap-2 px-4 text-left focus-visible:-outline-offset-2"
              >
                <Card row={line.row} account={several ? accountIn(line.key) : undefined} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface CardProps {
  readonly row: MatrixRow;
  readonly account: string | undefined;
}

const Card = memo(function Card({ row, account }: CardProps) {
  const { worst, cells, secret } = row;
  const trouble = needsAttention(worst);
  const { word, tone } = stateLook(worst);
  return (
    <>
      <span className="flex w-full items-center gap-2">
        {account !== undefined && <ShortAccount account={account} />}
        <span className="min-w-0 flex-1 truncate text-xs [&_*]:inline">
          <SecretName name={secret.name} />
        </span>
        {trouble && (
          <span className="flex shrink-0 items-center gap-1 font-medium text-xs">
            <ToneIcon tone={tone} /> {word}
          </span>
        )}
      </span>
      <span className="flex max-w-full gap-1 overflow-hidden">
        {cells
          .filter(({ state }) => state !== 'none')
          .map((cell) => {
            const { region, state } = cell;
            const look = stateLook(state);
            return (
              <span
                key={region}
                className={cx(
                  'inline-flex h-[1.125rem] shrink-0 items-center gap-1 rounded-sm border px-1 font-mono text-2xs',
                  state === 'primary'
                    ? 'border-line-strong font-semibold text-fg'
                    : (look.block ?? 'text-fg-2'),
                )}
              >
                {look.shape && <Glyph shape={look.shape} className={look.ink} />}
                <span aria-hidden>{regionCode(region)}</span>
                {state === 'primary' && (
                  <span aria-hidden className="font-sans text-fg-3">
                    P
                  </span>
                )}
                <span className="sr-only">
                  {region}: {cellWord(cell)}.
                </span>
              </span>
            );
          })}
      </span>
    </>
  );
});
