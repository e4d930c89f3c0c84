import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InventoryLine } from '@/lib/contract/answers';
import { openBrowser } from './browser';
import { cookieOf, type Desk, openDesk, type SignedIn } from './console';
import { get, inventory, problemIn } from './doors';
import { asked, linesOf, openReading, REGIONS } from './inventory-lines';

// Two people at one console, in one process: the same names in the same regions, but in two accounts.
const REGION = 'us-east-1';
const HOME = '441200879921';
const OTHER = '602733145908';
const ROLE = 'OrganizationAccountAccessRole';
/** More than one page, so that both readings are under way at once. */
const NAMES = Array.from({ length: 130 }, (_, at) => `prod/shared/key-${String(at).padStart(3, '0')}`);

let desk: Desk;
let here: SignedIn;
let there: SignedIn;
let keysThere: { accessKeyId: string; secretAccessKey: string; sessionToken: string };

beforeAll(async () => {
  desk = await openDesk({ quotas: false });
  here = await desk.signedIn('riley');
  keysThere = await assume(desk);
  const arn = `arn:aws:sts::${OTHER}:assumed-role/${ROLE}/visit`;
  there = await desk.signedIn('riley', {
    scope: `${OTHER}.${ROLE}`,
    account: OTHER,
    arn,
    credentials: keysThere,
  });
  const clientThere = new SecretsManagerClient({
    region: REGION,
    endpoint: desk.url,
    credentials: keysThere,
  });
  for (const client of [desk.as('riley', REGION), clientThere]) {
    for (const Name of NAMES) await client.send(new CreateSecretCommand({ Name, SecretString: '-' }));
  }
  clientThere.destroy();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

async function assume({ url, session }: Desk) {
  const sts = new STSClient({ region: REGION, endpoint: url, credentials: session('riley').credentials });
  const RoleArn = `arn:aws:iam::${OTHER}:role/${ROLE}`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'visit' }));
  sts.destroy();
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

const rowsIn = (lines: readonly InventoryLine[]) => linesOf(lines, 'page').flatMap(({ rows }) => rows);

/** All rows are of this account, they are complete, and the other account is nowhere in the answer. */
function expectOnly(account: string, lines: readonly InventoryLine[]): void {
  expect(linesOf(lines, 'region-failed')).toEqual([]);
  expect(new Set(rowsIn(lines).map(({ arn }) => arn.split(':')[4]))).toEqual(new Set([account]));
  expect(rowsIn(lines).map(({ name }) => name)).toEqual(NAMES);
  expect(JSON.stringify(lines)).not.toContain(account === HOME ? OTHER : HOME);
}

test('readings of both at once, several times over, never mix', async () => {
  const people = Array.from({ length: 6 }, (_, at) => (at % 2 === 0 ? here : there));
  const readings = await Promise.all(people.map((who) => inventory(who)));
  for (const [at, lines] of readings.entries()) expectOnly(at % 2 === 0 ? HOME : OTHER, lines);
});

test('one after the other, in either order, each gets their own', async () => {
  for (const [who, account] of [
    [here, HOME],
    [there, OTHER],
    [here, HOME],
  ] as const) {
    expectOnly(account, await inventory(who));
  }
});

test('two readings taken line by line in turns never mix', async () => {
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 15 });
  const readings = [await openReading(here), await openReading(there)] as const;
  const lines: [InventoryLine[], InventoryLine[]] = [[], []];
  for (let open = 2; open > 0; ) {
    const some = await Promise.all(readings.map((reading) => reading.next()));
    open = some.filter((part) => part.length > 0).length;
    for (const [at, part] of some.entries()) lines[at]?.push(...part);
  }
  expectOnly(HOME, lines[0]);
  expectOnly(OTHER, lines[1]);
});

test("one who leaves in the middle takes nothing of the other's reading along", async () => {
  await desk.fault({ kind: 'latency', operation: 'ListSecrets', ms: 30 });
  const [leaving, staying] = [await openReading(here), await openReading(there)];
  const first = [await leaving.next(), await staying.next()] as const;
  await leaving.leave();
  expectOnly(OTHER, [...first[1], ...(await staying.rest())]);
});

test('a region that fails for one is whole for the other', async () => {
  await desk.fault({ kind: 'deny', operation: 'ListSecrets', principal: 'riley' });
  const [refused, whole] = await Promise.all([inventory(here), inventory(there)]);
  expect(linesOf(refused, 'region-failed').map(({ region }) => region)).toHaveLength(REGIONS.length);
  expect(rowsIn(refused)).toEqual([]);
  expect(JSON.stringify(refused)).not.toContain(OTHER);
  expectOnly(OTHER, whole);
});

test('after one has signed out, the next person in that browser sees their own account alone', async () => {
  const browser = openBrowser();
  const cookie = () => `next-auth.session-token=${browser.cookies.get('next-auth.session-token')}`;
  await browser.signIn('sandbox', { operator: 'riley' });
  const before = cookie();
  expectOnly(HOME, await inventory({ ...here, cookie: before }));
  await browser.signOut();
  await browser.signIn('keys', { ...keysThere, region: REGION });
  expect((await browser.whoAmI()).operator).toMatchObject({ account: OTHER });
  expectOnly(OTHER, await inventory({ ...there, cookie: cookie() }));
});

test("asking in another's scope is refused before AWS is asked", async () => {
  for (const [who, scope] of [
    [here, there.session.scope],
    [there, here.session.scope],
  ] as const) {
    const response = await get(who, '/api/views/inventory', { scope });
    expect(await problemIn(response)).toMatchObject({ status: 403, code: 'scope-not-held' });
  }
  expect(await asked(desk, 'riley')).toBe(0);
  expect(await desk.count('ListSecrets')).toBe(0);
});

test("a cookie made of one's scope and the other's keys shows what the keys open, nothing of the scope", async () => {
  await inventory(here);
  const session = { ...here.session, credentials: keysThere };
  // Of one sign-in's id and scope, clients are kept: this one has an id of its own, as every sign-in has.
  const mixed = { ...session, sid: 'another-sign-in' };
  expectOnly(OTHER, await inventory({ session: mixed, cookie: await cookieOf(mixed) }));
});
