import { expect, test } from 'vitest';
import { createTurns } from './turns';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('so many run at once, the next begins when one ends, however it ends', async () => {
  const turns = createTurns(2);
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const run = (at: number) =>
    turns.take(() => {
      begun.push(at);
      return new Promise<number>((resolve, reject) =>
        ends.push(() => (at === 0 ? reject(new Error('first')) : resolve(at))),
      );
    });
  const all = [0, 1, 2, 3].map(run);
  await settled();
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await expect(all[0]).rejects.toThrow('first');
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  await settled();
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const end of ends) end();
  expect(await Promise.all(all.slice(1))).toEqual([1, 2, 3]);
});

test('who waits is sent away with a failure that says so, and later ones get their turn', async () => {
  const turns = createTurns(1);
  let end = () => {};
  const first = turns.take(() => new Promise<void>((resolve) => (end = resolve)));
  const waiting = turns.take(() => 'never');
  await settled();
  turns.dismiss();
  await expect(waiting).rejects.toMatchObject({ problem: { code: 'aws-unavailable' } });
  end();
  await first;
  expect(await turns.take(() => 'later')).toBe('later');
});
