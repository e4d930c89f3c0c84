import 'server-only';
import { setImmediate as turn } from 'node:timers/promises';

/**
 * What several workers say, in the order they say it, and all of it together that came within one turn of the process:
 * thousands of answers would else each be a write of their own. Each worker must not throw. When the reader leaves,
 * `left` is called, and the workers end by themselves.
 */
export async function* gather<T>(
  workers: readonly ((say: (one: T) => void) => Promise<void>)[],
  left: () => void,
): AsyncGenerator<readonly T[]> {
  let said: T[] = [];
  let working = workers.length;
  let wake = () => {};
  for (const work of workers) {
    void work((one) => {
      said.push(one);
      wake();
    }).finally(() => {
      working -= 1;
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
      } else if (working === 0) return;
    }
  } finally {
    left();
  }
}
