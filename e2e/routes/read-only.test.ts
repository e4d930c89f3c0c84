import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { operations } from '@/lib/contract/operations';
import { toOperatorInfo } from '@/lib/server/operator-info';
import { type Desk, openDesk, type SignedIn, signInOf } from './console';
import { post, problemIn, reading } from './doors';
import { makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let arn: string;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
  ({ arn } = await makeSecret(desk.as('riley'), 'payments/card-processor', 2));
});
afterAll(() => desk.close());
beforeEach(() => {
  process.env.KEYTURN_READ_ONLY = '1';
});
afterEach(() => {
  delete process.env.KEYTURN_READ_ONLY;
});

// From the table itself: an operation that is offered tomorrow is among them.
const offered = Object.entries(operations).flatMap(([name, row]) => (row ? [{ name, ...row }] : []));
const writes = offered.filter(({ effect }) => effect !== 'read').map(({ name }) => name);
const reads = offered.filter(({ effect }) => effect === 'read').map(({ name }) => name);

test('there are writes to be refused, and reads that are not', () => {
  expect(writes).toContain('UpdateSecretVersionStage');
  expect(reads).toContain('DescribeSecret');
});

test.each(writes)(
  '%s is refused before its input is looked at, and AWS is asked nothing',
  async (operation) => {
    await desk.forgetCalls();
    for (const input of [{ SecretId: arn }, {}]) {
      const problem = await problemIn(await post(riley, input, { operation }));
      expect(problem).toMatchObject({ code: 'read-only', status: 403 });
      expect(problem.detail).toContain(operation);
    }
    expect(await desk.calls()).toEqual([]);
    expect(desk.takeAudit()).toEqual([]);
  },
);

test.each(reads)('%s is answered as ever', async (operation) => {
  expect((await post(riley, { SecretId: arn }, { operation })).status).toBe(200);
});

test('a secret is shown as ever, and the page is told that nothing can be changed', async () => {
  expect((await reading(riley, arn)).versions).toHaveLength(2);
  expect(toOperatorInfo(signInOf(riley.session)).readOnly).toBe(true);
});

test('a stranger learns no more than anywhere: the lock comes first', async () => {
  expect((await problemIn(await post(undefined, {}, {}))).code).toBe('sign-in-expired');
});

test.each(['true', 'yes', 'on', ' 1 ', 'TRUE'])('%j means read-only too', async (word) => {
  process.env.KEYTURN_READ_ONLY = word;
  expect((await problemIn(await post(riley, {}, {}))).code).toBe('read-only');
});

test.each(['', '0', 'false', 'False'])('%j does not', async (word) => {
  process.env.KEYTURN_READ_ONLY = word;
  expect((await problemIn(await post(riley, {}, {}))).code).toBe('input-invalid');
  expect(toOperatorInfo(signInOf(riley.session)).readOnly).toBe(false);
});
