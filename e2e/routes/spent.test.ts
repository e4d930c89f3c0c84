import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as rotationDoor } from '@/app/api/views/rotation/route';
import { GET as spentDoor } from '@/app/api/views/spent/route';
import type { SpentOn, SpentReading } from '@/lib/contract/spent';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ world: 'demo', quotas: false });
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

const asked = ({ session, cookie }: SignedIn, path: string, more: Record<string, string> = {}) =>
  requestTo(`${path}?${new URLSearchParams({ scope: session.scope, ...more })}`, { headers: { cookie } });
async function spentBy(who: SignedIn): Promise<readonly SpentOn[]> {
  const answer = await spentDoor(asked(who, '/api/views/spent'));
  expect(answer.status).toBe(200);
  const reading: SpentReading = await answer.json();
  return reading.spent;
}
const read = async (who: SignedIn, regions: string) =>
  (await rotationDoor(asked(who, '/api/views/rotation', { regions }))).text();

test('what was spent is what AWS was asked, by region and API; asking for it asks AWS nothing', async () => {
  const riley = await desk.signedIn('riley', { sid: 'spends' });
  expect(await spentBy(riley)).toEqual([]);
  await read(riley, 'us-east-1,us-west-2');
  const spent = await spentBy(riley);
  for (const region of ['us-east-1', 'us-west-2']) {
    const calls = (await desk.calls()).filter((one) => one.region === region);
    const count = calls.reduce((sum, one) => sum + one.count, 0);
    expect(count).toBe(4);
    expect(spent).toContainEqual({
      ...{ region, service: 'cloudtrail', operation: 'LookupEvents' },
      ...{ calls: count, throttled: 0, lastMinute: count },
    });
  }
  expect(spent).toHaveLength(2);
  await desk.forgetCalls();
  expect(await spentBy(riley)).toEqual(spent);
  expect(await desk.calls()).toEqual([]);
});

test('a call that was throttled is counted, and that it was; of another sign-in nothing is told', async () => {
  const riley = await desk.signedIn('riley', { sid: 'throttled' });
  await desk.fault({ kind: 'throttle', service: 'cloudtrail', count: 1 });
  await read(riley, 'us-east-1');
  expect(await spentBy(riley)).toMatchObject([{ calls: 5, throttled: 1 }]);
  expect(await spentBy(await desk.signedIn('riley', { sid: 'another' }))).toEqual([]);
});

test('the meter of another scope is refused', async () => {
  const riley = await desk.signedIn('riley', { sid: 'scopes' });
  const answer = await spentDoor(asked(riley, '/api/views/spent', { scope: '123456789012.other' }));
  expect((await problemIn(answer)).status).toBeGreaterThanOrEqual(400);
});
