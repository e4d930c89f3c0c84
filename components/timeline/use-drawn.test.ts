import { expect, test } from 'vitest';
import { following } from '@/components/timeline/use-drawn';

const still = { span: { from: 1_000, to: 2_000 }, widths: 1, window: { from: 1_000, to: 2_000 } } as const;

test('a window that moves is drawn three times as wide, and moves over that without being drawn anew', () => {
  const moving = following(still, { from: 900, to: 1_900 });
  expect(moving).toEqual({ span: { from: -100, to: 2_900 }, widths: 3 });
  const window = { from: 0, to: 1_000 };
  const same = { ...moving, window: { from: 900, to: 1_900 } };
  expect(following(same, window)).toBe(same);
});

test('a window that leaves what is drawn is drawn anew around where it is', () => {
  const moving = { span: { from: 0, to: 3_000 }, widths: 3, window: { from: 1_000, to: 2_000 } } as const;
  expect(following(moving, { from: 2_500, to: 3_500 }).span).toEqual({ from: 1_500, to: 4_500 });
});

test('another length is drawn as it is', () => {
  expect(following(still, { from: 1_000, to: 1_500 })).toEqual({
    span: { from: 1_000, to: 1_500 },
    widths: 1,
  });
});
