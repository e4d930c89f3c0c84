import { expect, test } from 'vitest';
import { regionPlace } from './region-place.ts';

test.each([
  ['us-east-1', 'N. Virginia'],
  ['eu-west-1', 'Ireland'],
  ['sa-east-1', 'São Paulo'],
  ['us-west-99', undefined],
  ['constructor', undefined],
])('%s is in %s', (region, place) => {
  expect(regionPlace(region)).toBe(place);
});
