import type { CellState, MatrixRow, RowFacts } from './cell.ts';
import { judgeCell } from './judge-cell.ts';

/** The states from what needs an operator most to what needs nobody. */
export const WORST_FIRST: readonly CellState[] = [
  'failed',
  'behind',
  'missing',
  'in-progress',
  'twin',
  'uncompared',
  'unreadable',
  'unread',
  'in-sync',
  'primary',
  'none',
];

const rank = new Map(WORST_FIRST.map((state, at) => [state, at]));
const rankOf = (state: CellState) => rank.get(state) ?? WORST_FIRST.length;

/** Whether a state asks for somebody's attention; a region that cannot be read has its column's mark. */
export function needsAttention(state: CellState): boolean {
  return rankOf(state) <= rankOf('uncompared');
}

/** Whether a replica does not hold what it should: failed, behind or missing. */
export function isOutOfSync(state: CellState): boolean {
  return rankOf(state) <= rankOf('missing');
}

/** One secret judged over all regions of the matrix. */
export function judgeRow(facts: RowFacts, regions: readonly string[]): MatrixRow {
  const cells = regions.map((region) => judgeCell(facts, region));
  let worst: CellState = 'none';
  for (const { state } of cells) if (rankOf(state) < rankOf(worst)) worst = state;
  return { secret: facts.secret, primary: facts.primary, cells, worst };
}

/** Orders rows by what needs attention most, then by how many cells do, then by name. */
export function worstFirst(a: MatrixRow, b: MatrixRow): number {
  const byState = rankOf(a.worst) - rankOf(b.worst);
  if (byState !== 0) return byState;
  const count = ({ cells, worst }: MatrixRow) => cells.filter(({ state }) => state === worst).length;
  const byCount = needsAttention(a.worst) ? count(b) - count(a) : 0;
  return byCount || compare(a.secret.name, b.secret.name) || compare(a.secret.key, b.secret.key);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
