import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignSlots } from './slots.ts';

const none = new Map<string, number>();

test('rows that stay keep their element, and what comes takes that of a row that has gone', () => {
  const first = assignSlots(none, ['a', 'b', 'c'], true);
  expect([...first]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  const second = assignSlots(first, ['b', 'd', 'e', 'f'], true);
  expect(Object.fromEntries(second)).toEqual({ b: 1, d: 0, e: 2, f: 3 });
  const scrolled = assignSlots(first, ['b', 'c', 'd'], false);
  expect(Object.fromEntries(scrolled), 'a new element where none is to be used again').toEqual({
    b: 1,
    c: 2,
    d: 3,
  });
});

test('the same rows in another order keep the very same elements', () => {
  const first = assignSlots(none, ['a', 'b'], true);
  expect(assignSlots(first, ['b', 'a'], true)).toBe(first);
});

test('whatever comes and goes, no two rows share an element', () => {
  const rows = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(rows, fc.boolean()), { maxLength: 12 }), (steps) => {
      let slots: ReadonlyMap<string, number> = none;
      for (const [keys, reuse] of steps) {
        const next = assignSlots(slots, keys, reuse);
        expect(new Set(next.values()).size).toBe(keys.length);
        for (const key of keys) if (slots.has(key)) expect(next.get(key)).toBe(slots.get(key));
        slots = next;
      }
    }),
  );
});
