import 'server-only';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';

/** Between two writes, in milliseconds: a screen shows no more than one. */
const FRAME = 16;

/**
 * What several workers say, in the order they say it: at once what comes after a silence, then together what came within
 * a frame. Thousands of answers would else each be a write of their own. Each worker must not throw. When the reader
 * leaves, `left` is called, and the workers end by themselves.
 */
export async function* gather<T>(
  workers: readonly ((say: (one: T) => void) => Promise<void>)[],
  left: () => void,
): AsyncGenerator<readonly T[]> {
  let said: T[] = [];
  let working = workers.length;
  let wake = () => {};
  let allSaid = () => {};
  const ended = new Promise<void>((resolve) => {
    allSaid = resolve;
  });
  for (const work of workers) {
    void work((one) => {
      said.push(one);
      wake();
    }).finally(() => {
      working -= 1;
      if (working === 0) allSaid();
      wake();
    });
  }
  try {
    for (;;) {
      if (said.length === 0 && working > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await turn();
      if (said.length > 0) {
        const all = said;
        said = [];
        yield all;
        if (working > 0) await Promise.race([pause(FRAME), ended]);
      } else if (working === 0) return;
    }
  } finally {
    left();
  }
}
