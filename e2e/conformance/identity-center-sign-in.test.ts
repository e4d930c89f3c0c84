import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  DEVICE,
  HOME,
  openIdentityCenter,
  type Registered,
  refusal,
  said,
  WITH_CODE,
} from './identity-center-desk.ts';

const { url, control, skip, register, begin, token, poll, refresh, answer, signIn, rolesOf } =
  openIdentityCenter();

const REDIRECT = 'http://127.0.0.1:4869/oauth/callback';

describe('a device', () => {
  test('is registered for 90 days, gets a code for ten minutes, and tokens once its person has allowed it', async () => {
    const { client, clientSecretExpiresAt, clientIdIssuedAt } = await register();
    expect((clientSecretExpiresAt ?? 0) - (clientIdIssuedAt ?? 0)).toBe(90 * 86_400);
    const begun = await begin(client);
    expect(begun).toMatchObject({ expiresIn: 600, interval: 5 });
    expect(begun.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(begun.verificationUri).toBe(`${url()}/start/device`);
    expect(begun.verificationUriComplete).toBe(`${begun.verificationUri}?user_code=${begun.userCode}`);
    const pending = ['AuthorizationPendingException', 'authorization_pending', 400];
    expect(said(await refusal(poll(client, begun.deviceCode)))).toEqual(pending);
    expect(said(await refusal(poll(client, begun.deviceCode)))).toEqual([
      'SlowDownException',
      'slow_down',
      400,
    ]);
    await skip('PT5S');
    expect(said(await refusal(poll(client, begun.deviceCode)))).toEqual(pending);
    await answer(begun.userCode);
    const tokens = await poll(client, begun.deviceCode);
    expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 });
    expect(tokens.refreshToken).toEqual(expect.any(String));
    const again = await refusal(poll(client, begun.deviceCode));
    expect(said(again)).toEqual(['InvalidGrantException', 'invalid_grant', 400]);
    expect(again.error_description).toBe('Invalid grant provided');
  });

  test('that asked for no scope gets the whole time at once, and nothing to refresh it with', async () => {
    const { refreshToken, expiresIn } = await signIn('riley', {});
    expect([refreshToken, expiresIn]).toEqual([undefined, 28_800]);
  });

  test.each<[string, () => Promise<unknown>, readonly [string, string, number]]>([
    [
      'a start URL nobody has',
      async () => begin((await register()).client, 'https://umbrella.awsapps.com/start'),
      ['InvalidRequestException', 'invalid_request', 400],
    ],
    [
      'a secret of another client',
      async () => begin({ ...(await register()).client, clientSecret: 'x' }),
      ['InvalidClientException', 'invalid_client', 401],
    ],
    [
      'a client whose registration has ended',
      async () => {
        const { client } = await register();
        await skip('P91D');
        return begin(client);
      },
      ['InvalidClientException', 'invalid_client', 401],
    ],
    [
      'a code after ten minutes',
      async () => {
        const { client } = await register();
        const { deviceCode } = await begin(client);
        await skip('PT10M');
        return poll(client, deviceCode);
      },
      ['ExpiredTokenException', 'expired_token', 400],
    ],
    [
      'a person who says no',
      async () => {
        const { client } = await register();
        const { deviceCode, userCode } = await begin(client);
        await answer(userCode, 'riley', false);
        return poll(client, deviceCode);
      },
      ['AccessDeniedException', 'access_denied', 400],
    ],
    [
      "another client's code",
      async () => poll((await register()).client, (await begin((await register()).client)).deviceCode),
      ['InvalidGrantException', 'invalid_grant', 400],
    ],
    [
      'a grant type there is not',
      async () => token((await register()).client, { grantType: 'password' }),
      ['UnsupportedGrantTypeException', 'unsupported_grant_type', 400],
    ],
    [
      'a grant type the client did not register for',
      async () => begin((await register(WITH_CODE)).client),
      ['UnauthorizedClientException', 'unauthorized_client', 400],
    ],
    [
      'no code at all',
      async () => token((await register()).client, { grantType: DEVICE }),
      ['InvalidRequestException', 'invalid_request', 400],
    ],
    [
      'a client that says it keeps a secret',
      () => register({ clientType: 'confidential' }),
      ['InvalidClientMetadataException', 'invalid_client_metadata', 400],
    ],
    [
      'a redirect to another computer',
      () => register({ ...WITH_CODE, redirectUris: ['https://example.com/callback'] }),
      ['InvalidRedirectUriException', 'invalid_redirect_uri', 400],
    ],
    [
      'a scope that is no word',
      () => register({ scopes: ['sso account'] }),
      ['InvalidScopeException', 'invalid_scope', 400],
    ],
  ])('%s', async (_, attempt, expected) => {
    expect(said(await refusal(attempt()))).toEqual(expected);
  });
});

