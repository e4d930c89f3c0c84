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
  /** Of them, those proven to serve what the primary serves, or promoted to serve it by themselves. */
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

// Its replica once: it has the ARN, and applications go on reading it.
const isPromoted = ({ state, twin, other, serves }: Cell) =>
  state === 'twin' && twin === true && other === undefined && serves !== undefined;

// As the primary serves it, as far as that is known: in its outage the promoted ones are all there is.
function standsAlone({ secret, cells }: MatrixRow, cell: Cell): boolean {
  const home = cells.find(({ region }) => region === secret.primaryRegion)?.serves;
  return isPromoted(cell) && (home === undefined || home === cell.serves);
}

/** For each region how many secrets it can serve now, and which it cannot, or not provably. */
export function readiness(rows: readonly MatrixRow[], regions: readonly string[]): Readiness[] {
  return regions.map((region, at) => {
    const expected = rows
      .map((row) => ({ row, cell: row.cells[at]! }))
      // Not read yet, but AWS reports or lists a copy: it is expected, and not proven.
      .filter(
        ({ cell }) =>
          EXPECTED.has(cell.state) ||
          isPromoted(cell) ||
          (cell.state === 'unread' && cell.serves !== undefined),
      );
    const exceptions = expected.filter(({ row, cell }) => !READY.has(cell.state) && !standsAlone(row, cell));
    return { region, total: expected.length, ready: expected.length - exceptions.length, exceptions };
  });
}
