import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRegions } from '@/lib/aws/regions';
import type { InventoryLine } from '@/lib/contract/answers';
import { type Desk, openDesk } from './console';
import { inventory } from './doors';
import { arnsIn, linesOf, listedByAws, openReading, REGIONS } from './inventory-lines';

const STRUCK = 'us-east-1';
const SLOW = 'eu-west-1';
const GIVEN_UP = { code: 'aws-unavailable', status: 503, detail: 'No answer within 8 seconds.' };

let desk: Desk;
let listed: Record<string, string[]>;
let oneRegion: InventoryLine[];
let everyRegion: InventoryLine[];
let laterPage: InventoryLine[];
let listOfRegions: InventoryLine[];

// Each takes the eight seconds after which AWS is given up. They pass for all at once: a fault strikes one operator.
beforeAll(async () => {
  desk = await openDesk({ world: 'fleet', secrets: 3_600, quotas: false });
  listed = await listedByAws(desk);
  const [riley, dana, sam, noor] = await Promise.all(
    ['riley', 'dana', 'sam', 'noor'].map((name) => desk.signedIn(name)),
  );
  const open = await openReading(sam!, { regions: STRUCK });
  const first = await open.next();
  const operation = 'ListSecrets';
  await desk.fault({ kind: 'hang', operation, principal: 'riley', region: STRUCK });
  await desk.fault({ kind: 'latency', operation, principal: 'riley', region: SLOW, ms: 9_000 });
  await desk.fault({ kind: 'hang', operation, principal: 'dana' });
  await desk.fault({ kind: 'hang', operation, principal: 'sam' });
  await desk.fault({ kind: 'hang', operation: 'ListRegions', principal: 'noor' });
  [oneRegion, everyRegion, laterPage, listOfRegions] = await Promise.all([
    inventory(riley!),
    inventory(dana!),
    open.rest().then((rest) => [...first, ...rest]),
    inventory(noor!),
  ]);
});
afterAll(() => desk.close());

test('a region that hangs, and one slower than eight seconds, are given up after the others are complete', () => {
  for (const region of REGIONS.filter((name) => name !== STRUCK && name !== SLOW)) {
    expect(arnsIn(oneRegion, region)).toEqual(listed[region]);
  }
  const kinds = oneRegion.filter(({ kind }) => kind !== 'page').map(({ kind }) => kind);
  expect(kinds).toEqual(['regions', 'region-done', 'region-done', 'region-failed', 'region-failed', 'end']);
  const failed = linesOf(oneRegion, 'region-failed');
  expect(failed.map(({ region }) => region).sort()).toEqual([SLOW, STRUCK]);
  for (const { problem } of failed) expect(problem).toMatchObject(GIVEN_UP);
});

test('when every region hangs, all are given up together', () => {
  const failed = linesOf(everyRegion, 'region-failed');
  expect(failed.map(({ region }) => region).sort()).toEqual([...REGIONS]);
  for (const { problem } of failed) expect(problem).toMatchObject(GIVEN_UP);
  expect(everyRegion.at(-1)).toEqual({ kind: 'end' });
});

test('a later page that hangs is given up, and those before are kept', () => {
  const pages = linesOf(laterPage, 'page').length;
  expect(pages).toBeGreaterThan(0);
  expect(arnsIn(laterPage, STRUCK)).toEqual(listed[STRUCK]!.slice(0, pages * 100));
  expect(laterPage.slice(pages)).toMatchObject([
    { kind: 'region-failed', region: STRUCK, problem: GIVEN_UP },
    { kind: 'end' },
  ]);
});

test('a list of regions that hangs is given up, and the regions every account has are read', () => {
  expect(listOfRegions[0]).toMatchObject({
    kind: 'regions',
    source: 'fallback',
    regions: defaultRegions(STRUCK),
    problem: GIVEN_UP,
  });
  expect(arnsIn(listOfRegions, STRUCK)).toEqual(listed[STRUCK]);
  expect(listOfRegions.at(-1)).toEqual({ kind: 'end' });
});

test('once AWS answers again, the region is read by asking for it alone', async () => {
  await desk.heal();
  const lines = await inventory(await desk.signedIn('riley'), { regions: STRUCK });
  expect(arnsIn(lines, STRUCK)).toEqual(listed[STRUCK]);
  expect(linesOf(lines, 'region-failed')).toEqual([]);
});
