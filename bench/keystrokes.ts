import type { Locator, Page } from '@playwright/test';

/** What is typed, letter by letter, and taken back the same way: parts of names, owners and numbers of the fleet. */
const WORDS = ['payments', 'staging/or', 'kafka', 'prod/search', '0012', 'zzz'];
/** So long nothing may change in the table before its rows count as settled. */
const QUIET = 120;
/** A key that changes no row (there are some) is given up after so long. */
const NO_ROWS = 500;

/** From a key to the frame that shows the rows it asks for, in milliseconds, once for each key that changed rows. */
export async function typeAndWatch(page: Page): Promise<number[]> {
  const input = filterInput(page);
  await page.evaluate(watchRows, { quiet: QUIET, nothing: NO_ROWS });
  const samples: number[] = [];
  await input.click();
  for (const word of WORDS) {
    for (const key of [...word, ...Array.from(word, () => 'Backspace')]) {
      await page.evaluate(() => (window as unknown as Watching).watched.watchNextKey());
      await page.keyboard.press(key);
      const took = await page.evaluate(() => (window as unknown as Watching).watched.rows);
      if (took !== null) samples.push(took);
    }
  }
  return samples;
}

/** The filter, whether it is a plain search field or one with suggestions. */
export function filterInput(page: Page): Locator {
  const name = /filter/i;
  return page.getByRole('combobox', { name }).or(page.getByRole('searchbox', { name })).first();
}

interface Watched {
  watchNextKey(): void;
  rows: Promise<number | null>;
}
interface Watching {
  readonly watched: Watched;
}

// Runs in the page. A key's time is when the browser received it, not when a script came to see it.
function watchRows({ quiet, nothing }: { quiet: number; nothing: number }): void {
  const grid = '[role="grid"]';
  const isGrid = (node: Node) =>
    node instanceof Element && (node.matches(grid) || node.querySelector(grid) !== null);
  // Rows that come where nobody sees them, once typing rests, are no answer to a key.
  const table = document.querySelector(grid);
  const rowHeight = table?.querySelector('tbody tr')?.getBoundingClientRect().height ?? 1;
  // The head is the first row.
  const lastInSight = 1 + Math.ceil((table?.parentElement?.clientHeight ?? 0) / rowHeight);
  const isInSight = (node: Node) =>
    node instanceof Element &&
    Number(node.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 1) <= lastInSight;
  // Without a match the grid itself goes, and comes back with the next one.
  const concernsRows = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    const changed = [...addedNodes, ...removedNodes];
    if (!(target instanceof Element && target.closest(grid))) return changed.some(isGrid);
    return changed.length > 0 ? changed.some(isInSight) : isInSight(target);
  };
  const watched: Watched = {
    rows: Promise.resolve(null),
    watchNextKey() {
      watched.rows = new Promise((resolve) => {
        const onKey = ({ timeStamp }: KeyboardEvent) => {
          let shown: number | null = null;
          const finish = () => {
            observer.disconnect();
            resolve(shown === null ? null : shown - timeStamp);
          };
          let timer = setTimeout(finish, nothing);
          const observer = new MutationObserver((records) => {
            if (!records.some(concernsRows)) return;
            clearTimeout(timer);
            timer = setTimeout(finish, quiet);
            // A task queued in a frame's callbacks runs once that frame has been laid out and handed on.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                shown = performance.now();
              };
              port2.postMessage(undefined);
            });
          });
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            attributes: true,
            attributeFilter: ['aria-rowcount', 'aria-rowindex'],
          });
        };
        addEventListener('keydown', onKey, { once: true, capture: true });
      });
    },
  };
  Object.assign(window, { watched });
}
