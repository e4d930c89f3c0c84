import { expect, test } from 'vitest';
import { evidenceFrom } from './evidence.ts';

const NOTHING = { log: [], cloudtrail: [{}], state: {} };

// given, read
test.each([
  [{}, NOTHING],
  [null, NOTHING],
  ['text', NOTHING],
  [{ log: 'one line' }, { ...NOTHING, log: ['one line'] }],
  [{ log: ['a', 7, null, 'b'] }, { ...NOTHING, log: ['a', '', '', 'b'] }],
  [
    { engine: 'mysql', runtime: 3 },
    { ...NOTHING, engine: 'mysql' },
  ],
  [
    { cloudtrail: { eventName: 'RotationFailed', errorCode: 4, more: true } },
    { ...NOTHING, cloudtrail: [{ eventName: 'RotationFailed' }] },
  ],
  [{ cloudtrail: [{ errorCode: 'x' }, 'y'] }, { ...NOTHING, cloudtrail: [{ errorCode: 'x' }, {}] }],
  [{ state: { vpc: 'vpc-1', lambdaExists: 'no' } }, { ...NOTHING, state: { vpc: true } }],
  [{ state: { vpc: { VpcId: '' } } }, { ...NOTHING, state: { vpc: false } }],
  [{ state: { reservedConcurrency: 0 } }, { ...NOTHING, state: { reservedConcurrency: 0 } }],
  [{ state: { rotationEnabled: false, other: 1 } }, { ...NOTHING, state: { rotationEnabled: false } }],
])('%j', (given, read) => {
  expect(evidenceFrom(given)).toEqual(read);
});
