import type { InventoryLine, RegionSource } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import type { SecretRow } from '@/lib/domain/secret';

/** How far the reading of one region has come. */
export interface RegionProgress {
  readonly region: string;
  readonly state: 'reading' | 'done' | 'failed';
  readonly pages: readonly (readonly SecretRow[])[];
  readonly at?: string;
  readonly problem?: Problem;
}

/** The inventory as far as it has arrived. */
export interface InventoryState {
  readonly regions: readonly RegionProgress[];
  readonly source?: RegionSource;
  /** Why the account's own list of regions could not be used. */
  readonly sourceProblem?: Problem;
  readonly ended: boolean;
}

/** Before the first line has arrived. */
export const nothingRead: InventoryState = { regions: [], ended: false };

/** The inventory after one more line; a page copies the list of pages, never the rows. */
export function reduceInventory(state: InventoryState, line: InventoryLine): InventoryState {
  switch (line.kind) {
    case 'regions':
      return {
        ...state,
        source: line.source,
        ...(line.problem ? { sourceProblem: line.problem } : {}),
        regions: line.regions.map((region) => ({ region, state: 'reading', pages: [] })),
      };
    case 'page':
      return change(state, line.region, (known) => ({
        region: line.region,
        state: 'reading',
        at: line.at,
        // The first page of a region that is read again replaces what an earlier attempt left.
        pages: line.page === 1 ? [line.rows] : [...known.pages, line.rows],
      }));
    case 'region-done':
      return change(state, line.region, (known) => ({ ...known, state: 'done', at: line.at }));
    case 'region-failed':
      return change(state, line.region, (known) => ({ ...known, state: 'failed', problem: line.problem }));
    case 'end':
      return { ...state, ended: true };
  }
}

/** The inventory with some regions about to be read again; their rows stay until new ones arrive. */
export function readingAgain(state: InventoryState, regions: readonly string[]): InventoryState {
  return {
    ...state,
    regions: state.regions.map((known) =>
      regions.includes(known.region)
        ? {
            region: known.region,
            state: 'reading',
            pages: known.pages,
            ...(known.at ? { at: known.at } : {}),
          }
        : known,
    ),
  };
}

function change(
  state: InventoryState,
  region: string,
  next: (known: RegionProgress) => RegionProgress,
): InventoryState {
  return { ...state, regions: state.regions.map((known) => (known.region === region ? next(known) : known)) };
}
