import { Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Desk, openDesk, type SignedIn } from '../routes/console';
import { get, post } from '../routes/doors';
import { invalid, REGIONS, refused, text } from './hostile';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/payments-Ab12Cd';
const SCOPE = '441200879921.riley';

let desk: Desk;
let riley: SignedIn;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());
afterEach(async () => {
  expect(await desk.calls()).toEqual([]);
  expect(desk.takeAudit()).toEqual([]);
});

describe('an attacker who puts a strange region into the path', () => {
  test.each(REGIONS)('such as %j is told that it is none', async (region) => {
    const fields = await invalid(
      await post(riley, { SecretId: ARN }, { region, operation: 'DescribeSecret' }),
    );
    expect(new Set(fields.map(({ path }) => path))).toEqual(new Set(['region']));
  });

  test('of any text is told that it is none', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (region) => void (await invalid(await post(riley, {}, { region })))),
      { numRuns: 200 },
    );
  });
});

test('an attacker who puts any text into the scope is told that it is none', async () => {
  const strange = [
    '441200879921',
    '441200879921.',
    '..',
    '441200879921.a/b',
    '441200879921.a%2fb',
    '',
    '__proto__',
  ];
  for (const scope of [
    ...strange,
    '441200879921.riley\n',
    '441200879921.riley\u0000',
    '٤41200879921.riley',
  ]) {
    await invalid(await post(riley, { SecretId: ARN }, { scope, operation: 'DescribeSecret' }));
    await invalid(await get(riley, '/api/views/inventory', { scope }));
    await invalid(await get(riley, '/api/views/secret', { scope, arn: ARN }));
  }
  await fc.assert(
    fc.asyncProperty(text, async (scope) => {
      await invalid(await post(riley, {}, { scope }));
      await invalid(await get(riley, '/api/views/inventory', { scope }));
    }),
    { numRuns: 200 },
  );
});

test('an attacker who asks for any operation there is not is told that there is none', async () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'describesecret',
    'DescribeSecret ',
    '',
  ];
  for (const operation of names) {
    expect((await refused(await post(riley, {}, { operation }))).code).toBe('operation-unknown');
  }
  await fc.assert(
    fc.asyncProperty(text, async (operation) => {
      expect((await refused(await post(riley, {}, { operation }))).code).toBe('operation-unknown');
    }),
    { numRuns: 200 },
  );
});

describe('where AWS is AWS and no sandbox', () => {
  test('no region a stranger can think of makes the console connect to anything', async () => {
    const connect = vi.spyOn(Socket.prototype, 'connect');
    delete process.env.AWS_ENDPOINT_URL;
    try {
      for (const region of REGIONS) {
        await refused(await post(riley, { SecretId: ARN }, { region, operation: 'DescribeSecret' }));
        const arn = ARN.replace('us-east-1', region || '-');
        await refused(await get(riley, '/api/views/secret', { scope: SCOPE, arn }));
        if (!region.includes(','))
          await refused(await get(riley, '/api/views/inventory', { scope: SCOPE, regions: region }));
      }
      expect(connect).not.toHaveBeenCalled();
    } finally {
      process.env.AWS_ENDPOINT_URL = desk.url;
    }
  });
});
