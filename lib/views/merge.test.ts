import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from './merge';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function* source(name: string, waits: readonly number[], ended: string[] = []): AsyncGenerator<string> {
  try {
    for (const [at, ms] of waits.entries()) {
      await after(ms);
      yield `${name}${at}`;
    }
  } finally {
    ended.push(name);
  }
}

test('a slow source holds up none of the others', async () => {
  const seen: string[] = [];
  for await (const each of merge([source('slow', [60]), source('fast', [1, 1, 1])])) seen.push(each);
  expect(seen).toEqual(['fast0', 'fast1', 'fast2', 'slow0']);
});

test('nothing is lost, and each source keeps its own order', async () => {
  const waits = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(waits, async (all) => {
      const seen: string[] = [];
      for await (const each of merge(all.map((list, index) => source(`${index}:`, list)))) seen.push(each);
      for (const [index, list] of all.entries()) {
        const own = seen.filter((each) => each.startsWith(`${index}:`));
        expect(own).toEqual(list.map((_, at) => `${index}:${at}`));
      }
    }),
    { numRuns: 30 },
  );
});

test('a reader who leaves early ends every source', async () => {
  const ended: string[] = [];
  for await (const _ of merge([source('a', [1, 1], ended), source('b', [5, 5], ended)])) break;
  await after(30);
  expect(ended.sort()).toEqual(['a', 'b']);
});
