import { accountIn } from '../account-region.ts';
import type { CellState, MatrixRow } from './cell.ts';
import { isOutOfSync } from './judge-row.ts';

/** How many cells of each state there are, over all regions. */
export type CellCounts = Readonly<Partial<Record<CellState, number>>>;

/** Counts the cells of some rows by state: in all, and by region. */
export function countCells(rows: readonly MatrixRow[]): {
  all: CellCounts;
  byRegion: ReadonlyMap<string, CellCounts>;
} {
  const all: Partial<Record<CellState, number>> = {};
  const byRegion = new Map<string, Partial<Record<CellState, number>>>();
  for (const { cells } of rows) {
    for (const { region, state } of cells) {
      all[state] = (all[state] ?? 0) + 1;
      const own = byRegion.get(region) ?? {};
      own[state] = (own[state] ?? 0) + 1;
      byRegion.set(region, own);
    }
  }
  return { all, byRegion };
}

/** How many replicas of some rows do not hold what they should, by the account they are in. */
export function outOfSync(rows: readonly MatrixRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { secret, cells, worst } of rows) {
    if (!isOutOfSync(worst)) continue;
    const account = accountIn(secret.key);
    const found = cells.filter(({ state }) => isOutOfSync(state)).length;
    counts.set(account, (counts.get(account) ?? 0) + found);
  }
  return counts;
}
