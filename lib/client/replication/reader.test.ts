import { expect, test, vi } from 'vitest';
import type { ReplicationLine } from '@/lib/contract/answers';
import { problemOf } from '@/lib/contract/problem';
import { readListed } from '../views';
import { createReader } from './reader';

vi.mock('../views', () => ({ readListed: vi.fn() }));

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('readers of six accounts ask for four streams at once, and each what was wanted when its turn came', async () => {
  const ends: (() => void)[] = [];
  vi.mocked(readListed).mockImplementation(async function* () {
    await new Promise<void>((end) => ends.push(end));
  });
  const accounts = [1, 2, 3, 4, 5, 6].map((n) => String(n).repeat(12));
  const arn = (account: string, name: string) =>
    `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}-a1b2c3`;
  const readers = accounts.map((account) => createReader(`${account}.riley`));
  for (const [at, reader] of readers.entries()) reader.want([arn(accounts[at]!, 'one')]);
  await settled();
  expect(readListed).toHaveBeenCalledTimes(4);
  readers[4]!.want([arn(accounts[4]!, 'two')]);
  ends[0]!();
  await settled();
  expect(readListed).toHaveBeenCalledTimes(5);
  expect(vi.mocked(readListed).mock.calls[4]?.[1]).toEqual({
    scope: '555555555555.riley',
    arns: [arn(accounts[4]!, 'one'), arn(accounts[4]!, 'two')],
  });
  ends[1]!();
  await settled();
  expect(readListed).toHaveBeenCalledTimes(6);
  for (const end of ends) end();
});

// what a second reading came to, whether what the first one showed is still told
test.each([
  ['aws-unavailable', true],
  ['access-denied', true],
  ['secret-not-found', false],
] as const)('of a copy that was read and then is %s, the last reading is kept: %s', async (code, kept) => {
  const copy = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:one-a1b2c3';
  const at = '2026-11-25T03:00:00.000Z';
  const seen = { holders: { AWSCURRENT: 'v1' }, replicas: [], protected: false, at };
  const reader = createReader('111122223333.riley');
  const problem = problemOf(code);
  const lines: ReplicationLine[] = [
    { kind: 'read', arn: copy, seen },
    { kind: 'refused', arn: copy, problem },
    { kind: 'refused', arn: copy, problem },
  ];
  for (const line of lines) {
    vi.mocked(readListed).mockImplementation(async function* () {
      yield line;
    });
    await reader.readNow([copy]);
  }
  expect(reader.readings.get(copy)).toEqual({ problem, ...(kept ? { before: seen } : {}) });
});
