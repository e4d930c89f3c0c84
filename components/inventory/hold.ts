import { type InventoryState, isComplete, shownPages } from '@/lib/client/inventory-state';
import type { FoldedSecret } from '@/lib/domain/fold';
import { sortByName } from '@/lib/domain/sort-secrets';

/** What was on screen when a region that had been read was read again. */
export interface Hold {
  readonly shown: ReadonlyMap<string, FoldedSecret>;
  /** Regions that had not been read to the end then: theirs flow in as they arrive. */
  readonly open: ReadonlySet<string>;
}

/** What stays on screen, and how many came and went that do not show yet. */
export interface Held {
  readonly secrets: readonly FoldedSecret[];
  readonly fresh: number;
  readonly gone: number;
}

/** Holds fast what was on screen of a state. */
export function holdOf(secrets: readonly FoldedSecret[], state: InventoryState): Hold {
  return {
    shown: new Map(secrets.map((secret) => [secret.key, secret])),
    open: new Set(state.regions.flatMap((known) => (isComplete(known) ? [] : [known.region]))),
  };
}

/** Whether a region that had been read to its end now shows another reading, or is not asked any more. */
export function isRenewed(before: InventoryState, after: InventoryState): boolean {
  return before.regions.some((known) => {
    const now = after.regions.find(({ region }) => region === known.region);
    return isComplete(known) && (!now || shownPages(now).pages !== shownPages(known).pages);
  });
}

/** The secrets of a later reading behind a hold: what changed in one that stays is there, the rest waits. */
export function heldBack(all: readonly FoldedSecret[], { shown, open }: Hold): Held {
  const there = new Set(all.map(({ key }) => key));
  const stay = all.filter(
    ({ key, members }) => shown.has(key) || members.some(({ region }) => open.has(region)),
  );
  const gone = [...shown.values()].filter(({ key }) => !there.has(key));
  const secrets = gone.length > 0 ? sortByName([...stay, ...gone]) : stay.length === all.length ? all : stay;
  return { secrets, fresh: all.length - stay.length, gone: gone.length };
}
