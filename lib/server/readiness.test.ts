import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isReady } from './readiness';

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-this-test-and-of-nothing-else');
  vi.stubEnv('NEXTAUTH_URL', 'https://keyturn.acme.example');
});
afterEach(() => vi.unstubAllEnvs());

const DISCOVERY = 'https://login.acme.example/.well-known/openid-configuration';
const RULES = '[{"claim":"groups","value":"oncall","role":"arn:aws:iam::111122223333:role/Oncall"}]';
const COMPANY = { KEYTURN_OIDC_DISCOVERY: DISCOVERY, KEYTURN_OIDC_CLIENT_ID: 'x', KEYTURN_OIDC_ROLES: RULES };
const CENTER = {
  KEYTURN_SSO_START_URL: 'https://acme.awsapps.com/start',
  KEYTURN_SSO_REGION: 'eu-central-1',
};

// settings, what is missing of them
test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ ...CENTER, ...COMPANY }, []],
  [{ NEXTAUTH_SECRET: '' }, ['NEXTAUTH_SECRET']],
  [{ NEXTAUTH_SECRET: 'keyturn' }, ['NEXTAUTH_SECRET']],
  [{ NEXTAUTH_URL: 'keyturn.acme.example' }, ['NEXTAUTH_URL']],
  [{ AWS_ENDPOINT_URL: 'ftp://x' }, ['AWS_ENDPOINT_URL']],
  [{ ...CENTER, KEYTURN_SSO_REGION: '' }, ['KEYTURN_SSO_REGION']],
  [{ ...CENTER, KEYTURN_SSO_START_URL: 'acme' }, ['KEYTURN_SSO_START_URL']],
  [{ KEYTURN_OIDC_DISCOVERY: DISCOVERY }, ['KEYTURN_OIDC_CLIENT_ID', 'KEYTURN_OIDC_ROLES']],
  [{ ...COMPANY, KEYTURN_OIDC_DISCOVERY: 'http://login.acme.example' }, ['KEYTURN_OIDC_DISCOVERY']],
  [{ ...COMPANY, KEYTURN_OIDC_ROLES: '[{"role":"Oncall"}]' }, ['KEYTURN_OIDC_ROLES']],
])('with %j it misses %j', (settings, missing) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  expect(isReady()).toEqual({ ready: missing.length === 0, missing });
});
