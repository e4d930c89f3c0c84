import { expect, test, vi } from 'vitest';
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
