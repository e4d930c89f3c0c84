import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failureIn } from '@/lib/contract/sign-in-errors';
import { readSignInPage } from './sign-in-page';

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  vi.stubEnv('AWS_ENDPOINT_URL', '');
});
afterEach(() => vi.unstubAllEnvs());

const none = () => undefined;
const backOf = async (callbackUrl: string | string[] | undefined) =>
  (await readSignInPage(callbackUrl, none)).back;

// callbackUrl, where the operator returns to
test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['/secrets?scope=441200879921.riley&q=db', '/secrets?scope=441200879921.riley&q=db'],
  ['http://localhost:3000/secret?arn=a%2Fb', '/secret?arn=a%2Fb'],
  ['secrets', '/secrets'],
  // Signing in would lead to signing in.
  ['/sign-in', '/'],
  ['/sign-in?callbackUrl=/sign-in', '/'],
  [['/secrets', 'https://evil.example/'], '/'],
])('an operator who came from %j returns to %s', async (callbackUrl, back) => {
  expect(await backOf(callbackUrl)).toBe(back);
});

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '/../\\evil.example',
  'http://localhost:3000//evil.example',
  'http://localhost:3000/\\evil.example',
  'http://localhost:3000@evil.example/',
  'http://localhost:3001/',
  'https://localhost:3000/',
  'blob:http://localhost:3000/x',
  'javascript:alert(1)',
  'data:text/html,x',
];

/** Where a browser at our sign-in page goes when it is told to go there. */
const landing = (back: string) => new URL(back, 'http://localhost:3000/sign-in');

test.each(ELSEWHERE)('no link leads an operator who signs in to %j', async (callbackUrl) => {
  expect(landing(await backOf(callbackUrl)).origin).toBe('http://localhost:3000');
});

test('no link at all leads an operator who signs in elsewhere', async () => {
  const parts = fc.constantFrom(
    '/',
    '//',
    '\\',
    '..',
    '.',
    '%2e',
    '%2f',
    'evil.example',
    '@',
    ':',
    '?',
    '#',
    '\t',
    'http:',
  );
  const links = fc.oneof(
    fc.array(parts, { maxLength: 8 }).map((all) => all.join('')),
    fc.array(parts, { maxLength: 8 }).map((all) => `http://localhost:3000/${all.join('')}`),
    fc.webUrl(),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(links, async (callbackUrl) => {
      const back = await backOf(callbackUrl);
      expect(back).toMatch(/^\//);
      expect(landing(back).origin).toBe('http://localhost:3000');
    }),
    { numRuns: 2_000 },
  );
});

test('without a sandbox there is nobody to choose', async () => {
  expect(await readSignInPage('/', none)).toEqual({ back: '/', profiles: 'none', direct: true });
});

test('a sandbox that does not answer offers nobody, and the page still opens', async () => {
  // Nothing listens on this port.
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
  expect(await readSignInPage('/', none)).toEqual({
    back: '/',
    profiles: 'none',
    direct: true,
    operators: [],
  });
});

test('a console behind a name of its own sends nobody to IAM Identity Center: it could not have them back', async () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://keyturn.acme.example');
  expect((await readSignInPage('/', none)).direct).toBe(false);
});

// what the address says, what the page takes it for
test.each([
  [undefined, undefined],
  ['center-denied', 'center-denied'],
  ['Callback', 'company-failed'],
  ['toString', 'company-failed'],
  [['center-denied', 'center-denied'], 'company-failed'],
])('the error %j of an address is %s', (error, code) => {
  expect(failureIn(error)).toBe(code);
});
