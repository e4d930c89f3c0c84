import { expect, test, vi } from 'vitest';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { Seen } from '@/lib/domain/replication/cell';
import { callOperation } from '../request';
import { type ActOrder, callKey, carryOut } from './act';
import { createReader, type Reading, type ReplicationReader } from './reader';

vi.mock('../request', async (real) => ({ ...(await real<object>()), callOperation: vi.fn() }));

const KEY = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:db-a1b2c3';
const COPY = KEY.replace('us-east-1', 'eu-west-1');
const AT = '2026-11-25T03:00:00.000Z';
const alone: Seen = { holders: { AWSCURRENT: 'v1' }, replicas: [], protected: false, at: AT };
const order: ActOrder = {
  ...{ kind: 'promote', key: KEY, region: 'eu-west-1', primaryRegion: 'us-east-1' },
  calls: [{ operation: 'StopReplicationToReplica', region: 'eu-west-1', input: { SecretId: COPY } }],
};

// Nothing is asked of a network: the primary's region hangs, the replica's answers at once.
function readerWhere(readings: Map<string, Reading>): ReplicationReader {
  const readNow = async (arns: readonly string[]) => {
    if (arns.includes(KEY)) await new Promise(() => {});
    readings.set(COPY, { seen: alone });
  };
  return { ...createReader('scope'), readings, readNow };
}

test('a promotion is proven by the replica’s side, and a primary region that hangs does not hold it up', async () => {
  vi.mocked(callOperation).mockResolvedValue({ output: {}, at: AT, requestId: 'r-1' } as never);
  const stage = await carryOut('scope', readerWhere(new Map()), order, () => {});
  expect(stage).toMatchObject({ stage: 'done', requestId: 'r-1' });
});

test('a promotion that somebody else has made meanwhile is told as made, not as a fault', async () => {
  vi.mocked(callOperation).mockRejectedValueOnce(new ProblemError(problemOf('input-invalid')));
  const stage = await carryOut('scope', readerWhere(new Map()), order, () => {});
  expect(stage).toMatchObject({ stage: 'refused', already: true });
});

test('what AWS refuses is remembered for that operation on that secret, and sent once', async () => {
  vi.mocked(callOperation).mockReset();
  vi.mocked(callOperation).mockRejectedValue(new ProblemError(problemOf('access-denied')));
  const reader = readerWhere(new Map());
  const stage = await carryOut('scope', reader, order, () => {});
  expect(stage).toMatchObject({ stage: 'refused', call: 0 });
  expect([...reader.refused.keys()]).toEqual([callKey(order.calls[0]!)]);
  expect(callOperation).toHaveBeenCalledTimes(1);
  reader.forget();
  expect(reader.refused.size).toBe(0);
});
