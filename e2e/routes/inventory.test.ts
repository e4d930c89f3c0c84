import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultRegions } from '@/lib/aws/regions';
import type { InventoryLine } from '@/lib/contract/answers';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory } from './doors';
import { makeMany, makeSecret } from './secrets';

const REGIONS = ['ap-southeast-2', 'eu-west-1', 'us-east-1', 'us-west-2'];
const MANY = 230;

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk({ quotas: false });
  riley = await desk.signedIn('riley');
  await makeMany(desk.as('riley'), 'payments', MANY);
  await makeMany(desk.as('riley', 'eu-west-1'), 'orders', 100);
  const gone = await makeSecret(desk.as('riley', 'us-west-2'), 'about-to-go', 3);
  await desk.as('riley', 'us-west-2').send(new DeleteSecretCommand({ SecretId: gone.arn }));
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

const of = <K extends InventoryLine['kind']>(lines: readonly InventoryLine[], kind: K) =>
  lines.filter((line): line is Extract<InventoryLine, { kind: K }> => line.kind === kind);
const rowsIn = (lines: readonly InventoryLine[], region: string) =>
  of(lines, 'page').flatMap((page) => (page.region === region ? page.rows : []));

test('an operator sees every secret of every region, the regions first and the end last', async () => {
  const lines = await inventory(riley);
  expect(lines[0]).toMatchObject({ kind: 'regions', regions: REGIONS, source: 'account' });
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  expect(of(lines, 'regions')).toHaveLength(1);
  expect(of(lines, 'end')).toHaveLength(1);
  expect(of(lines, 'region-failed')).toEqual([]);
  expect(
    of(lines, 'region-done')
      .map(({ region, pages }) => [region, pages])
      .sort(),
  ).toEqual([
    ['ap-southeast-2', 1],
    ['eu-west-1', 1],
    ['us-east-1', 3],
    ['us-west-2', 1],
  ]);
  expect(new Set(rowsIn(lines, 'us-east-1').map((row) => row.name)).size).toBe(MANY);
  expect(rowsIn(lines, 'eu-west-1')).toHaveLength(100);
  expect(rowsIn(lines, 'ap-southeast-2')).toEqual([]);
});

test("a region's pages come in order, and its done line after them", async () => {
  const lines = await inventory(riley);
  const own = lines.filter((line) => 'region' in line && line.region === 'us-east-1');
  expect(own.map((line) => (line.kind === 'page' ? line.page : line.kind))).toEqual([1, 2, 3, 'region-done']);
  for (const line of own) expect('at' in line && Date.parse(line.at ?? '')).toBeGreaterThan(0);
});

test('an operator sees a secret that waits for its deletion, and when that was asked for', async () => {
  const [row] = rowsIn(await inventory(riley, { regions: 'us-west-2' }), 'us-west-2');
  expect(row).toMatchObject({ name: 'about-to-go', region: 'us-west-2' });
  expect(Date.parse(row?.deleted ?? '')).not.toBeNaN();
});

test('the inventory never carries a value', async () => {
  const text = JSON.stringify(await inventory(riley));
  expect(text).not.toContain('the value');
  expect(text).not.toContain('SecretString');
});

test('asking for some regions again reads these alone, and does not list the regions again', async () => {
  const lines = await inventory(riley, { regions: 'eu-west-1,us-west-2' });
  expect(of(lines, 'regions')).toEqual([]);
  expect(
    of(lines, 'region-done')
      .map(({ region }) => region)
      .sort(),
  ).toEqual(['eu-west-1', 'us-west-2']);
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  const asked = (await desk.calls()).map(({ operation, region }) => [operation, region]).sort();
  expect(asked).toEqual([
    ['ListSecrets', 'eu-west-1'],
    ['ListSecrets', 'us-west-2'],
  ]);
});

test('an operator with configured regions reads these without asking for the account list', async () => {
  process.env.KEYTURN_REGIONS = 'us-west-2, not a region, evil.example.com#';
  try {
    const lines = await inventory(riley);
    expect(lines[0]).toEqual({ kind: 'regions', regions: ['us-west-2'], source: 'configuration' });
    expect(await desk.count('ListRegions')).toBe(0);
  } finally {
    delete process.env.KEYTURN_REGIONS;
  }
});

test('an operator who may not list regions reads those every account has, and is told why', async () => {
  await desk.fault({ kind: 'deny', operation: 'ListRegions' });
  const lines = await inventory(riley);
  expect(lines[0]).toMatchObject({
    kind: 'regions',
    source: 'fallback',
    regions: defaultRegions('us-east-1'),
    problem: { code: 'access-denied', action: 'account:ListRegions' },
  });
  const done = of(lines, 'region-done').map(({ region }) => region);
  expect(done.sort()).toEqual(REGIONS);
  // The sandbox's account has four regions; AWS itself refuses signatures in a region that is switched off.
  const failed = of(lines, 'region-failed').map(({ region }) => region);
  expect([...done, ...failed].sort()).toEqual([...defaultRegions('us-east-1')].sort());
  expect(rowsIn(lines, 'us-east-1')).toHaveLength(MANY);
});

test.each(['throttle', 'error500', 'reset'])(
  'an operator still gets the inventory when the list of regions meets %s',
  async (kind) => {
    await desk.fault({ kind, operation: 'ListRegions' });
    const lines = await inventory(riley);
    expect(lines[0]).toMatchObject({ kind: 'regions', source: 'fallback' });
    expect(rowsIn(lines, 'us-east-1')).toHaveLength(MANY);
    expect(lines.at(-1)).toEqual({ kind: 'end' });
  },
);

test('an operator who is denied in one region sees the other three whole', async () => {
  const lines = await inventory(await desk.signedIn('noor'));
  expect(of(lines, 'region-failed')).toMatchObject([
    {
      region: 'ap-southeast-2',
      problem: { status: 403, code: 'access-denied', action: 'secretsmanager:ListSecrets' },
    },
  ]);
  expect(of(lines, 'region-done')).toHaveLength(3);
  expect(rowsIn(lines, 'us-east-1')).toHaveLength(MANY);
});

test('least calls: one for the regions, one for each hundred secrets, at least one a region', async () => {
  await inventory(riley);
  const asked = (await desk.calls()).map(({ operation, region, count }) => [operation, region, count]).sort();
  expect(asked).toEqual([
    ['ListRegions', 'us-east-1', 1],
    ['ListSecrets', 'ap-southeast-2', 1],
    ['ListSecrets', 'eu-west-1', 1],
    ['ListSecrets', 'us-east-1', Math.ceil(MANY / 100)],
    ['ListSecrets', 'us-west-2', 1],
  ]);
});
