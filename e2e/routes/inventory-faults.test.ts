import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { InventoryLine } from '@/lib/contract/answers';
import { type Desk, openDesk, type SignedIn } from './console';
import { get, inventory } from './doors';
import { makeMany } from './secrets';

const OTHERS = ['ap-southeast-2', 'eu-west-1', 'us-west-2'];
const STRUCK = 'us-east-1';
/** Three pages in the region that is struck, two in the others. */
const MANY = 230;

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk({ quotas: false });
  riley = await desk.signedIn('riley');
  await makeMany(desk.as('riley', STRUCK), 'orders', MANY);
  for (const region of OTHERS) await makeMany(desk.as('riley', region), 'orders', 120);
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

const failures = (lines: readonly InventoryLine[]) =>
  lines.flatMap((line) => (line.kind === 'region-failed' ? [line] : []));
const rows = (lines: readonly InventoryLine[], region: string) =>
  lines.flatMap((line) => (line.kind === 'page' && line.region === region ? line.rows : []));

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The regions that were not struck are whole, and the stream ended as it always does. */
function expectOthersWhole(lines: readonly InventoryLine[]): void {
  expect(lines[0]?.kind).toBe('regions');
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  for (const region of OTHERS) {
    expect(rows(lines, region)).toHaveLength(120);
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'region-done', region, pages: 2 }));
  }
}

test.each([
  { kind: 'deny', code: 'access-denied', status: 403, tries: 1 },
  { kind: 'throttle', code: 'throttled', status: 429, tries: 3 },
  { kind: 'error500', code: 'aws-unavailable', status: 503, tries: 3 },
  { kind: 'reset', code: 'aws-unavailable', status: 503, tries: 3 },
])(
  '$kind in one region fails that region alone, after $tries tries',
  async ({ kind, code, status, tries }) => {
    await desk.fault({ kind, operation: 'ListSecrets', region: STRUCK });
    const lines = await inventory(riley);
    expectOthersWhole(lines);
    expect(failures(lines)).toMatchObject([
      { region: STRUCK, problem: { code, status, region: STRUCK, operation: 'ListSecrets' } },
    ]);
    expect(rows(lines, STRUCK)).toEqual([]);
    const asked = (await desk.calls()).find(
      (call) => call.operation === 'ListSecrets' && call.region === STRUCK,
    );
    expect(asked?.count).toBe(tries);
  },
);

test.each(['throttle', 'error500', 'reset'])(
  'one %s among the answers is retried and leaves no trace',
  async (kind) => {
    await desk.fault({ kind, operation: 'ListSecrets', region: STRUCK, count: 1 });
    const lines = await inventory(riley);
    expectOthersWhole(lines);
    expect(failures(lines)).toEqual([]);
    expect(rows(lines, STRUCK)).toHaveLength(MANY);
  },
);

test('a fault on every region leaves the operator with four problems and an end', async () => {
  await desk.fault({ kind: 'deny', operation: 'ListSecrets' });
  const lines = await inventory(riley);
  expect(
    failures(lines)
      .map(({ region }) => region)
      .sort(),
  ).toEqual([...OTHERS, STRUCK].sort());
  expect(lines.at(-1)).toEqual({ kind: 'end' });
});

test('a slow region comes last and holds up none of the others', async () => {
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', region: STRUCK, ms: 400 });
  const lines = await inventory(riley);
  expectOthersWhole(lines);
  expect(rows(lines, STRUCK)).toHaveLength(MANY);
  const first = lines.findIndex((line) => line.kind === 'page' && line.region === STRUCK);
  for (const region of OTHERS) {
    const done = lines.findIndex((line) => line.kind === 'region-done' && line.region === region);
    expect(done).toBeLessThan(first);
  }
});

test('a region that hangs is given up after eight seconds, with the others long complete', async () => {
  await desk.fault({ kind: 'hang', operation: 'ListSecrets', region: STRUCK });
  const started = performance.now();
  const response = await get(riley, '/api/views/inventory', { scope: riley.session.scope });
  const seen: { line: InventoryLine; after: number }[] = [];
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) seen.push({ line: JSON.parse(line), after: performance.now() - started });
  }
  const lines = seen.map(({ line }) => line);
  expectOthersWhole(lines);
  expect(failures(lines)).toMatchObject([
    { region: STRUCK, problem: { code: 'aws-unavailable', detail: 'No answer within 8 seconds.' } },
  ]);
  const othersDone = seen.filter(({ line }) => line.kind === 'region-done').map(({ after }) => after);
  expect(Math.max(...othersDone)).toBeLessThan(4_000);
  const gaveUp = seen.find(({ line }) => line.kind === 'region-failed')?.after ?? 0;
  expect(gaveUp).toBeGreaterThan(7_500);
  expect(gaveUp).toBeLessThan(11_000);
  await desk.heal();

  const again = await inventory(riley, { regions: STRUCK });
  expect(rows(again, STRUCK)).toHaveLength(MANY);
  expect(failures(again)).toEqual([]);
});

test('a later page that fails keeps those before, and says that the region is not complete', async () => {
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 200 });
  const response = await get(riley, '/api/views/inventory', { scope: riley.session.scope, regions: STRUCK });
  const reader = response.body!.getReader();
  let text = decode((await reader.read()).value);
  // The second page is already on its way; the third is asked for 200 ms from here.
  await desk.fault({ kind: 'deny', operation: 'ListSecrets', region: STRUCK });
  for (let next = await reader.read(); !next.done; next = await reader.read()) text += decode(next.value);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as InventoryLine);
  expect(lines.map((line) => line.kind)).toEqual(['page', 'page', 'region-failed', 'end']);
  expect(rows(lines, STRUCK)).toHaveLength(200);
});

test('an operator who leaves the page stops the reading: AWS is asked for nothing further', async () => {
  // Each answer takes its time and asks to be tried again: left alone, every region would be asked three times.
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 300 });
  await desk.fault({ kind: 'throttle', operation: 'ListSecrets' });
  const response = await get(riley, '/api/views/inventory', { scope: riley.session.scope });
  const reader = response.body!.getReader();
  await reader.read();
  await vi.waitUntil(async () => (await desk.count('ListSecrets')) === 4);
  await reader.cancel();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await desk.count('ListSecrets')).toBe(4);
});
