import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as rotationDoor } from '@/app/api/views/rotation/route';
import type { RotationLine } from '@/lib/contract/rotation';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];
const NAMES = ['RotationAbandoned', 'RotationFailed', 'RotationStarted', 'RotationSucceeded'];

let desk: Desk;
beforeAll(async () => {
  // Exactly so many calls: two that reach a busy process at once would be throttled.
  desk = await openDesk({ world: 'demo', quotas: false });
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

function ask(who: SignedIn, more: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({ scope: who.session.scope, regions: REGIONS.join(), ...more });
  return rotationDoor(requestTo(`/api/views/rotation?${query}`, { headers: { cookie: who.cookie } }));
}
async function read(who: SignedIn, more?: Record<string, string>): Promise<RotationLine[]> {
  const answer = await ask(who, more);
  expect(answer.status).toBe(200);
  return (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const of = <K extends RotationLine['kind']>(lines: readonly RotationLine[], kind: K) =>
  lines.filter((line): line is Extract<RotationLine, { kind: K }> => line.kind === kind);

test('four pages a region, of all regions at once, and nothing twice within a minute', async () => {
  const riley = await desk.signedIn('riley');
  const lines = await read(riley);
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  expect(
    of(lines, 'region-done')
      .map(({ region }) => region)
      .sort(),
  ).toEqual([...REGIONS].sort());
  const looked = (await desk.calls()).filter(({ operation }) => operation === 'LookupEvents');
  expect(looked.map(({ region, count }) => [region, count]).sort()).toEqual(
    REGIONS.map((region) => [region, 4]).sort(),
  );
  await desk.forgetCalls();
  const again = await read(riley);
  expect(await desk.count('LookupEvents')).toBe(0);
  expect(of(again, 'found').length).toBe(REGIONS.length * NAMES.length);
});

test('what is found makes attempts: the night’s failures with their step and their function', async () => {
  const lines = await read(await desk.signedIn('riley'));
  const attempts = attemptsOf(of(lines, 'found').flatMap(({ events }) => events));
  const failed = attempts.filter(
    ({ arn, outcome }) => /secret:prod\/orders\/aurora-app-/.test(arn) && outcome === 'failed',
  );
  expect(failed[0]?.failures.at(-1)).toMatchObject({
    step: 'createSecret',
    functionArn: 'arn:aws:lambda:us-east-1:441200879921:function:rotate-aurora',
  });
  expect(failed[0]?.failures).toHaveLength(2);
});

test('further back is read of the region that was asked for, always the stream that reaches least far', async () => {
  const riley = await desk.signedIn('riley');
  const first = of(await read(riley), 'found').filter(({ region }) => region === 'us-east-1');
  await desk.forgetCalls();
  const lines = await read(riley, { further: 'us-east-1' });
  const calls = (await desk.calls()).filter(({ operation }) => operation === 'LookupEvents');
  expect(calls.map(({ region }) => region)).toEqual(['us-east-1']);
  expect(calls[0]?.count).toBeLessThanOrEqual(8);
  const reach = (found: typeof first) =>
    found.reduce((latest, { stream }) => (stream.from > latest ? stream.from : latest), '');
  const last = new Map(of(lines, 'found').map((line) => [line.stream.name, line]));
  expect(reach([...last.values()]) < reach(first)).toBe(true);
});

test('a region that is refused or hangs says so, and the others are there', async () => {
  const noor = await desk.signedIn('noor');
  await desk.fault({ kind: 'error500', service: 'cloudtrail', region: 'eu-west-1' });
  const lines = await read(noor);
  expect(
    of(lines, 'region-failed')
      .map(({ region, problem }) => [region, problem.code])
      .sort(),
  ).toEqual([
    ['ap-southeast-2', 'access-denied'],
    ['eu-west-1', 'aws-unavailable'],
  ]);
  expect(of(lines, 'region-done')).toHaveLength(2);
});

test('throttled, it waits and goes on', async () => {
  const riley = await desk.signedIn('riley', { sid: 'throttled' });
  await desk.fault({ kind: 'throttle', service: 'cloudtrail', region: 'us-west-2', count: 2 });
  const lines = await read(riley);
  expect(of(lines, 'region-failed')).toEqual([]);
  expect(of(lines, 'region-done')).toHaveLength(4);
});

test('regions are names and nothing else', async () => {
  const riley = await desk.signedIn('riley');
  for (const more of [{ regions: 'us-east-1,evil.example' }, { regions: '' }, { further: 'nowhere' }])
    expect(await problemIn(await ask(riley, more))).toMatchObject({ code: 'input-invalid' });
});
