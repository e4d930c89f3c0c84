import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as compareDoor } from '@/app/api/views/compare/route';
import { GET as inventoryDoor } from '@/app/api/views/inventory/route';
import { POST as revealDoor } from '@/app/api/views/reveal/route';
import { MOST_STREAMS } from '@/lib/server/streams';
import { type Desk, openDesk, requestTo, type SignedIn } from '../routes/console';
import { get, inventory, problemIn } from '../routes/doors';
import { type Made, makeSecret } from '../routes/secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;

beforeAll(async () => {
  desk = await openDesk();
  secret = await makeSecret(desk.as('riley'), 'payments/card-processor', 2);
});
afterAll(() => desk.close());
beforeEach(async () => {
  // A sign-in of each test's own: limits are by sign-in.
  riley = await desk.signedIn('riley');
  await desk.heal();
  await desk.forgetCalls();
  desk.takeAudit();
});

const version = (at: number) => ({ arn: secret.arn, versionId: secret.versions[at] ?? '' });
const ask = (door: typeof revealDoor, path: string, who: SignedIn, body: object) =>
  door(
    requestTo(`/api/views/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who.cookie },
      body: JSON.stringify({ scope: who.session.scope, ...body }),
    }),
  );
const reveal = (who: SignedIn) =>
  ask(revealDoor, 'reveal', who, { ...version(0), part: { kind: 'outline' } });
const compare = (who: SignedIn) => ask(compareDoor, 'compare', who, { left: version(0), right: version(1) });

test('a sign-in reads so many values a minute and no more; AWS is then asked nothing', async () => {
  vi.stubEnv('KEYTURN_REVEALS_PER_MINUTE', '5');
  try {
    for (const answer of [await reveal(riley), await compare(riley), await compare(riley)]) {
      expect(answer.status).toBe(200);
    }
    expect(await desk.count('GetSecretValue')).toBe(5);
    expect(desk.takeAudit()).toHaveLength(5);
    for (const answer of [await reveal(riley), await compare(riley)]) {
      const problem = await problemIn(answer);
      expect(problem).toMatchObject({ code: 'limit-reached', status: 429 });
      expect(problem.detail).toContain('5 values a minute');
    }
    expect(await desk.count('GetSecretValue')).toBe(5);
    expect(desk.takeAudit()).toEqual([]);
    expect((await reveal(await desk.signedIn('riley'))).status, 'another sign-in').toBe(200);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a sign-in has so many readings open at once and no more; one that ends makes room', async () => {
  await desk.fault({ kind: 'hang', operation: 'ListSecrets' });
  const open = () => get(riley, '/api/views/inventory', { scope: riley.session.scope, regions: 'us-east-1' });
  const streams: Response[] = [];
  for (let at = 0; at < MOST_STREAMS; at += 1) streams.push(await open());
  expect(streams.map(({ status }) => status)).toEqual(Array(MOST_STREAMS).fill(200));
  expect(await problemIn(await open())).toMatchObject({ code: 'limit-reached', status: 429 });
  const another = await desk.signedIn('riley');
  const theirs = await get(another, '/api/views/inventory', { scope: another.session.scope });
  expect(theirs.status, 'another sign-in').toBe(200);
  await theirs.body?.cancel();

  await streams[0]?.body?.cancel();
  const next = await open();
  expect(next.status).toBe(200);
  expect((await problemIn(await open())).code).toBe('limit-reached');
  await Promise.all([...streams.slice(1), next].map(({ body }) => body?.cancel()));
  await desk.heal();
  expect((await inventory(riley)).at(-1)).toMatchObject({ kind: 'end' });
});

test('who asks for the head alone opens no reading, and AWS is asked nothing', async () => {
  const path = `/api/views/inventory?${new URLSearchParams({ scope: riley.session.scope })}`;
  for (let at = 0; at <= MOST_STREAMS; at += 1) {
    const head = await inventoryDoor(requestTo(path, { method: 'HEAD', headers: { cookie: riley.cookie } }));
    expect([head.status, await head.text()]).toEqual([200, '']);
  }
  expect(await desk.calls()).toEqual([]);
});

test('what nests deeply is not even parsed', async () => {
  const deep = (levels: number) => `{"scope":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  const send = (body: string) =>
    revealDoor(
      requestTo('/api/views/reveal', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: riley.cookie },
        body,
      }),
    );
  for (const levels of [17, 200, 8_000]) {
    const { fields } = await problemIn(await send(deep(levels)));
    expect(fields).toEqual([{ path: 'body', rule: 'must nest at most 16 levels' }]);
  }
  const { fields } = await problemIn(await send(deep(16)));
  expect(fields?.map(({ path }) => path)).toContain('scope');
});
