import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listProfiles } from './list';

// In one file, though long: all of it reads files written by the helpers below.

const NOW = Date.parse('2026-11-19T03:42:14.000Z');
let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'keyturn-profiles-'));
  await mkdir(join(home, '.aws/sso/cache'), { recursive: true });
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_CONFIG_FILE', '');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

const config = (text: string) => writeFile(join(home, '.aws/config'), text);
const credentials = (text: string) => writeFile(join(home, '.aws/credentials'), text);
const cache = (id: string, token: unknown) =>
  writeFile(
    join(home, `.aws/sso/cache/${createHash('sha1').update(id).digest('hex')}.json`),
    typeof token === 'string' ? token : JSON.stringify(token),
  );

const KEYS = 'aws_access_key_id = AKIANOBODYNOBODY0001\naws_secret_access_key = a-secret-of-nobody\n';
const ROLE = 'arn:aws:iam::602733145908:role/ops/SecretsOperator';
const SESSION = '[sso-session acme]\nsso_region = eu-west-1\nsso_start_url = https://acme.example/start\n';
const SSO = 'sso_session = acme\nsso_account_id = 441200879921\nsso_role_name = SecretsOperator\n';

// what the config file holds, the state of profile `x`
test.each<[string, string, object]>([
  ['keys', `[profile x]\n${KEYS}`, { code: 'untried' }],
  [
    'half a key',
    '[profile x]\naws_access_key_id = AKIANOBODYNOBODY0001\n',
    { code: 'keys-incomplete', about: 'aws_secret_access_key' },
  ],
  [
    'the other half',
    '[profile x]\naws_secret_access_key = s\n',
    { code: 'keys-incomplete', about: 'aws_access_key_id' },
  ],
  [
    'a role with a source',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n[profile y]\n${KEYS}`,
    { code: 'untried' },
  ],
  [
    'a role that begins with its own keys',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = x\n${KEYS}`,
    { code: 'untried' },
  ],
  [
    'a role without a source',
    `[profile x]\nrole_arn = ${ROLE}\n`,
    { code: 'role-without-source', about: 'x' },
  ],
  [
    'a source nobody has',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n`,
    { code: 'source-missing', about: 'y' },
  ],
  [
    'a source without credentials',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n[profile y]\nregion = us-east-1\n`,
    { code: 'source-empty', about: 'y' },
  ],
  [
    'a source with half a key',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n[profile y]\naws_access_key_id = AKIANOBODYNOBODY0001\n`,
    { code: 'keys-incomplete', about: 'aws_secret_access_key' },
  ],
  [
    'a loop of itself',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = x\n`,
    { code: 'source-loop', about: 'x' },
  ],
  [
    'a loop of three',
    ['x y', 'y z', 'z x']
      .map((pair) => `[profile ${pair[0]}]\nrole_arn = ${ROLE}\nsource_profile = ${pair[2]}\n`)
      .join(''),
    { code: 'source-loop', about: 'x' },
  ],
  [
    'a role that asks for a code',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\nmfa_serial = arn:aws:iam::441200879921:mfa/riley\n[profile y]\n${KEYS}`,
    { code: 'mfa', about: 'x' },
  ],
  [
    'a source that asks for a code',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n[profile y]\nrole_arn = ${ROLE}\nmfa_serial = m\nsource_profile = z\n[profile z]\n${KEYS}`,
    { code: 'mfa', about: 'y' },
  ],
  [
    'a machine to take rights from',
    `[profile x]\nrole_arn = ${ROLE}\ncredential_source = Environment\n`,
    { code: 'credential-source', about: 'x' },
  ],
  [
    'a source that is a machine',
    `[profile x]\nrole_arn = ${ROLE}\nsource_profile = y\n[profile y]\nrole_arn = ${ROLE}\ncredential_source = Ec2InstanceMetadata\n`,
    { code: 'credential-source', about: 'y' },
  ],
  [
    'a role that is none',
    '[profile x]\nrole_arn = SecretsOperator\nsource_profile = y\n[profile y]\n',
    { code: 'role-invalid', about: 'x' },
  ],
  ['a command', '[profile x]\ncredential_process = false\n', { code: 'untried' }],
  [
    'a token in a file that is not there',
    `[profile x]\nrole_arn = ${ROLE}\nweb_identity_token_file = /nowhere/token\n`,
    { code: 'token-file-missing' },
  ],
  ['settings only', '[profile x]\nregion = us-east-1\n', { code: 'no-credentials' }],
  ['a session nobody has', `[profile x]\n${SSO}`, { code: 'session-missing', about: 'acme' }],
  [
    'no role at Identity Center',
    `[profile x]\nsso_session = acme\nsso_account_id = 441200879921\n${SESSION}`,
    { code: 'sso-incomplete', about: 'sso_role_name' },
  ],
  [
    'a session without a region',
    `[profile x]\n${SSO}[sso-session acme]\nsso_start_url = https://acme.example/start\n`,
    { code: 'sso-incomplete', about: 'sso_region' },
  ],
  ['a session nobody signed in to', `[profile x]\n${SSO}${SESSION}`, { code: 'sso-absent' }],
])('a profile with %s', async (_what, text, state) => {
  await config(text);
  const { profiles } = await listProfiles(NOW);
  expect(profiles.find(({ name }) => name === 'x')?.state).toEqual(state);
});

