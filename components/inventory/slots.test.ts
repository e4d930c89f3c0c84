import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignSlots } from './slots.ts';

const none = new Map<string, number>();

test('rows of another listing are written into the elements as they lie; scrolled ones keep their own', () => {
  const first = assignSlots(none, ['a', 'b', 'c'], true);
  expect([...first]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  const longer = assignSlots(first, ['b', 'd', 'e', 'f'], true);
  expect([...longer]).toEqual([
    ['b', 0],
    ['d', 1],
    ['e', 2],
    ['f', 3],
  ]);
  const scrolled = assignSlots(first, ['b', 'c', 'd'], false);
  expect([...scrolled]).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ]);
  expect([...assignSlots(scrolled, ['x', 'y'], true).values()], 'in the order they lie in').toEqual([1, 2]);
});

test('the same rows keep the very same elements', () => {
  const first = assignSlots(none, ['a', 'b'], true);
  expect(assignSlots(first, ['b', 'a'], false)).toBe(first);
});

test('whatever comes and goes, no two rows share an element', () => {
  const rows = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, fc.boolean()), { maxLength: 12 }), (steps) => {
      let slots: ReadonlyMap<string, number> = none;
      for (const [keys, reuse] of steps) {
        const next = assignSlots(slots, keys, reuse);
        expect(new Set(next.values()).size).toBe(keys.length);
        if (!reuse) for (const key of keys) if (slots.has(key)) expect(next.get(key)).toBe(slots.get(key));
        // An element that is written to again lies where it lay.
        if (reuse)
          expect([...next.values()].slice(0, slots.size)).toEqual([...slots.values()].slice(0, keys.length));
        slots = next;
      }
    }),
  );
});
