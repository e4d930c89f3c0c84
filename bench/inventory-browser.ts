import { openTable } from './browser-page.ts';
import type { BrowserSession } from './browser-session.ts';
import { judgedFrames } from './frames.ts';
import { heapMegabytes } from './heap.ts';
import { typeAndWatch } from './keystrokes.ts';
import { quantile } from './quantile.ts';
import { atMost, type Result, round, told } from './report.ts';
import { scrollAndTrace } from './scrolling.ts';

/** Fewer than that say nothing about the slowest of twenty. */
const LEAST_KEYS = 20;

/** What the table does to the browser: its memory, its answer to typing, its frames. */
export interface InBrowser {
  readonly loadedSeconds: number;
  readonly heap: number;
  readonly keys: readonly number[];
  readonly work: readonly number[];
  readonly intervals: readonly number[];
}

/** Opens the table in Chromium, reads all of it, types into the filter and scrolls. */
export async function operateTable(session: BrowserSession, executablePath: string): Promise<InBrowser> {
  return openTable(session, executablePath, async ({ browser, page, network, loaded }) => {
    const heap = await heapMegabytes(network);
    const keys = await typeAndWatch(page);
    if (keys.length < LEAST_KEYS) throw new Error(`Only ${keys.length} keys changed what the table shows.`);
    const scrolling = await scrollAndTrace(browser, page, network);
    return { loadedSeconds: loaded / 1_000, heap, keys, ...scrolling };
  });
}

/** The figures with their limits. */
export function judged(what: string, { loadedSeconds, heap, keys, work, intervals }: InBrowser): Result[] {
  return [
    told(`${what}, on screen after`, `${loadedSeconds.toFixed(1)} s`),
    atMost(`${what}, heap of the page`, heap, 150, 'MB'),
    told(`${what}, key to rows, p50 of ${keys.length}`, `${round(quantile(keys, 0.5))} ms`),
    atMost(`${what}, key to rows, p95`, quantile(keys, 0.95), 50, 'ms'),
    ...judgedFrames(what, { work, intervals }),
  ];
}

/** The figures alone. */
export function toldOnly(what: string, used: InBrowser): Result[] {
  return judged(what, used).map(({ what, measured }) => told(what, measured));
}
