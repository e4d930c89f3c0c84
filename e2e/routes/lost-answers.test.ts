import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { moveLabel, problemIn } from './doors';
import { labelsOf, type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;
let oldest: string;
let previous: string;
let current: string;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(async () => {
  secret = await makeSecret(desk.as('riley'), `prod/payments/lost-${number++}`, 3);
  [oldest = '', previous = '', current = ''] = secret.versions;
  await desk.forgetCalls();
});
afterEach(() => desk.heal());

const labels = () => labelsOf(desk.as('riley'), secret.arn);
const untouched = async () => expect(await labels()).toEqual({ AWSCURRENT: current, AWSPREVIOUS: previous });
const sentOnce = async () => expect(await desk.count('UpdateSecretVersionStage')).toBe(1);

describe('when the answer of AWS is lost', () => {
  const lost = async (more: Record<string, unknown>) => {
    await desk.fault({ operation: 'UpdateSecretVersionStage', ...more });
    const response = await moveLabel(riley, secret.arn, { from: current, to: oldest });
    const problem = await problemIn(response);
    expect(problem).toMatchObject({
      status: 503,
      code: 'answer-lost',
      operation: 'UpdateSecretVersionStage',
      resource: secret.arn,
    });
    await sentOnce();
  };

  test('before the move, the operator hears that it is not known, and it did not happen', async () => {
    await lost({ kind: 'reset' });
    await untouched();
  });

  test('after the move, the operator hears the same, and it did happen', async () => {
    await lost({ kind: 'reset', after: true });
    expect(await labels()).toEqual({ AWSCURRENT: oldest, AWSPREVIOUS: current });
  });

  test('because AWS does not answer at all, the operator is told so after fifteen seconds', async () => {
    const started = performance.now();
    await lost({ kind: 'hang' });
    expect(performance.now() - started).toBeGreaterThan(14_500);
    await untouched();
  });

  test('by an internal error of AWS, the operator hears that it is not known', async () => {
    await lost({ kind: 'error500' });
    await untouched();
  });
});

test('a rollback that never left this computer is not reported as perhaps done', async () => {
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:1';
  try {
    const unreached = await desk.signedIn('riley');
    const response = await moveLabel(unreached, secret.arn, { from: current, to: oldest });
    expect(await problemIn(response)).toMatchObject({ status: 503, code: 'aws-unavailable' });
  } finally {
    process.env.AWS_ENDPOINT_URL = desk.url;
  }
  await untouched();
});

test('a throttled rollback is not repeated: the operator decides', async () => {
  await desk.fault({ kind: 'throttle', operation: 'UpdateSecretVersionStage' });
  const response = await moveLabel(riley, secret.arn, { from: current, to: oldest });
  expect(await problemIn(response)).toMatchObject({ status: 429, code: 'throttled' });
  await sentOnce();
  await untouched();
});
