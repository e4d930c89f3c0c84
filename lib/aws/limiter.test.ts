import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLimiter } from './limiter';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const twoASecond = () => createLimiter({ perSecond: 2, burst: 2 });

/** Asks for turns and notes, in order, whose came. */
function queue(limiter: ReturnType<typeof createLimiter>, ...who: string[]): string[] {
  const came: string[] = [];
  for (const one of who) void limiter.take(one).then(() => came.push(one));
  return came;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('two at once after a quiet time, then two a second', async () => {
  const came = queue(twoASecond(), ...'abcdefgh');
  await pass(0);
  expect(came.join('')).toBe('ab');
  await pass(1_000);
  expect(came.join('')).toBe('abcd');
  await pass(2_000);
  expect(came.join('')).toBe('abcdefgh');
});

test('turns go round: who asks for many holds up nobody who asks for one', async () => {
  const came = queue(twoASecond(), 'a', 'a', 'a', 'a', 'a', 'b', 'c');
  await pass(2_000);
  // The first two at once; then one each, though three more of the first were waiting before.
  expect(came.join('')).toBe('aaabca');
});

test('who leaves takes no turn, and hears that they left', async () => {
  const limiter = twoASecond();
  const came = queue(limiter, 'a', 'b');
  const leaving = new AbortController();
  const gone = limiter.take('c', leaving.signal);
  const last = queue(limiter, 'd');
  leaving.abort(new Error('left'));
  await expect(gone).rejects.toThrow('left');
  await expect(limiter.take('e', leaving.signal)).rejects.toThrow('left');
  await pass(500);
  expect([...came, ...last].join('')).toBe('abd');
});

test('once AWS throttles everybody waits, longer each time, until it answers', async () => {
  const limiter = twoASecond();
  const waits: boolean[] = [];
  for (const [shortest, longest] of [
    [375, 625],
    [750, 1_250],
    [1_500, 2_500],
  ] as const) {
    limiter.throttled();
    const came = queue(limiter, 'a');
    await pass(shortest - 1);
    waits.push(came.length === 0);
    // A turn has to grow again as well.
    await pass(longest - shortest + 501);
    waits.push(came.length === 1);
  }
  expect(waits).toEqual([true, true, true, true, true, true]);
  limiter.answered();
  limiter.throttled();
  const came = queue(limiter, 'a');
  await pass(1_126);
  expect(came).toEqual(['a']);
});
