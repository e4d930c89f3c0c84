import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Browser, openBrowser } from './browser';
import { type Desk, openDesk } from './console';
import { get, post, problemIn } from './doors';
import { type Home, LAUNCH, openAddress, openHome } from './profile-files';

const SESSION = 'next-auth.session-token';
const MINUTE = 60_000;

let desk: Desk;
let home: Home;
let browser: Browser;
let secret: string;

beforeAll(async () => {
  desk = await openDesk();
  home = await openHome();
});
afterAll(async () => {
  await home.close();
  await desk.close();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  browser = openBrowser();
  await openAddress(browser, `/?launch=${LAUNCH}`);
  await give('riley');
  const { status } = await browser.signIn('profile', { profile: 'run' });
  expect(status).toBe(200);
  await desk.forgetCalls();
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.heal();
});

/** Has the profile's command give a session of an operator, of one hour. */
async function give(name: string): Promise<void> {
  // The sandbox lives in the wall's time, which a test cannot move: there, the session outlives the test.
  const keys = await desk.control('sessions', { name, seconds: 129_600 });
  const expiration = new Date(Date.now() + 60 * MINUTE).toISOString();
  const said = await home.file(
    'said',
    JSON.stringify({
      ...{ Version: 1, AccessKeyId: keys.accessKeyId, SecretAccessKey: keys.secretAccessKey },
      ...{ SessionToken: keys.sessionToken, Expiration: expiration },
    }),
  );
  await home.write(`[profile run]\ncredential_process = cat "${said}"\n`);
}
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE);
const ask = () => {
  const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`;
  const who = { session: desk.session('riley'), cookie };
  secret = `arn:aws:secretsmanager:us-east-1:${who.session.account}:secret:none-AbCdEf`;
  return post(who, { SecretId: secret }, { operation: 'DescribeSecret' });
};
const proofs = () => desk.count('GetCallerIdentity');

test('the first requests work with what was proven at sign-in; nothing is asked again', async () => {
  await Promise.all([ask(), ask(), ask()]);
  expect((await ask()).status).toBe(404);
  expect(await proofs()).toBe(0);
});

test('credentials are renewed before they end, once for all requests at a time, and the sign-in goes on', async () => {
  await ask();
  later(56);
  await give('riley');
  const answers = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(await proofs()).toBe(1);
  later(50);
  expect((await ask()).status).toBe(404);
});

test('the longest sign-in ends all the same', async () => {
  later(12 * 60 + 1);
  await give('riley');
  expect(await problemIn(await ask())).toMatchObject({ code: 'sign-in-expired' });
});

test('a renewal that fails is tried again while the old credentials hold, and then ends the sign-in with its reason', async () => {
  await home.write('[profile run]\ncredential_process = exit 1\n');
  later(56);
  expect((await ask()).status).toBe(404);
  later(5);
  expect(await problemIn(await ask())).toMatchObject({
    status: 401,
    code: 'sign-in-expired',
    detail: expect.stringContaining('credential_process ended with an error'),
  });
});

test('an AWS that does not answer the renewal does not end the sign-in', async () => {
  later(61);
  await give('riley');
  await desk.fault({ kind: 'reset', operation: 'GetCallerIdentity' });
  expect(await problemIn(await ask())).toMatchObject({ status: 503, code: 'aws-unavailable' });
  await desk.heal();
  expect((await ask()).status).toBe(404);
});

test('a profile that now leads to somebody else ends the sign-in, and is never used for it', async () => {
  later(56);
  await give('sam');
  expect(await problemIn(await ask())).toMatchObject({
    code: 'sign-in-expired',
    detail: expect.stringContaining('another account or role'),
  });
  expect((await desk.calls()).map(({ operation, principal }) => `${operation} ${principal}`)).toEqual([
    'GetCallerIdentity sam',
  ]);
});

test('a sign-in by profile ends with the start it was made in, though its cookie can still be read', async () => {
  process.env.KEYTURN_LAUNCH_TOKEN = LAUNCH.replace('token', 'other');
  try {
    expect((await browser.whoAmI()).operator).toBeUndefined();
    expect(await problemIn(await ask())).toMatchObject({ code: 'sign-in-expired' });
  } finally {
    process.env.KEYTURN_LAUNCH_TOKEN = LAUNCH;
  }
});

test('signing out drops the credentials, so that a copied cookie has to ask the profile again', async () => {
  const copied = browser.cookies.get(SESSION) ?? '';
  await browser.signOut();
  await home.write('');
  browser.cookies.set(SESSION, copied);
  expect(await problemIn(await ask())).toMatchObject({ code: 'sign-in-expired' });
});

test('a long list begun before the end is not cut off by it', async () => {
  const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`;
  const who = { session: desk.session('riley'), cookie };
  later(54);
  const answer = await get(who, '/api/views/inventory', { scope: who.session.scope });
  expect(await answer.text()).not.toContain('region-failed');
});
