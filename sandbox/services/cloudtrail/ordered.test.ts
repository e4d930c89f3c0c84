import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrdered } from './ordered.ts';

const step = fc.oneof(fc.nat(20), fc.constant('drop' as const));

test('whatever is inserted and dropped, it reads as a sorted array would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(20), (steps, below) => {
      const list = createOrdered<{ at: number; sequence: number }>();
      let plain: { at: number; sequence: number }[] = [];
      for (const [sequence, at] of steps.entries()) {
        if (at === 'drop') {
          list.dropFirst();
          plain = plain.slice(1);
        } else {
          list.insert({ at, sequence });
          plain = [...plain, { at, sequence }].sort((a, b) => a.at - b.at || a.sequence - b.sequence);
        }
        expect(list.size).toBe(plain.length);
        expect(list.first()).toEqual(plain[0]);
      }
      expect([...list.below()]).toEqual([...plain].reverse());
      const place = { at: below, sequence: -1 };
      expect([...list.below(place)]).toEqual(plain.filter(({ at }) => at < below).reverse());
    }),
  );
});
