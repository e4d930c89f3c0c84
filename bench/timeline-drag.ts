import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import type { Group } from '../scripts/group.ts';
import { directAws } from './aws.ts';
import { signIn } from './browser-session.ts';
import { LONG, LONG_NAME, LONG_REGION, longLifeFile } from './long-life.ts';
import { notedFrames, noteFrames } from './noted-frames.ts';
import { quantile } from './quantile.ts';
import { atMost, type Result, told } from './report.ts';
import { CATEGORIES } from './scrolling.ts';
import { openStage } from './stage.ts';
import { FRAME_MARK, mainThreadFrames, type Scrolling, type TraceEvent } from './trace.ts';

const STEPS = 240;
/** Pixels that the pointer swings to the left: as far as there is something to draw. */
const SWING = 300;

/** What dragging the window, and looking along the lanes, asks of a frame at a long life. */
export async function measureTimelineDrag(group: Group, executablePath: string): Promise<Result[]> {
  const { endpoint, port } = await openStage(group, { world: longLifeFile() });
  const session = await signIn(port, 'riley');
  const aws = await directAws(endpoint, 'riley');
  const { ARN: arn = '' } = await aws
    .client(LONG_REGION)
    .send(new DescribeSecretCommand({ SecretId: LONG_NAME }));
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: session.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const { scope, origin } = session;
    await page.goto(`${origin}/secret?${new URLSearchParams({ scope, arn })}`);
    const timeline = page.getByRole('region', { name: 'Label timeline' });
    const strip = timeline.locator('.cursor-grab');
    await readAll(timeline);
    const events = await strip.evaluate(countMarks);
    if (events < LONG.events) throw new Error(`Only ${events} events are on the timeline.`);
    const what = `timeline of ${LONG.versions} versions and ${events} events`;
    const slider = timeline.getByRole('slider');
    await timeline.getByRole('button', { name: '30 d' }).click();
    const looked = await moveAndTrace(browser, page, slider, SWING, false);
    const dragged = await moveAndTrace(browser, page, strip, SWING, true);
    return [...judged(`${what}, window dragged`, dragged), ...judged(`${what}, looked along`, looked)];
  } finally {
    await browser.close();
  }
}

function judged(what: string, { work }: Scrolling): Result[] {
  return [
    atMost(`${what}, work in a frame, p95 of ${work.length}`, quantile(work, 0.95), 16, 'ms'),
    told(`${what}, the longest frame`, `${Math.round(Math.max(...work))} ms`),
  ];
}

/** Reads CloudTrail as far back as it goes: two pages a second. */
async function readAll(timeline: Locator): Promise<void> {
  const complete = timeline.getByRole('status').filter({ hasText: 'of CloudTrail, ' });
  const further = timeline.getByRole('button', { name: 'Read further back' });
  await complete.waitFor({ timeout: 60_000 });
  while ((await further.count()) > 0) {
    await further.click();
    await complete.waitFor({ state: 'hidden' });
    await complete.waitFor({ timeout: 60_000 });
  }
}

/** Moves the pointer to and fro over a part of the page, pressed or not, and watches the main thread meanwhile. */
async function moveAndTrace(
  browser: Browser,
  page: Page,
  part: Locator,
  swing: number,
  pressed: boolean,
): Promise<Scrolling> {
  const box = await part.boundingBox();
  if (!box) throw new Error('There is nothing to move over.');
  // The window on what is shown is at the right end of the strip; the lanes are full everywhere.
  const x = pressed ? box.x + box.width - 24 : box.x + box.width / 2;
  const y = box.y + (pressed ? 12 : box.height / 2);
  await page.mouse.move(x, y);
  if (pressed) await page.mouse.down();
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(noteFrames, [FRAME_MARK, 'pointermove'] as const);
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x - (swing * (1 - Math.cos(step / 20))) / 2, y);
  }
  const frames = await page.evaluate(notedFrames);
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  if (pressed) await page.mouse.up();
  return mainThreadFrames(trace.traceEvents, frames);
}

// Runs in the page: the strip draws one stroke for each event.
function countMarks(strip: Element): number {
  const strokes = [...strip.querySelectorAll('path')].map(
    (path) => path.getAttribute('d')?.split('V23').length ?? 1,
  );
  return Math.max(...strokes) - 1;
}
