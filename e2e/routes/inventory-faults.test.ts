import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultRegions } from '@/lib/aws/regions';
import type { InventoryLine } from '@/lib/contract/answers';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory } from './doors';
import { arnsIn, asked, linesOf, listedByAws, openReading, REGIONS } from './inventory-lines';

const STRUCK = 'us-east-1';
const OTHERS = REGIONS.filter((region) => region !== STRUCK);
/** Some 900 in each region: more pages than are ever on their way before somebody takes them. */
const SECRETS = 3_600;

let desk: Desk;
let riley: SignedIn;
let listed: Record<string, string[]>;

beforeAll(async () => {
  desk = await openDesk({ world: 'fleet', secrets: SECRETS, quotas: false });
  riley = await desk.signedIn('riley');
  listed = await listedByAws(desk);
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

/** These regions are read to their end, every secret once, and the stream ended as it always does. */
function expectWhole(lines: readonly InventoryLine[], regions: readonly string[]): void {
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  for (const region of regions) {
    expect(arnsIn(lines, region)).toEqual(listed[region]);
    const pages = Math.ceil(listed[region]!.length / 100);
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'region-done', region, pages }));
  }
}

const FAULTS = [
  { fault: { kind: 'throttle' }, code: 'throttled', status: 429, tries: 3 },
  { fault: { kind: 'deny' }, code: 'access-denied', status: 403, tries: 1 },
  { fault: { kind: 'error500' }, code: 'aws-unavailable', status: 503, tries: 3 },
  { fault: { kind: 'reset' }, code: 'aws-unavailable', status: 503, tries: 3 },
  { fault: { kind: 'reset', after: true }, code: 'aws-unavailable', status: 503, tries: 3 },
] as const;

describe.each(FAULTS)('$fault: $code after $tries tries', ({ fault, code, status, tries }) => {
  const problem = { code, status, region: STRUCK, operation: 'ListSecrets' };

  test('in one region, it fails that region alone', async () => {
    await desk.fault({ ...fault, operation: 'ListSecrets', region: STRUCK });
    const lines = await inventory(riley);
    expectWhole(lines, OTHERS);
    expect(linesOf(lines, 'region-failed')).toMatchObject([{ region: STRUCK, problem }]);
    expect(arnsIn(lines, STRUCK)).toEqual([]);
    expect(await asked(desk, 'riley', STRUCK)).toBe(tries);
  });

  test('in every region, each is marked, and the reading ends', async () => {
    await desk.fault({ ...fault, operation: 'ListSecrets' });
    const lines = await inventory(riley);
    const failed = linesOf(lines, 'region-failed');
    expect(failed.map(({ region }) => region).sort()).toEqual([...REGIONS]);
    for (const { region, problem: found } of failed) expect(found).toMatchObject({ ...problem, region });
    expect(lines[0]).toMatchObject({ kind: 'regions', source: 'account' });
    expect(lines.at(-1)).toEqual({ kind: 'end' });
    expect(await asked(desk, 'riley')).toBe(tries * REGIONS.length);
  });

  test('at a later page, those before are kept, and the region is marked', async () => {
    const reading = await openReading(riley, { regions: STRUCK });
    const first = await reading.next();
    await desk.fault({ ...fault, operation: 'ListSecrets', region: STRUCK });
    const lines = [...first, ...(await reading.rest())];
    const pages = linesOf(lines, 'page').length;
    // What was answered before the fault came was shown, however much that was; nothing was after it.
    expect(pages).toBe((await asked(desk, 'riley', STRUCK)) - tries);
    expect(pages).toBeGreaterThan(0);
    expect(lines.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: pages }, () => 'page'),
      'region-failed',
      'end',
    ]);
    expect(lines.at(-2)).toMatchObject({ region: STRUCK, problem });
    expect(arnsIn(lines, STRUCK)).toEqual(listed[STRUCK]!.slice(0, pages * 100));
  });

  test('at the list of regions, those that every account has are read', async () => {
    await desk.fault({ ...fault, operation: 'ListRegions' });
    const lines = await inventory(riley);
    expect(lines[0]).toMatchObject({
      kind: 'regions',
      source: 'fallback',
      regions: defaultRegions('us-east-1'),
      problem: { code, status, operation: 'ListRegions' },
    });
    expectWhole(lines, REGIONS);
  });
});

test.each(FAULTS.filter(({ tries }) => tries > 1))(
  '$fault once: it is asked again and leaves no trace',
  async ({ fault }) => {
    await desk.fault({ ...fault, operation: 'ListSecrets', region: STRUCK, count: 1 });
    await desk.fault({ ...fault, operation: 'ListRegions', count: 1 });
    const lines = await inventory(riley);
    expect(lines[0]).toMatchObject({ kind: 'regions', source: 'account' });
    expectWhole(lines, REGIONS);
    expect(linesOf(lines, 'region-failed')).toEqual([]);
    expect(await asked(desk, 'riley', STRUCK)).toBe(Math.ceil(listed[STRUCK]!.length / 100) + 1);
  },
);

describe('latency', () => {
  test('in one region, that region comes last and holds up none of the others', async () => {
    await desk.fault({ kind: 'latency', operation: 'ListSecrets', region: STRUCK, ms: 400, count: 2 });
    const lines = await inventory(riley);
    expectWhole(lines, REGIONS);
    const first = lines.findIndex((line) => line.kind === 'page' && line.region === STRUCK);
    for (const region of OTHERS) {
      const page = lines.findIndex((line) => line.kind === 'page' && line.region === region);
      expect(page).toBeLessThan(first);
    }
  });

  test('in every region, at later pages and at the list of regions, everything comes', async () => {
    await desk.fault({ kind: 'latency', operation: 'ListRegions', ms: 60 });
    await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 20 });
    const lines = await inventory(riley);
    expect(lines[0]).toMatchObject({ kind: 'regions', source: 'account' });
    expectWhole(lines, REGIONS);
  });
});

describe('a region the account has not enabled', () => {
  const failed = {
    kind: 'region-failed',
    region: 'af-south-1',
    problem: { code: 'credentials-refused', status: 403, region: 'af-south-1' },
  };

  test('fails alone when configuration names it', async () => {
    process.env.KEYTURN_REGIONS = 'us-east-1,af-south-1';
    try {
      const lines = await inventory(riley);
      expectWhole(lines, ['us-east-1']);
      expect(linesOf(lines, 'region-failed')).toMatchObject([failed]);
    } finally {
      delete process.env.KEYTURN_REGIONS;
    }
  });

  test('fails in the same way when it is asked for again', async () => {
    expect(await inventory(riley, { regions: 'af-south-1' })).toMatchObject([failed, { kind: 'end' }]);
  });
});
