import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { inventory, moveLabel, post, reading } from './doors';
import { type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;
let from: string;
let to: string;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  secret = await makeSecret(desk.as('riley'), `prod/orders/key-${number++}`);
  [to = '', from = ''] = secret.versions;
  desk.takeAudit();
});

const lines = () => desk.takeAudit().map((line): Record<string, unknown> => JSON.parse(line));
const FIELDS =
  'at audit effect operation operator outcome reason region requestId scope secret version'.split(' ');

test('a rollback leaves one line: who, what, which secret, which version now serves, how it ended, and why', async () => {
  const response = await moveLabel(riley, secret.arn, { from, to }, { reason: 'INC-4711 bad deploy' });
  const { requestId } = await response.json();
  const [line, ...more] = lines();
  expect(more).toEqual([]);
  expect(Object.keys(line ?? {}).sort()).toEqual(FIELDS);
  expect(line).toMatchObject({
    audit: 1,
    operator: riley.session.arn,
    scope: riley.session.scope,
    region: 'us-east-1',
    operation: 'UpdateSecretVersionStage',
    effect: 'write',
    secret: secret.arn,
    version: to,
    reason: 'INC-4711_bad_deploy',
    outcome: 'done',
    requestId,
  });
  expect(Date.parse(String(line?.at))).not.toBeNaN();
});

test('a refused rollback leaves a line that says how it ended', async () => {
  await moveLabel(await desk.signedIn('sam'), secret.arn, { from, to });
  await moveLabel(riley, secret.arn, { from: to, to: from });
  await desk.fault({ kind: 'reset', operation: 'UpdateSecretVersionStage' });
  await moveLabel(riley, secret.arn, { from, to });
  const ended = lines().map(({ operator, outcome }) => [operator, outcome]);
  expect(ended).toEqual([
    ['arn:aws:iam::441200879921:user/sam', 'access-denied'],
    ['arn:aws:iam::441200879921:user/riley', 'label-moved'],
    ['arn:aws:iam::441200879921:user/riley', 'answer-lost'],
  ]);
});

test.each([
  ['a line break and a second line', 'ok\n{"audit":1,"outcome":"done"}'],
  ['terminal control', '\u001b[2Jgone\u0007'],
  ['letters from everywhere', 'Größe prüfen, 日本語, \u202egnp'],
  ['nothing but spaces', '   '],
  ['more than AWS keeps', 'a'.repeat(200)],
  ['a lone surrogate', 'x\ud800y'],
])('a reason with %s enters the log in the safe alphabet only', async (_, reason) => {
  expect((await moveLabel(riley, secret.arn, { from, to }, { reason })).status).toBe(200);
  const written = desk.takeAudit();
  expect(written).toHaveLength(1);
  expect(written[0]?.trimEnd()).not.toMatch(/[^\x20-\x7e]/);
  const { reason: kept } = JSON.parse(written[0] ?? '');
  expect(kept ?? '').toMatch(/^[A-Za-z0-9._#-]{0,64}$/);
});

test('no line ever holds a credential, the cookie, or an input beyond the secret and the version', async () => {
  await moveLabel(riley, secret.arn, { from, to, label: 'AWSCURRENT' });
  await moveLabel(riley, secret.arn, { to, label: 'LABEL-OF-NOBODY' });
  await moveLabel(riley, secret.arn, { from: to, to: from, label: 'AWSPENDING' });
  const written = desk.takeAudit().join('');
  const { credentials, sid } = riley.session;
  for (const unsaid of [
    credentials.accessKeyId,
    credentials.secretAccessKey,
    sid,
    riley.cookie.split('=')[1] ?? '-',
    'LABEL-OF-NOBODY',
  ]) {
    expect(written).not.toContain(unsaid);
  }
});

test('a label that is taken off is told by the version it leaves', async () => {
  await post(
    riley,
    { SecretId: secret.arn, VersionStage: 'NOBODYS', RemoveFromVersionId: from },
    { operation: 'UpdateSecretVersionStage' },
  );
  expect(lines()).toMatchObject([{ operation: 'UpdateSecretVersionStage', version: from }]);
});

test('reads leave no line', async () => {
  await inventory(riley);
  await reading(riley, secret.arn);
  await post(riley, { SecretId: secret.arn }, { operation: 'DescribeSecret', reason: 'looking' });
  expect(lines()).toEqual([]);
});

test('what is refused before AWS is asked leaves no line', async () => {
  await moveLabel(riley, secret.arn, { from, to }, { headers: { origin: 'https://evil.example' } });
  await moveLabel(riley, secret.arn, { from, to }, { scope: '441200879921.sam' });
  await moveLabel(riley, secret.arn, { from: 'short', to });
  await moveLabel(riley, secret.arn, { from, to }, { reason: 'r'.repeat(201) });
  expect(lines()).toEqual([]);
});
