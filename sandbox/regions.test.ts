import { expect, test } from 'vitest';
import { everyRegion, isEnabled, type Region, type RegionChoice, regionsOf } from './regions.ts';

const enabledIn = (regions: readonly Region[]) =>
  regions.filter(({ RegionName }) => isEnabled({ regions }, RegionName)).length;

test.each<[RegionChoice, number]>([
  [{ name: 'empty' }, 17],
  [{ name: 'demo' }, 4],
  [{}, 4],
  [{ name: 'empty', regions: 'four' }, 4],
  [{ name: 'demo', regions: 'all' }, 17],
])('a world of %j has %i regions to work in', (choice, count) => {
  const regions = regionsOf(choice);
  expect(enabledIn(regions)).toBe(count);
  expect(isEnabled({ regions }, 'us-east-2')).toBe(count === 17);
  for (const closed of ['af-south-1', 'moon-1']) expect(isEnabled({ regions }, closed)).toBe(false);
  // A fault can be aimed at each of them.
  expect(everyRegion).toEqual(expect.arrayContaining([...regions]));
});