const token = (expiresAt: string, more: object = {}) => ({ accessToken: 'a-token', expiresAt, ...more });
const renewal = {
  refreshToken: 'r',
  clientId: 'c',
  clientSecret: 's',
  registrationExpiresAt: '2027-01-01T00:00:00Z',
};

// what the cache of the AWS CLI holds, the state
test.each<[string, unknown, object]>([
  ['a sign-in', token('2026-11-19T08:54:14Z'), { code: 'sso-valid', at: '2026-11-19T08:54:14.000Z' }],
  [
    'a sign-in that is over',
    token('2026-11-19T01:42:14Z'),
    { code: 'sso-expired', at: '2026-11-19T01:42:14.000Z' },
  ],
  ['one that is over and can be renewed', token('2026-11-19T01:42:14Z', renewal), { code: 'sso-renews' }],
  [
    'one whose renewal is over too',
    token('2026-11-19T01:42:14Z', { ...renewal, registrationExpiresAt: '2026-11-01T00:00:00Z' }),
    { code: 'sso-expired', at: '2026-11-19T01:42:14.000Z' },
  ],
  ['rubbish', '{"accessToken', { code: 'sso-absent' }],
  ['null', 'null', { code: 'sso-absent' }],
  ['no token', { expiresAt: '2026-11-19T08:54:14Z' }, { code: 'sso-absent' }],
  ['an end that is none', token('soon'), { code: 'sso-absent' }],
])('an Identity Center profile whose cache holds %s', async (_what, held, state) => {
  await config(`[profile x]\n${SSO}${SESSION}`);
  await cache('acme', held);
  const { profiles } = await listProfiles(NOW);
  expect(profiles).toEqual([
    { name: 'x', kind: 'sso', account: '441200879921', role: 'SecretsOperator', state },
  ]);
});

test('a profile of the older form has its sign-in under its start URL, and nothing renews it', async () => {
  const url = 'https://acme.example/start';
  await config(
    `[profile x]\nsso_start_url = ${url}\nsso_region = eu-west-1\n${SSO.replace('sso_session = acme\n', '')}`,
  );
  await cache(url, token('2026-11-19T01:42:14Z', renewal));
  const { profiles } = await listProfiles(NOW);
  expect(profiles[0]?.state).toEqual({ code: 'sso-expired', at: '2026-11-19T01:42:14.000Z' });
});

