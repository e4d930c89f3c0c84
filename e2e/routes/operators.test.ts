import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { secretsManager } from '@/lib/aws/client';
import { forgetClients } from '@/lib/aws/own-client';
import { type Desk, openDesk } from './console';
import { inventory, moveLabel, problemIn, reading } from './doors';
import { labelsOf, makeSecret } from './secrets';

let desk: Desk;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());

const made = () => makeSecret(desk.as('riley'), `prod/shared-${number++}`);

test('two operators in one region are each answered by their own rights, in either order', async () => {
  const [riley, sam] = [await desk.signedIn('riley'), await desk.signedIn('sam')];
  const { arn, versions } = await made();
  const [first = '', second = ''] = versions;
  expect((await moveLabel(riley, arn, { from: second, to: first })).status).toBe(200);
  const refused = await moveLabel(sam, arn, { from: first, to: second });
  expect(await problemIn(refused)).toMatchObject({ status: 403, code: 'access-denied' });
  expect((await moveLabel(riley, arn, { from: first, to: second })).status).toBe(200);
  expect(await labelsOf(desk.as('riley'), arn)).toEqual({ AWSCURRENT: second, AWSPREVIOUS: first });
});

test('AWS sees each of many operators at once as the one who asked', async () => {
  const { arn } = await made();
  const people = await Promise.all(['riley', 'dana', 'sam', 'noor'].map((name) => desk.signedIn(name)));
  await desk.forgetCalls();
  await Promise.all(Array.from({ length: 5 }, () => people.map((who) => reading(who, arn))).flat());
  const asked = (await desk.calls()).map(
    ({ operation, principal, count }) => `${principal} ${operation} ${count}`,
  );
  expect(asked.sort()).toEqual(
    ['dana', 'noor', 'riley', 'sam'].flatMap((name) => [
      `${name} DescribeSecret 5`,
      `${name} ListSecretVersionIds 5`,
    ]),
  );
});

test('two operators who read the inventory at once each get their own regions', async () => {
  await made();
  const [riley, noor] = [await desk.signedIn('riley'), await desk.signedIn('noor')];
  const [all, limited] = await Promise.all([inventory(riley), inventory(noor)]);
  expect(all.filter((line) => line.kind === 'region-failed')).toEqual([]);
  expect(limited.flatMap((line) => (line.kind === 'region-failed' ? [line.region] : []))).toEqual([
    'ap-southeast-2',
  ]);
});

test('two sign-ins of the same operator do not share clients, nor do reads and writes', () => {
  const [one, other] = [desk.session('riley'), desk.session('riley')];
  const client = secretsManager(one, 'us-east-1', 'read');
  expect(secretsManager(one, 'us-east-1', 'read')).toBe(client);
  expect(secretsManager(other, 'us-east-1', 'read')).not.toBe(client);
  expect(secretsManager(one, 'us-east-1', 'write')).not.toBe(client);
  expect(secretsManager(one, 'eu-west-1', 'read')).not.toBe(client);
  expect(secretsManager({ ...one, scope: '441200879921.sam' }, 'us-east-1', 'read')).not.toBe(client);
});

test("signing out forgets that sign-in's clients, and nobody else's", () => {
  const [leaving, staying] = [desk.session('riley'), desk.session('dana')];
  const gone = [secretsManager(leaving, 'us-east-1', 'read'), secretsManager(leaving, 'us-east-1', 'write')];
  const kept = secretsManager(staying, 'us-east-1', 'read');
  forgetClients(leaving.sid);
  expect(secretsManager(leaving, 'us-east-1', 'read')).not.toBe(gone[0]);
  expect(secretsManager(leaving, 'us-east-1', 'write')).not.toBe(gone[1]);
  expect(secretsManager(staying, 'us-east-1', 'read')).toBe(kept);
});

test('a sign-in whose id begins another one does not take its clients along', () => {
  const [short, long] = [desk.session('riley', { sid: 'abc' }), desk.session('dana', { sid: 'abcd' })];
  const kept = secretsManager(long, 'us-east-1', 'read');
  forgetClients(short.sid);
  expect(secretsManager(long, 'us-east-1', 'read')).toBe(kept);
});
