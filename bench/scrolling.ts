import type { Browser, CDPSession, Page } from '@playwright/test';
import { notedFrames, noteFrames } from './noted-frames.ts';
import { FRAME_MARK, mainThreadFrames, type Scrolling, type TraceEvent } from './trace.ts';

// No more than is needed: with all of DevTools' timeline a frame takes a third longer.
export const CATEGORIES = ['toplevel', 'blink.user_timing'];
/** Pixels, and pixels a second: as fast as a wheel is turned by somebody who looks for something. */
const DISTANCE = 20_000;
const SPEED = 4_000;

/** Scrolls the table down and back up as a wheel does, and watches the page's main thread meanwhile. */
export async function scrollAndTrace(browser: Browser, page: Page, network: CDPSession): Promise<Scrolling> {
  const box = await page.getByRole('grid').boundingBox();
  if (!box) throw new Error('There is no table to scroll.');
  const { height = 0 } = page.viewportSize() ?? {};
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round((Math.max(0, box.y) + height) / 2);
  await page.mouse.move(x, y);
  const seen: Scrolling[] = [];
  for (const direction of [-1, 1]) {
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.evaluate(noteFrames, [FRAME_MARK, 'scroll'] as const);
    const yDistance = direction * DISTANCE;
    const gesture = { x, y, yDistance, speed: SPEED, gestureSourceType: 'mouse' } as const;
    await network.send('Input.synthesizeScrollGesture', gesture);
    const frames = await page.evaluate(notedFrames);
    const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
    seen.push(mainThreadFrames(trace.traceEvents, frames));
  }
  return { work: seen.flatMap(({ work }) => work), intervals: seen.flatMap(({ intervals }) => intervals) };
}
