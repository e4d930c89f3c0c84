import { expect, test } from 'vitest';
import { type Client, createIdentityCenter } from './state.ts';
import { ACCOUNT_ACCESS, endTokens, expireTokens, issueTokens, signIn, signInOf } from './tokens.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-25T08:00:00Z');

const client = (scopes: string[], grantTypes = ['refresh_token']): Client => ({
  ...{ clientId: 'c', clientSecret: 's', name: 'keyturn', scopes, grantTypes, redirectUris: [] },
  ...{ issuerUrl: undefined, endsAt: START + 90 * 24 * HOUR },
});

test('an access token lasts an hour, and the last one no longer than the sign-in of eight', () => {
  const center = createIdentityCenter();
  const session = signIn('riley', client([ACCOUNT_ACCESS]), START);
  const first = issueTokens(center, session, START);
  expect(first.expiresIn).toBe(3600);
  const token = String(first.accessToken);
  expect(signInOf(center, token, START + HOUR - 1)?.person).toBe('riley');
  expect(signInOf(center, token, START + HOUR)).toBeUndefined();
  const last = issueTokens(center, session, START + 7.5 * HOUR);
  expect(last.expiresIn).toBe(1800);
  expect(signInOf(center, String(last.accessToken), START + 8 * HOUR)).toBeUndefined();
});

test.each<[string, Client]>([
  ['asked for no scope', client([])],
  ['did not register for it', client([ACCOUNT_ACCESS], ['authorization_code'])],
])('a client that %s gets eight hours and nothing to refresh', (_, given) => {
  const center = createIdentityCenter();
  const tokens = issueTokens(center, signIn('sam', given, START), START);
  expect(tokens).toMatchObject({ expiresIn: 28_800 });
  expect(tokens).not.toHaveProperty('refreshToken');
});

test("one person's tokens end without anybody else's", () => {
  const center = createIdentityCenter();
  const tokenOf = (person: string) =>
    String(issueTokens(center, signIn(person, client([ACCOUNT_ACCESS]), START), START).accessToken);
  const [riley, dana, sam] = [tokenOf('riley'), tokenOf('dana'), tokenOf('sam')];
  endTokens(center, 'riley');
  expireTokens(center, 'dana');
  expect([riley, dana, sam].map((token) => signInOf(center, token, START)?.person)).toEqual([
    undefined,
    undefined,
    'sam',
  ]);
  const refreshable = [...center.refreshTokens.values()].filter(({ endsAt }) => endsAt > START);
  expect(refreshable.map(({ person }) => person)).toEqual(['dana', 'sam']);
});

test('what ended a day ago is forgotten', () => {
  const center = createIdentityCenter();
  issueTokens(center, signIn('riley', client([ACCOUNT_ACCESS]), START), START);
  const later = START + 33 * HOUR;
  issueTokens(center, signIn('riley', client([ACCOUNT_ACCESS]), later), later);
  expect([center.accessTokens.size, center.refreshTokens.size]).toEqual([1, 1]);
});
