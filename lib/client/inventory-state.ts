import type { InventoryLine, RegionSource } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import type { SecretRow } from '@/lib/domain/secret';
import { type Pages, sharedRows } from './shared-rows';

/** What an earlier reading of a region left. */
interface Earlier {
  readonly pages: Pages;
  readonly at?: string;
  /** Whether it had come to its end. */
  readonly complete: boolean;
}

/** How far the reading of one region has come. */
export interface RegionProgress {
  readonly region: string;
  /** `stopped`: by the operator, before its end. */
  readonly state: 'reading' | 'done' | 'failed' | 'stopped';
  /** What this reading has brought so far. */
  readonly pages: Pages;
  readonly at?: string;
  /** Is shown until this reading is complete, and stays where it does not get so far. */
  readonly before?: Earlier;
  readonly problem?: Problem;
}

/** The inventory as far as it has arrived. */
export interface InventoryState {
  readonly regions: readonly RegionProgress[];
  readonly source?: RegionSource;
  /** When the account's own list was read: AWS's clock, ISO. */
  readonly sourceAt?: string;
  /** Why the account's own list of regions could not be used. */
  readonly sourceProblem?: Problem;
  readonly ended: boolean;
  /** Of several accounts at once. */
  readonly fleet?: boolean;
  /** Whose it is, where it has been read. */
  readonly scope?: string;
}

/** Before the first line has arrived. */
export const nothingRead: InventoryState = { regions: [], ended: false };

/** The pages of a region that are on screen, and AWS's clock at their reading. */
export function shownPages({ before, pages, at }: RegionProgress): { pages: Pages; at?: string | undefined } {
  return before ? { pages: before.pages, at: before.at } : { pages, at };
}

/** Whether what is on screen of a region is all it listed, at its time. */
export const isComplete = ({ state, before }: RegionProgress): boolean =>
  state === 'done' || before?.complete === true;

/** The inventory after one more line; a page copies the list of pages, never the rows. */
export function reduceInventory(state: InventoryState, line: InventoryLine): InventoryState {
  switch (line.kind) {
    case 'regions':
      return {
        ended: state.ended,
        source: line.source,
        ...(line.at ? { sourceAt: line.at } : {}),
        ...(line.problem ? { sourceProblem: line.problem } : {}),
        regions: line.regions.map((region) =>
          again(state.regions.find((known) => known.region === region) ?? fresh(region)),
        ),
      };
    case 'page':
      return change(state, line.region, (known) => ({
        ...known,
        state: 'reading',
        at: line.at,
        pages: [...(line.page === 1 ? [] : known.pages), sharedRows(line.rows, known.before?.pages)],
      }));
    case 'region-done':
      return change(state, line.region, ({ region, pages }) => ({
        region,
        state: 'done',
        pages,
        at: line.at,
      }));
    case 'region-failed':
      return change(state, line.region, (known) => ({
        ...halted(known),
        state: 'failed',
        problem: line.problem,
      }));
    case 'end':
      return { ...state, ended: true };
  }
}

/** The inventory with some regions, or all, about to be read again; their rows stay until that is complete. */
export function readingAgain(state: InventoryState, regions?: readonly string[]): InventoryState {
  return {
    ...state,
    regions: state.regions.map((known) => (regions?.includes(known.region) === false ? known : again(known))),
  };
}

/** The inventory after the operator stopped the reading of some regions, or of all. */
export function readingStopped(state: InventoryState, regions?: readonly string[]): InventoryState {
  return {
    ...state,
    ended: true,
    regions: state.regions.map((known) =>
      known.state !== 'reading' || regions?.includes(known.region) === false
        ? known
        : { ...halted(known), state: 'stopped' },
    ),
  };
}

const fresh = (region: string): RegionProgress => ({ region, state: 'reading', pages: [] });

function again(known: RegionProgress): RegionProgress {
  // A reading that has not brought anything yet has nothing to put aside.
  if (known.state === 'reading' && known.pages.length === 0) return known;
  const { pages, at } = shownPages(known);
  const complete = isComplete(known);
  if (pages.length === 0 && !complete) return fresh(known.region);
  return { ...fresh(known.region), before: { pages, complete, ...(at ? { at } : {}) } };
}

// What is worth more stays on screen: a complete reading, else the longer one.
function halted({ problem: _, before, ...known }: RegionProgress): RegionProgress {
  if (!before) return known;
  return before.complete || sum(before.pages) >= sum(known.pages) ? { ...known, before } : known;
}

const sum = (pages: Pages) => pages.reduce((all: number, page: readonly SecretRow[]) => all + page.length, 0);

function change(
  state: InventoryState,
  region: string,
  next: (known: RegionProgress) => RegionProgress,
): InventoryState {
  return { ...state, regions: state.regions.map((known) => (known.region === region ? next(known) : known)) };
}
