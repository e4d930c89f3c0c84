import { usePaced } from '@/components/inventory/use-paced';
import type { Cell, CellState, MatrixRow } from '@/lib/domain/replication/cell';

interface CoverageProps {
  readonly rows: readonly MatrixRow[];
  readonly reading: boolean;
  /** Copies that are asked for and not read yet. */
  readonly waiting: number;
}

/** How much of the fleet has been compared, for eyes at once and for ears at a pace. */
export function Coverage({ rows, reading, waiting }: CoverageProps) {
  const words = reading ? readingWords(rows.length, waiting) : readWords(rows);
  // At most one message in five seconds: answers arrive far faster than they can be read out.
  const said = usePaced(words, 5_000);
  return (
    <>
      <span aria-hidden>{words}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

// What there is of a secret without replicas, or whose last one was removed.
const ALONE = new Set<CellState>(['primary', 'missing', 'none']);

const readingWords = (secrets: number, waiting: number) =>
  `${counted(secrets, 'secret')} so far, ${waiting > 0 ? `${waiting.toLocaleString('en')} copies still to be read` : 'regions still being listed'}`;

function readWords(rows: readonly MatrixRow[]): string {
  let compared = 0;
  let reported = 0;
  let byRule = 0;
  let replicated = 0;
  for (const { cells } of rows) {
    const copied = cells.some(({ state, report }) => report !== undefined || !ALONE.has(state));
    if (copied) replicated += 1;
    else if (cells.some(({ state }) => state === 'missing')) byRule += 1;
    for (const cell of cells) {
      if (isCompared(cell)) compared += 1;
      else if (cell.report) reported += 1;
    }
  }
  return [
    `${counted(replicated, 'secret')} with replicas`,
    `${counted(compared, 'replica')} compared with their primaries`,
    ...(reported > 0 ? [`${reported.toLocaleString('en')} only reported`] : []),
    ...(byRule > 0 ? [`${byRule.toLocaleString('en')} more by fleet rules`] : []),
  ].join(', ');
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

// What AWS only reports, and nobody could read, was not compared.
const isCompared = ({ report, state }: Cell) =>
  report !== undefined && state !== 'unreadable' && state !== 'unread';
