import { Diff, Equal, type LucideIcon, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { headRowLook } from '@/components/ui/table';
import { MaskedValue } from '@/components/value/masked-value';
import { ShortVersion } from '@/components/version/short-version';
import { shortId } from '@/lib/domain/short-id';
import type { ComparedKey, Comparison, KeyState, WholeReason } from '@/lib/domain/value/compare';

/** One of the two versions, as chosen. */
export interface Side {
  readonly arn: string;
  readonly versionId: string;
  /** What it is beside its id: labels, region, another secret's name. */
  readonly note: string;
}

interface CompareTableProps {
  readonly scope: string;
  readonly left: Side;
  readonly right: Side;
  readonly comparison: Comparison;
}

const signs: Record<KeyState, { icon: LucideIcon; word: string }> = {
  changed: { icon: Diff, word: 'changed' },
  added: { icon: Plus, word: 'added' },
  removed: { icon: Minus, word: 'removed' },
  same: { icon: Equal, word: 'same' },
};

/** How two values differ, key by key, each value masked until somebody asks for it. */
export function CompareTable({ scope, left, right, comparison }: CompareTableProps) {
  const [only, setOnly] = useState(false);
  const rows = rowsOf(comparison);
  const differing = rows.filter(({ state }) => state !== 'same');
  return (
    <section aria-label="Comparison">
      <div className="flex min-h-9 flex-wrap items-center gap-2 px-4 py-1 md:px-5">
        <p role="status" className="text-fg-2">
          {comparison.kind === 'keys'
            ? `${differing.length} of ${rows.length} ${rows.length === 1 ? 'key differs' : 'keys differ'}`
            : wholeWords(comparison)}
        </p>
        {differing.length > 0 && differing.length < rows.length && (
          <Button size="sm" aria-pressed={only} onClick={() => setOnly(!only)} className="ml-auto">
            Only differences
          </Button>
        )}
      </div>
      <table className="w-full table-fixed border-collapse border-t max-md:block">
        <thead className="max-md:sr-only">
          <tr className={headRowLook}>
            <th scope="col" className="w-24 pl-4 font-normal max-md:w-20 md:pl-5">
              Change
            </th>
            <th scope="col" className="w-[22%] font-normal">
              Key
            </th>
            <SideHead side={left} others={[right.versionId]} />
            <SideHead side={right} others={[left.versionId]} />
          </tr>
        </thead>
        <tbody className="max-md:block">
          {(only ? differing : rows).map((row) => (
            <Row key={row.key ?? 'whole'} {...{ scope, left, right }} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CompareRow {
  /** Null: the whole value. */
  readonly key: string | null;
  readonly state: KeyState;
}

function rowsOf(comparison: Comparison): readonly CompareRow[] {
  if (comparison.kind === 'keys') return comparison.keys satisfies readonly ComparedKey[];
  return [{ key: null, state: comparison.same ? 'same' : 'changed' }];
}

const reasons: Record<WholeReason, string> = {
  'not-an-object':
    'at least one is no JSON object with keys that occur once, so the texts are compared as a whole',
  binary: 'both are binary, compared byte by byte',
  'text-and-binary': 'one is text, the other binary',
};

const wholeWords = ({ same, because }: Extract<Comparison, { kind: 'whole' }>) =>
  `${same ? 'The same' : 'Different'}: ${reasons[because]}`;

function SideHead({ side, others }: { side: Side; others: readonly string[] }) {
  return (
    <th scope="col" className="border-l px-2.5 py-1 font-normal">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <ShortVersion id={side.versionId} others={others} className="text-fg text-xs" />
        <span className="truncate">{side.note}</span>
      </span>
    </th>
  );
}

function Row({
  scope,
  left,
  right,
  row,
}: Pick<CompareTableProps, 'scope' | 'left' | 'right'> & { row: CompareRow }) {
  const { key, state } = row;
  const { icon: Icon, word } = signs[state];
  const differs = state !== 'same';
  return (
    <tr className="border-b align-top max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:px-4 max-md:py-2">
      <th scope="row" className="py-1.5 text-left font-normal max-md:py-0 md:pl-5">
        <span className={cx('flex min-h-6 items-center gap-1.5', differs ? 'font-medium' : 'text-fg-3')}>
          <Icon aria-hidden className={cx('size-3', differs && 'text-accent')} />
          {word}
        </span>
      </th>
      <td className={cx('wrap-anywhere py-2.5 pr-2 font-mono max-md:py-0', !differs && 'text-fg-2')}>
        {key ?? <span className="font-sans">whole value</span>}
      </td>
      <Cell
        scope={scope}
        side={left}
        there={state !== 'added'}
        differs={differs}
        of={key}
        others={[right.versionId]}
      />
      <Cell
        scope={scope}
        side={right}
        there={state !== 'removed'}
        differs={differs}
        of={key}
        others={[left.versionId]}
      />
    </tr>
  );
}

interface CellProps {
  readonly scope: string;
  readonly side: Side;
  readonly there: boolean;
  readonly differs: boolean;
  readonly of: string | null;
  readonly others: readonly string[];
}

function Cell({ scope, side, there, differs, of, others }: CellProps) {
  const { arn, versionId } = side;
  if (!there) {
    return (
      <td className="hatch border-l px-2.5 py-2.5 text-fg-3 max-md:mt-1 max-md:w-full max-md:border-l-0">
        <Which versionId={versionId} others={others} />
        not in this version
      </td>
    );
  }
  return (
    <td
      className={cx(
        'border-l px-2.5 py-1.5 max-md:mt-1 max-md:flex max-md:w-full max-md:items-center max-md:border-l-0',
        differs && 'bg-accent-soft',
      )}
    >
      <Which versionId={versionId} others={others} />
      <MaskedValue
        className="flex-1"
        scope={scope}
        part={{ arn, versionId, part: of === null ? { kind: 'whole' } : { kind: 'key', key: of } }}
        name={`${of ?? 'the whole value'} of v ${shortId(versionId, others)}`}
      />
    </td>
  );
}

// On a phone the two sides stand below each other, without the head that names them.
function Which({ versionId, others }: { versionId: string; others: readonly string[] }) {
  return <ShortVersion id={versionId} others={others} className="mr-3 w-14 shrink-0 text-fg-2 md:hidden" />;
}
