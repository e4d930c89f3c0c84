import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toOperatorInfo } from '@/lib/server/operator-info';
import { cookieOf, type Desk, type Headers, openDesk, type SignedIn, signInOf } from './console';
import { get, moveLabel, post, problemIn } from './doors';
import { type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
  secret = await makeSecret(desk.as('riley'), 'payments/api-key');
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());

/** Every door there is, asked for something it would grant to riley. */
const doors: Record<
  string,
  (who: SignedIn | undefined, headers?: Headers, scope?: string) => Promise<Response>
> = {
  'an operation': (who, headers = {}, scope) =>
    post(
      who,
      { SecretId: secret.arn },
      { operation: 'DescribeSecret', headers, ...(scope ? { scope } : {}) },
    ),
  'a label move': (who, headers = {}, scope) =>
    post(
      who,
      { SecretId: secret.arn, VersionStage: 'KEPT', MoveToVersionId: secret.versions[0] },
      { headers, ...(scope ? { scope } : {}) },
    ),
  'the inventory': (who, headers, scope) =>
    get(who, '/api/views/inventory', { scope: scope ?? riley.session.scope }, headers),
  'a secret': (who, headers, scope) =>
    get(who, '/api/views/secret', { scope: scope ?? riley.session.scope, arn: secret.arn }, headers),
};

describe.each(Object.entries(doors))('the door to %s', (_, door) => {
  const locked = async (response: Response, status: number, code: string) => {
    expect(await problemIn(response)).toMatchObject({ status, code });
    expect(await desk.calls()).toEqual([]);
  };

  test('opens for the operator who is signed in', async () => {
    const response = await door(riley);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toBe('cookie');
    await response.text();
  });

  test('opens for a caller that sends an Origin but no Sec-Fetch-Site, and the other way round', async () => {
    for (const headers of [{ 'sec-fetch-site': null }, { origin: null }]) {
      const response = await door(riley, headers);
      expect(response.status).toBe(200);
      await response.text();
    }
  });

  test('stays shut for somebody who is not signed in', async () => {
    await locked(await door(undefined), 401, 'sign-in-expired');
  });

  test('stays shut for an operator whose sign-in has ended', async () => {
    const ended = await desk.signedIn('riley', { until: Math.floor(Date.now() / 1000) - 1 });
    await locked(await door(ended), 401, 'sign-in-expired');
  });

  test('stays shut for a cookie that is garbage, or holds no session of ours', async () => {
    const cookies = [
      'next-auth.session-token=garbage',
      'next-auth.session-token=a.b.c.d.e',
      'next-auth.session-token=',
      await cookieOf({ sid: 'x' }),
      await cookieOf('__proto__'),
      await cookieOf(null),
    ];
    for (const cookie of cookies) {
      await locked(await door({ session: riley.session, cookie }), 401, 'sign-in-expired');
    }
  });

  test('stays shut for a page of an older sign-in, made for another scope', async () => {
    await locked(await door(riley, {}, '441200879921.sam'), 403, 'scope-not-held');
  });

  test('stays shut for a page of an earlier sign-in of the same scope', async () => {
    const again = await desk.signedIn('riley', { sid: 'another-sign-in' });
    const { mark } = toOperatorInfo(signInOf(riley.session));
    expect((await door(riley, { 'x-keyturn-sign-in': mark })).status).toBe(200);
    await desk.forgetCalls();
    await locked(await door(again, { 'x-keyturn-sign-in': mark }), 401, 'sign-in-expired');
  });

  test.each<[string, Headers]>([
    ["another site's page", { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    [
      'a page of another port of this computer',
      { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    ],
    ['a page that has no origin', { origin: 'null' }],
    ['a link followed from another site', { origin: null, 'sec-fetch-site': 'cross-site' }],
    ['a link followed from the same site', { origin: null, 'sec-fetch-site': 'same-site' }],
    ['an address typed into the browser', { origin: null, 'sec-fetch-site': 'none' }],
    ['our origin over https', { origin: 'https://localhost:3000' }],
    ['a name that was bound to this computer', { host: 'evil.example:3000', origin: null }],
    ['our host at another port', { host: 'localhost:3001' }],
    ['no host at all', { host: null }],
    ['a program that sends neither Origin nor Sec-Fetch-Site', { origin: null, 'sec-fetch-site': null }],
  ])("refuses %s although the operator's cookie came along", async (_name, headers) => {
    await locked(await door(riley, headers), 403, 'origin-refused');
  });
});

test('an operator reads a secret through door one, with the id and the time AWS gave the call', async () => {
  const response = await post(riley, { SecretId: secret.arn }, { operation: 'DescribeSecret' });
  const answer = await response.json();
  expect(answer.output).toMatchObject({ ARN: secret.arn, Name: secret.name });
  expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(Math.abs(Date.parse(answer.at) - Date.now())).toBeLessThan(10_000);
  expect(answer.output).not.toHaveProperty('$metadata');
});

test('an operator hears of a secret AWS does not know that there is none here', async () => {
  const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:nobody/made-this-Ab12Cd';
  const door = await post(riley, { SecretId: arn }, { operation: 'DescribeSecret' });
  expect(await problemIn(door)).toMatchObject({ status: 404, code: 'secret-not-found', resource: arn });
  const view = await get(riley, '/api/views/secret', { scope: riley.session.scope, arn });
  expect(await problemIn(view)).toMatchObject({ status: 404, code: 'secret-not-found' });
});

test.each([
  'GetSecretValue',
  'BatchGetSecretValue',
  'DeleteSecret',
  'PutResourcePolicy',
  'ListSecrets',
  'Nonsense',
])('door one does not offer %s to anybody', async (operation) => {
  const response = await post(riley, { SecretId: secret.arn }, { operation });
  expect(await problemIn(response)).toMatchObject({ status: 404, code: 'operation-unknown' });
  expect(await desk.calls()).toEqual([]);
});

test('an operator who names a secret of another region than the path is told which rule is broken', async () => {
  const [from = '', to = ''] = secret.versions;
  const response = await moveLabel(riley, secret.arn, { from, to }, { region: 'eu-west-1' });
  expect(await problemIn(response)).toMatchObject({
    status: 422,
    fields: [{ path: 'input.SecretId', rule: 'must be of the region in the path' }],
  });
  expect(await desk.calls()).toEqual([]);
});
