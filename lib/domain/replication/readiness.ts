import type { Cell, CellState, MatrixRow } from './cell.ts';

/** A secret that is not proven to be served by a region as the primary serves it. */
export interface NotReady {
  readonly row: MatrixRow;
  readonly cell: Cell;
}

/** What one region could serve if it had to stand alone now. */
export interface Readiness {
  readonly region: string;
  /** Secrets that are, or by AWS's report or a rule should be, in this region. */
  readonly total: number;
  /** Of them, those proven to serve what the primary serves. */
  readonly ready: number;
  readonly exceptions: readonly NotReady[];
}

const READY = new Set<CellState>(['primary', 'in-sync']);
const EXPECTED = new Set<CellState>([
  ...READY,
  'failed',
  'behind',
  'missing',
  'uncompared',
  'in-progress',
  'unreadable',
]);

/** For each region how many secrets it can serve now, and which it cannot, or not provably. */
export function readiness(rows: readonly MatrixRow[], regions: readonly string[]): Readiness[] {
  return regions.map((region, at) => {
    const expected = rows
      .map((row) => ({ row, cell: row.cells[at]! }))
      // Not read yet, but AWS reports or lists a copy: it is expected, and not proven.
      .filter(
        ({ cell }) => EXPECTED.has(cell.state) || (cell.state === 'unread' && cell.serves !== undefined),
      );
    const exceptions = expected.filter(({ cell }) => !READY.has(cell.state));
    return { region, total: expected.length, ready: expected.length - exceptions.length, exceptions };
  });
}