test('each profile is named with account, role and region where the files say so, the default one first', async () => {
  await config(
    `[profile b10]\nrole_arn = ${ROLE}\nsource_profile = b9\nregion = eu-central-1\n[default]\nregion = us-east-1\n` +
      '[profile b9]\ncredential_process = x\naws_account_id = 441200879921\nregion = not a region\n',
  );
  await credentials(`[default]\n${KEYS}[only-here]\n${KEYS}`);
  const { profiles, files } = await listProfiles(NOW);
  const state = { code: 'untried' };
  expect(profiles).toEqual([
    { name: 'default', kind: 'keys', region: 'us-east-1', state },
    { name: 'b9', kind: 'process', account: '441200879921', state },
    {
      name: 'b10',
      kind: 'role',
      account: '602733145908',
      role: 'SecretsOperator',
      region: 'eu-central-1',
      state,
    },
    { name: 'only-here', kind: 'keys', state },
  ]);
  expect(files).toEqual([
    { path: '~/.aws/config', state: 'read', strayLines: [] },
    { path: '~/.aws/credentials', state: 'read', strayLines: [] },
  ]);
});

test('nothing of the files leaves but names: no key, token, command or address', async () => {
  await config(
    `[profile a]\n${KEYS}aws_session_token = hidden-token\n[profile b]\ncredential_process = vault --password hidden\n` +
      `[profile c]\n${SSO.replace('441200879921', 'hidden-account')}${SESSION}[profile d]\nrole_arn = hidden-role\nsource_profile = a\n` +
      `[profile e]\nrole_arn = ${ROLE}\nsource_profile = a\nexternal_id = hidden-id\nregion = hidden\n`,
  );
  await cache('acme', token('2026-11-19T08:54:14Z', { accessToken: 'hidden-sso' }));
  const said = JSON.stringify(await listProfiles(NOW));
  expect(said).not.toMatch(/hidden|secret-of-nobody|AKIA|acme\.example/);
});

test('files that are elsewhere are read there, and one that is missing or locked is named', async () => {
  const elsewhere = join(home, 'my config');
  vi.stubEnv('AWS_CONFIG_FILE', elsewhere);
  await writeFile(elsewhere, `[profile x]\n${KEYS}`);
  expect(await listProfiles(NOW)).toMatchObject({
    profiles: [{ name: 'x' }],
    files: [
      { path: elsewhere, state: 'read' },
      { path: '~/.aws/credentials', state: 'absent' },
    ],
  });
  // A folder is what everybody, root included, fails to read.
  await mkdir(join(home, 'folder'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'folder'));
  expect((await listProfiles(NOW)).files[1]?.state).toBe('unreadable');
  await rm(elsewhere);
  expect(await listProfiles(NOW)).toMatchObject({
    profiles: [],
    files: [{ state: 'absent' }, { state: 'unreadable' }],
  });
});

test('a file is read anew each time', async () => {
  await config(`[profile x]\n${KEYS}`);
  await listProfiles(NOW);
  await config(`[profile y]\n${KEYS}`);
  expect((await listProfiles(NOW)).profiles.map(({ name }) => name)).toEqual(['y']);
});

test('lines that mean nothing are counted, and hide no profile', async () => {
  await config(
    `region = us-east-1\n[x]\n${KEYS}[profile y]\n# a comment\nnonsense\n${KEYS}s3 =\n  a = b\n[profile two words]\n`,
  );
  const { profiles, files } = await listProfiles(NOW);
  expect(profiles.map(({ name }) => name)).toEqual(['y']);
  expect(files[0]?.strayLines).toEqual([1, 2, 3, 4, 7]);
});

test('a name for which the loader gives a file up is said', async () => {
  await config(`[profile __proto__]\n${KEYS}[profile x]\n${KEYS}`);
  await credentials(`[y]\n${KEYS}`);
  const { profiles, files } = await listProfiles(NOW);
  expect(profiles.map(({ name }) => name)).toEqual(['y']);
  expect(files[0]?.state).toBe('refused');
});

test('listing runs no command', async () => {
  const trace = join(home, 'ran');
  await config(`[profile x]\ncredential_process = touch ${trace}\n`);
  await listProfiles(NOW);
  await expect(access(trace)).rejects.toThrow(/ENOENT/);
});
