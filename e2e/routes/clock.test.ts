import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory, moveLabel } from './doors';
import { labelsOf, type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());

/** Moves AWSCURRENT there and back: the first write after a jump, and the next one. */
async function thereAndBack({ arn, versions: [first = '', second = ''] }: Made): Promise<void> {
  await desk.forgetCalls();
  expect((await moveLabel(riley, arn, { from: second, to: first })).status).toBe(200);
  expect((await moveLabel(riley, arn, { from: first, to: second })).status).toBe(200);
  expect(await desk.count('UpdateSecretVersionStage')).toBe(2);
  expect(await labelsOf(desk.as('riley'), arn)).toEqual({ AWSCURRENT: second, AWSPREVIOUS: first });
}

test("an operator's next write works after the clock of AWS jumped two days ahead, and back", async () => {
  const secret = await makeSecret(desk.as('riley'), 'payments/a');
  await thereAndBack(secret);
  for (let jump = 1; jump <= 2; jump += 1) {
    await desk.control('clock', { advance: 'PT24H' });
    await thereAndBack(secret);
  }
  await desk.control('reset', { world: 'empty' });
  await thereAndBack(await makeSecret(desk.as('riley'), 'payments/b'));
});

test("a reading carries the clock of AWS, not the console's", async () => {
  const { now } = await desk.control('clock', { advance: 'P3D' });
  const lines = await inventory(riley);
  const at = lines.flatMap((line) => ('at' in line && line.at ? [Date.parse(line.at)] : []));
  expect(at.length).toBeGreaterThan(4);
  for (const instant of at) expect(Math.abs(instant - Date.parse(now ?? ''))).toBeLessThan(30_000);
  await desk.control('reset', { world: 'empty' });
});

test("a write carries the clock of AWS too, whatever the console's says", async () => {
  const { arn, versions } = await makeSecret(desk.as('riley'), 'payments/c');
  const { now } = await desk.control('clock', { advance: 'PT24H' });
  const [to = '', from = ''] = versions;
  const { at } = await (await moveLabel(riley, arn, { from, to })).json();
  expect(Math.abs(Date.parse(at) - Date.parse(now ?? ''))).toBeLessThan(30_000);
});
