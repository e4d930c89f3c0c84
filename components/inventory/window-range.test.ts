import { expect, test } from 'vitest';
import { type Drawn, drawnAt, type Range } from '@/components/inventory/window-range';

const at = (from: number): Range => ({ from, to: from + 20 });
const settled = (from: number): Drawn => {
  let drawn: Drawn = { rows: at(from), whole: at(from) };
  for (let frame = 0; frame < 30; frame += 1) drawn = drawnAt(drawn, at(from));
  return drawn;
};
const holds = (outer: Range, inner: Range) => outer.from <= inner.from && outer.to >= inner.to;
const isWhole = ({ rows, whole }: Drawn) => expect(whole).toEqual(rows);

test('at rest it reaches beyond both edges, whole, and is the same object from then on', () => {
  const drawn = settled(100);
  expect(drawn.rows).toEqual({ from: 90, to: 130 });
  isWhole(drawn);
  expect(drawnAt(drawn, at(100))).toBe(drawn);
  expect(settled(0).rows.from).toBe(0);
});

test.each([3, -3])('rows scrolled past by %i in a frame are whole before they are seen', (by) => {
  let drawn = settled(500);
  for (let frame = 1; frame <= 100; frame += 1) {
    drawn = drawnAt(drawn, at(500 + frame * by));
    expect(holds(drawn.whole, at(500 + frame * by))).toBe(true);
  }
});

test.each([17, -17, 400, -400])(
  'a jump by %i shows every row at once and completes a few in each frame',
  (by) => {
    let drawn = settled(1_000);
    const sight = at(1_000 + by);
    for (let frame = 0; frame < 30; frame += 1) {
      const next = drawnAt(drawn, sight);
      expect(holds(next.rows, sight)).toBe(true);
      expect(holds(next.rows, next.whole)).toBe(true);
      const fresh = Array.from(
        { length: next.whole.to - next.whole.from },
        (_, row) => next.whole.from + row,
      );
      const before = drawn.whole;
      expect(fresh.filter((row) => row < before.from || row >= before.to).length).toBeLessThanOrEqual(3);
      drawn = next;
    }
    expect(drawn).toEqual(settled(1_000 + by));
  },
);
