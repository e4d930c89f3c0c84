import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REASON_LENGTH, safeReason } from './reason.ts';

// typed, as it travels
test.each([
  ['INC-4711', 'INC-4711'],
  ['rolled back: bad password', 'rolled_back_bad_password'],
  ['#4711 by José', '#4711_by_Jose'],
  ['  spaces  ', 'spaces'],
  ['__under__', 'under'],
  ['a\r\nSet-Cookie: x=1', 'a_Set-Cookie_x_1'],
  ['a/1 (b) [c]', 'a_1_b_c'],
  ['ﬁx', 'fix'],
  ['日本', ''],
  ['', ''],
  ['😀', ''],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ['x'.repeat(200), 'x'.repeat(REASON_LENGTH)],
])('%j travels as %j', (typed, kept) => {
  expect(safeReason(typed)).toBe(kept);
});

test('whatever is typed, only safe characters travel, at most 64, and what is safe already stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const kept = safeReason(typed);
      expect(kept).toMatch(/^[A-Za-z0-9._#-][A-Za-z0-9._#-]*$|^$/);
      expect(kept.length).toBeLessThanOrEqual(REASON_LENGTH);
      expect(safeReason(kept)).toBe(kept);
    }),
    { numRuns: 1_000 },
  );
});