describe('a refresh token', () => {
  test('gives another access token while the person is signed in', async () => {
    const { client, accessToken, refreshToken } = await signIn('riley');
    await control('identity-center', { expireTokens: 'riley' });
    expect(await refusal(rolesOf(accessToken))).toMatchObject({ name: 'UnauthorizedException' });
    const renewed = await refresh(client, refreshToken);
    expect(renewed.accessToken).not.toBe(accessToken);
    expect((await rolesOf(renewed.accessToken)).roleList).toHaveLength(1);
    await control('identity-center', { endTokens: 'riley' });
    expect(await refusal(rolesOf(renewed.accessToken))).toMatchObject({ name: 'UnauthorizedException' });
    for (const one of [refreshToken, renewed.refreshToken]) {
      expect(said(await refusal(refresh(client, one)))).toEqual([
        'InvalidGrantException',
        'invalid_grant',
        400,
      ]);
    }
  });

  test('is of its client alone', async () => {
    const { refreshToken } = await signIn('riley');
    const { client } = await register();
    expect(await refusal(refresh(client, refreshToken))).toMatchObject({ name: 'InvalidGrantException' });
  });
});

describe('a program a browser comes back to', () => {
  const verifier = 'v'.repeat(64);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const ask = (client: Registered, more: Record<string, string> = {}, path = '/authorize') => {
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: client.clientId, redirect_uri: REDIRECT, state: 's&t' },
      ...{ code_challenge_method: 'S256', code_challenge: challenge, scopes: 'sso:account:access', ...more },
    });
    return fetch(`${url()}${path}?${query}`, { redirect: 'manual' });
  };
  const submit = (location: string, fields: Record<string, string>) => {
    const page = new URL(location, url());
    const body = new URLSearchParams({ request: page.searchParams.get('request') ?? '', ...fields });
    return fetch(`${page.origin}${page.pathname}`, { method: 'POST', body, redirect: 'manual' });
  };

  test('gets a code, and with its verifier tokens, once', async () => {
    const { client, authorizationEndpoint } = await register(WITH_CODE);
    expect(authorizationEndpoint).toBe(`${url()}/authorize`);
    const asked = await ask(client);
    const location = asked.headers.get('location') ?? '';
    expect([asked.status, location]).toEqual([303, expect.stringMatching(/^\/start\/authorize\?request=/)]);
    const page = await fetch(new URL(location, url()));
    expect(await page.text()).toContain('keyturn');
    const allowed = await submit(location, { name: 'dana', answer: 'allow' });
    const back = new URL(allowed.headers.get('location') ?? '');
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([REDIRECT, 's&t']);
    const code = back.searchParams.get('code') ?? '';
    const redeem = (more: object = {}) =>
      token(client, {
        ...{ grantType: 'authorization_code', code, redirectUri: REDIRECT, codeVerifier: verifier, ...more },
      });
    const invalid = ['InvalidGrantException', 'invalid_grant', 400];
    expect(said(await refusal(redeem({ codeVerifier: 'w'.repeat(64) })))).toEqual(invalid);
    expect(said(await refusal(redeem({ redirectUri: 'http://127.0.0.1:1/oauth/callback' })))).toEqual(
      invalid,
    );
    const { accessToken } = await redeem();
    expect((await rolesOf(accessToken)).roleList).toEqual([
      { accountId: HOME, roleName: 'RotationResponder' },
    ]);
    expect(said(await refusal(redeem()))).toEqual(invalid);
    expect((await submit(location, { name: 'riley', answer: 'allow' })).status).toBe(400);
  });

  test('is told when the person says no', async () => {
    const { client } = await register(WITH_CODE);
    const location = (await ask(client)).headers.get('location') ?? '';
    const denied = await submit(location, { name: 'riley', answer: 'deny' });
    expect(denied.headers.get('location')).toBe(`${REDIRECT}?error=access_denied&state=s%26t`);
  });

  test.each([
    ['a challenge that is the verifier itself', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no challenge', { code_challenge: '' }, 'invalid_request'],
    ['a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope it did not register', { scopes: 'openid' }, 'invalid_scope'],
  ])('%s', async (_, more, error) => {
    const { client } = await register(WITH_CODE);
    const location = (await ask(client, more)).headers.get('location');
    expect(location).toBe(`${REDIRECT}?error=${error}&state=s%26t`);
  });

  test.each([
    ['an address nobody registered', { redirect_uri: 'http://127.0.0.1:4869/elsewhere' }],
    ['an address of another computer', { redirect_uri: 'https://evil.example/oauth/callback' }],
    ['a client nobody knows', { client_id: 'nobody' }],
  ])('is not sent to %s', async (_, more) => {
    const { client } = await register(WITH_CODE);
    const answered = await ask(client, more);
    expect([answered.status, answered.headers.get('location')]).toEqual([400, null]);
  });
});
