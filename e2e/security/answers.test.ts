import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from '../routes/console';
import { get, inventory, moveLabel, post, reading } from '../routes/doors';
import { type Made, makeSecret } from '../routes/secrets';

const VALUE_OF = 'the value';

let desk: Desk;
let riley: SignedIn;
let secret: Made;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
  secret = await makeSecret(desk.as('riley'), 'payments/card-processor', 3);
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());
afterEach(() => desk.heal());

/** What an answer may never hold, whoever asks. */
function expectNothingLeaks(said: string): void {
  const { credentials, sid } = riley.session;
  const unsaid = [
    credentials.accessKeyId,
    credentials.secretAccessKey,
    sid,
    VALUE_OF,
    'node_modules',
    'at async',
  ];
  for (const one of unsaid) expect(said).not.toContain(one);
}

const everything = async () => {
  const [oldest = '', previous = '', current = ''] = secret.versions;
  const { scope } = riley.session;
  const answers = [
    await get(riley, '/api/views/inventory', { scope }),
    await get(riley, '/api/views/inventory', { scope, regions: 'us-east-1' }),
    await get(riley, '/api/views/secret', { scope, arn: secret.arn }),
    await post(riley, { SecretId: secret.arn }, { operation: 'DescribeSecret' }),
    await moveLabel(riley, secret.arn, { from: oldest, to: previous }),
    await moveLabel(riley, secret.arn, { from: current, to: previous }),
    await moveLabel(riley, secret.arn, { from: previous, to: current }),
  ];
  return Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: await answer.text(),
    })),
  );
};

test('no answer of any door holds a value, a credential or a place in our code, and none is kept', async () => {
  for (const { headers, text } of await everything()) {
    expectNothingLeaks(text + JSON.stringify(headers));
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test.each(['deny', 'throttle', 'error500', 'reset'])(
  'nor does any while AWS answers with %s',
  async (kind) => {
    await desk.fault({ kind });
    for (const { status, headers, text } of await everything()) {
      expectNothingLeaks(text + JSON.stringify(headers));
      expect(status).not.toBe(500);
    }
  },
  60_000,
);

test('values are never asked for: whatever a page shows, AWS is not asked for one', async () => {
  await inventory(riley);
  await reading(riley, secret.arn);
  await everything();
  expect(await desk.count('GetSecretValue')).toBe(0);
  expect(await desk.count('BatchGetSecretValue')).toBe(0);
});

test('an operator whose session ends at AWS is told to sign in again, at every door', async () => {
  const ended = await desk.control('sessions', { name: 'riley', seconds: 0 });
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = ended;
  const who = await desk.signedIn('riley', { credentials: { accessKeyId, secretAccessKey, sessionToken } });
  const [to = '', , from = ''] = secret.versions;
  const { scope } = who.session;
  const answers = [
    await get(who, '/api/views/secret', { scope, arn: secret.arn }),
    await post(who, { SecretId: secret.arn }, { operation: 'DescribeSecret' }),
    await moveLabel(who, secret.arn, { from, to }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect((await answer.json()).code).toBe('sign-in-expired');
  }
  const failed = (await inventory(who, { regions: 'us-east-1' })).find(
    (line) => line.kind === 'region-failed',
  );
  expect(failed).toMatchObject({ problem: { code: 'sign-in-expired' } });
});

test('keys that AWS does not know are refused in the region that was asked', async () => {
  const credentials = { ...riley.session.credentials, secretAccessKey: 'wrong-but-of-a-good-length' };
  const who = await desk.signedIn('riley', { credentials });
  const response = await post(who, { SecretId: secret.arn }, { operation: 'DescribeSecret' });
  expect(response.status).toBe(403);
  const text = await response.text();
  expect(text).not.toContain(credentials.secretAccessKey);
  // AWS's own sentence about a signature quotes the whole request; it is the operator's, and holds no key.
  expectNothingLeaks(text);
});
