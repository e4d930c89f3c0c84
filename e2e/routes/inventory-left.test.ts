import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory } from './doors';
import { arnsIn, asked, listedByAws, openReading } from './inventory-lines';

const REGION = 'us-east-1';
/** Lines that may be ready, under way to the reader or under way from AWS while nobody takes one. */
const AHEAD = 3;

let desk: Desk;
let riley: SignedIn;
let sam: SignedIn;
let pages: number;

beforeAll(async () => {
  desk = await openDesk({ world: 'fleet', secrets: 4_000, quotas: false });
  [riley, sam] = [await desk.signedIn('riley'), await desk.signedIn('sam')];
  pages = Math.ceil((await listedByAws(desk))[REGION]!.length / 100);
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

// Nothing happening cannot be waited for. Somebody else's whole reading, begun later and as slow for each page, takes
// longer than what is left of the first: what was not asked by its end is not asked at all.
const somebodyElse = () => inventory(sam, { regions: REGION });

test('a reader who takes no lines holds the reading up: a few pages are ahead, not all of them', async () => {
  const reading = await openReading(riley, { regions: REGION });
  const first = await reading.next();
  await somebodyElse();
  const early = await asked(desk, 'riley');
  expect(early).toBeLessThanOrEqual(first.length + AHEAD + 1);
  expect(early).toBeLessThan(pages);
  const lines = [...first, ...(await reading.rest())];
  expect(new Set(arnsIn(lines, REGION)).size).toBeGreaterThan((pages - 1) * 100);
  expect(await asked(desk, 'riley')).toBe(pages);
});

test('a reader who leaves between two pages ends the reading: AWS is asked for nothing further', async () => {
  const reading = await openReading(riley, { regions: REGION });
  await reading.next();
  await reading.leave();
  const left = await asked(desk, 'riley');
  await somebodyElse();
  expect(await asked(desk, 'riley')).toBeLessThanOrEqual(left + 1);
  expect(left).toBeLessThan(pages - 1);
});

test('a reader who leaves while AWS is asked again and again ends that too', async () => {
  // Each answer takes its time and asks to be tried again: left alone, every region would be asked three times.
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 300 });
  await desk.fault({ kind: 'throttle', operation: 'ListSecrets' });
  const reading = await openReading(riley);
  await reading.next();
  await vi.waitUntil(async () => (await asked(desk, 'riley')) === 4);
  await reading.leave();
  await inventory(sam);
  expect(await asked(desk, 'sam')).toBe(12);
  expect(await asked(desk, 'riley')).toBe(4);
});

test('a reader who leaves while every region hangs lets go of AWS at once', async () => {
  await desk.fault({ kind: 'hang', operation: 'ListSecrets', principal: 'riley' });
  const reading = await openReading(riley);
  await reading.next();
  await vi.waitUntil(async () => (await asked(desk, 'riley')) === 4);
  await reading.leave();
  // A call that still hung would go on now, and its region's second page be asked for.
  await desk.heal();
  await somebodyElse();
  expect(await asked(desk, 'riley')).toBe(4);
});
