import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LONGEST_STALL, streamOf } from './streams';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Texts that never end, and whether they were told to. */
function endless() {
  const seen = { asked: 0, ended: 0, returned: false };
  const texts = (async function* () {
    try {
      for (;;) {
        seen.asked += 1;
        yield `${seen.asked}\n`;
      }
    } finally {
      seen.returned = true;
    }
  })();
  const reader = streamOf(texts, () => {
    seen.ended += 1;
  }).getReader();
  return { reader, seen };
}

test('a reader who takes nothing for a minute loses its reading, and nothing more is asked for it', async () => {
  const { reader, seen } = endless();
  await reader.read();
  await vi.advanceTimersByTimeAsync(LONGEST_STALL - 1);
  expect(seen).toEqual({ asked: 2, ended: 0, returned: false });
  await vi.advanceTimersByTimeAsync(1);
  expect(seen).toEqual({ asked: 2, ended: 1, returned: true });
  await expect(reader.read()).rejects.toThrow('took nothing');
});

test('a reader who is slow keeps its reading', async () => {
  const { reader, seen } = endless();
  for (let at = 1; at <= 5; at += 1) {
    await vi.advanceTimersByTimeAsync(LONGEST_STALL - 1);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(`${at}\n`);
  }
  expect(seen.ended).toBe(0);
  await reader.cancel();
  expect(seen).toMatchObject({ ended: 1, returned: true });
  expect(vi.getTimerCount()).toBe(0);
});

test('AWS may take its time: only what is ready and not taken counts', async () => {
  let answer = (_: string) => {};
  const texts = (async function* () {
    yield await new Promise<string>((resolve) => {
      answer = resolve;
    });
  })();
  const reader = streamOf(texts, () => {}).getReader();
  await vi.advanceTimersByTimeAsync(10 * LONGEST_STALL);
  answer('late');
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('late');
  expect((await reader.read()).done).toBe(true);
});

test('a reading that fails ends, too', async () => {
  const ended = vi.fn();
  const texts = (async function* () {
    yield 'one';
    throw new Error('it failed');
  })();
  const reader = streamOf(texts, ended).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow('it failed');
  expect(ended).toHaveBeenCalledTimes(1);
});
