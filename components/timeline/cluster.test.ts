import { expect, test } from 'vitest';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { cluster } from './cluster';

const event = (id: string): SecretEvent => ({
  id,
  name: 'PutSecretValue',
  at: '2026-11-19T03:00:00.000Z',
  actor: { kind: 'person', name: 'riley' },
  tool: { kind: 'cli', name: 'AWS CLI' },
  effect: { kind: 'other' },
});
const at = (places: number[]) => places.map((place, index) => ({ event: event(`${index}`), at: place }));
const grouped = (places: number[]) =>
  cluster(at(places), (place) => place, 20).map(({ events, x }) => [events.map(({ id }) => id).join(''), x]);

// places in pixels, groups with their middle
test.each([
  [[], []],
  [[5], [['0', 5]]],
  [
    [0, 20, 40],
    [
      ['0', 0],
      ['1', 20],
      ['2', 40],
    ],
  ],
  [
    [0, 10, 19, 21],
    [
      ['012', 9.5],
      ['3', 21],
    ],
  ],
  [[7, 7, 7], [['012', 7]]],
] as [number[], [string, number][]][])('%j', (places, groups) => {
  expect(grouped(places)).toEqual(groups);
});

test('two thousand events become as many marks as fit', () => {
  const places = Array.from({ length: 2_000 }, (_, index) => index / 2);
  expect(grouped(places)).toHaveLength(50);
});
