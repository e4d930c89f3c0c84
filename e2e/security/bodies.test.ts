import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from '../routes/console';
import { post } from '../routes/doors';
import { invalid, json, MARKER, refused, text } from './hostile';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/payments-Ab12Cd';
const [FROM, TO] = ['a'.repeat(36), 'b'.repeat(36)];
const GOOD = { SecretId: ARN, VersionStage: 'AWSCURRENT', RemoveFromVersionId: FROM, MoveToVersionId: TO };

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());
// Whatever was sent: AWS was never asked, and the log says nothing happened.
afterEach(async () => {
  expect(await desk.calls()).toEqual([]);
  expect(desk.takeAudit()).toEqual([]);
});

const OPERATIONS = ['UpdateSecretVersionStage', 'DescribeSecret'];
const send = (operation: string, body: BodyInit) => post(riley, undefined, { operation, body });

describe.each(OPERATIONS)('an attacker who posts to %s', (operation) => {
  test('gets no further with any JSON at all', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (body) => void (await invalid(await send(operation, body)))),
      {
        numRuns: 300,
      },
    );
  });

  test('gets no further with any JSON as its input', async () => {
    const body = json.map((input) => `{"input":${input}}`);
    await fc.assert(
      fc.asyncProperty(body, async (sent) => void (await invalid(await send(operation, sent)))),
      {
        numRuns: 300,
      },
    );
  });

  test('gets no further with any bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => new Uint8Array(all));
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => void (await invalid(await send(operation, body)))),
      { numRuns: 200 },
    );
  });
});

const members = (input: Record<string, unknown>, more = '') =>
  `{"input":{${Object.entries(input)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(',')}${more}}}`;

test('an attacker who spoils one good field is told which one, and which rule it breaks', async () => {
  const field = fc.constantFrom('SecretId', 'RemoveFromVersionId', 'MoveToVersionId');
  // A label may be almost any text, so it is spoilt by its type and its length alone.
  // AWS takes any 32 to 64 printable characters as a version id: such a text is not spoilt.
  const spoilt = text.filter((one) => !/^[\x21-\x7e]{32,64}$/.test(one));
  const value = fc.oneof(
    spoilt,
    fc.constantFrom(null, 7, true, [MARKER], { a: MARKER }, '', 'x'.repeat(3000)),
  );
  await fc.assert(
    fc.asyncProperty(field, value, async (name, bad) => {
      const fields = await invalid(await send(OPERATIONS[0]!, members({ ...GOOD, [name]: bad })));
      expect(fields.map(({ path }) => path)).toContain(`input.${name}`);
    }),
    { numRuns: 200 },
  );
  for (const bad of [null, 7, true, [MARKER], { a: MARKER }, '', 'x'.repeat(257)]) {
    const fields = await invalid(await send(OPERATIONS[0]!, members({ ...GOOD, VersionStage: bad })));
    expect(fields.map(({ path }) => path)).toEqual(['input.VersionStage']);
  }
});

test.each([
  '"__proto__":{"SecretId":"x"}',
  '"constructor":{"prototype":{"a":1}}',
  '"prototype":null',
  '"toString":"x"',
  '"ClientRequestToken":"x"',
  `"${MARKER}":"${MARKER}"`,
  '"":1',
  '"\\ud800":1',
])('an attacker who adds %s to a good input is refused', async (more) => {
  const fields = await invalid(await send(OPERATIONS[0]!, members(GOOD, `,${more}`)));
  expect(fields[0]?.rule).toBe('has a field that is not taken here');
});

test.each(['"__proto__":{"reason":"x"}', '"constructor":1', '"Reason":"x"', `"${MARKER}":1`])(
  'an attacker who adds %s beside a good input is refused',
  async (more) => {
    const body = `${members(GOOD).slice(0, -1)},${more}}`;
    const fields = await invalid(await send(OPERATIONS[0]!, body));
    expect(fields).toEqual([{ path: 'body', rule: 'has a field that is not taken here' }]);
  },
);

test('an attacker whose reason is no text, or too long, is refused', async () => {
  for (const reason of ['7', 'null', '[]', '{}', JSON.stringify(MARKER.repeat(20))]) {
    const body = `${members(GOOD).slice(0, -1)},"reason":${reason}}`;
    const [field] = await invalid(await send(OPERATIONS[0]!, body));
    expect(field?.path).toBe('reason');
  }
});

test.each<[string, () => BodyInit]>([
  ['a megabyte of spaces', () => ' '.repeat(1_000_000)],
  ['a megabyte in one field', () => members({ ...GOOD, VersionStage: MARKER.repeat(60_000) })],
  ['one byte too many', () => members(GOOD) + ' '.repeat(16_385)],
  ['eight thousand brackets', () => `{"input":${'['.repeat(4_000)}${']'.repeat(4_000)}}`],
  ['invalid UTF-8', () => new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  [
    'a good body but for one byte that is no UTF-8',
    () => new Uint8Array(Buffer.from(members({ ...GOOD, VersionStage: 'KEEP\u00ff' }), 'latin1')),
  ],
  ['half a character', () => new Uint8Array([0x22, 0xe2, 0x82])],
  ['UTF-16', () => new Uint8Array(Buffer.from(members(GOOD), 'utf16le'))],
  ['nothing', () => ''],
  ['two values', () => `${members(GOOD)}${members(GOOD)}`],
  ['a comment', () => `/* ${MARKER} */ ${members(GOOD)}`],
  ['a stream that never said its size', () => new Blob(Array(40).fill(MARKER.repeat(100))).stream()],
])('an attacker who sends %s is refused', async (_, body) => {
  const response = await send(OPERATIONS[0]!, body());
  await invalid(response);
});

test.each([
  null,
  '',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'json',
  MARKER,
])('an attacker who calls a good body %s is refused', async (type) => {
  const headers = { 'content-type': type };
  const fields = await invalid(await post(riley, GOOD, { headers }));
  expect(fields).toEqual([{ path: 'content-type', rule: 'must be application/json' }]);
});

test('an attacker who is not signed in learns nothing about forms', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (body) => {
      expect((await refused(await post(undefined, undefined, { body }))).code).toBe('sign-in-expired');
    }),
    { numRuns: 100 },
  );
});
