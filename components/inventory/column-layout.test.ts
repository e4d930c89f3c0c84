import { describe, expect, test } from 'vitest';
import { type TableLayout, toTableLayout, untouched } from '@/lib/client/table-layout';
import { LEAST_WIDTH, withMoved, withStepped, withWidth } from './column-changes.ts';
import { isShown, orderedColumns, shownColumns, tracksOf } from './column-layout.ts';
import { allColumns, type Screen } from './columns.ts';

const keys = (layout: TableLayout, screen: Screen = 'wide') =>
  shownColumns(layout, screen).map(({ key }) => key);
const all = (layout: TableLayout) => orderedColumns(layout).map(({ key }) => key);
const usual = ['name', 'owner', 'regions', 'current', 'rotation', 'changed', 'last-read', 'service'];

describe('which columns are shown', () => {
  test.each<[Screen, string[]]>([
    ['wide', usual],
    ['desk', usual.filter((key) => key !== 'service')],
    ['laptop', ['name', 'regions', 'current', 'rotation', 'changed', 'last-read']],
    ['tablet', ['name', 'regions', 'rotation', 'changed']],
    ['phone', ['name', 'regions', 'rotation', 'changed']],
  ])('on a %s screen while nothing was chosen', (screen, shown) => {
    expect(keys(untouched, screen)).toEqual(shown);
  });

  test('what was chosen is shown on every screen but a phone, what was put away on none', () => {
    const layout = { ...untouched, shown: { tags: true, regions: false, name: false } };
    expect(keys(layout, 'tablet')).toEqual(['name', 'rotation', 'changed', 'tags']);
    expect(keys(layout, 'phone')).toEqual(['name', 'regions', 'rotation', 'changed']);
    expect(isShown(allColumns[0]!, layout, 'wide'), 'a row has a name').toBe(true);
  });
});

describe('their order', () => {
  test('is our own while none was moved', () => {
    expect(all(untouched)).toEqual(allColumns.map(({ key }) => key));
  });

  test('has a moved column before the other, or at the end', () => {
    expect(keys(withMoved(untouched, 'changed', 'owner')).slice(0, 3)).toEqual(['name', 'changed', 'owner']);
    expect(keys(withMoved(untouched, 'name', undefined)).at(-1)).toBe('name');
  });

  test('keeps a column that a later version brings behind the one it follows', () => {
    const kept = { ...untouched, order: ['changed', 'name', 'owner', 'gone', 'name'] };
    expect(all(kept)).toHaveLength(allColumns.length);
    expect(new Set(all(kept)).size).toBe(allColumns.length);
    expect(all(kept).slice(0, 3)).toEqual(['changed', 'created', 'last-read']);
  });

  test('goes step by step among those shown, and no further than the ends', () => {
    const shown = shownColumns(untouched, 'wide');
    expect(keys(withStepped(untouched, shown, 'owner', 1)).slice(0, 3)).toEqual(['name', 'regions', 'owner']);
    expect(keys(withStepped(untouched, shown, 'owner', -1)).slice(0, 2)).toEqual(['owner', 'name']);
    expect(withStepped(untouched, shown, 'name', -1)).toBe(untouched);
    expect(keys(withStepped(untouched, shown, 'last-read', 1)).at(-1)).toBe('last-read');
    expect(withStepped(untouched, shown, 'service', 1)).toBe(untouched);
  });
});

describe('their widths', () => {
  test('are the tracks of a row, after the box to select it with', () => {
    const { tracks, least } = tracksOf(shownColumns(untouched, 'tablet'), untouched);
    expect(tracks).toBe('1rem minmax(10rem,1.15fr) 14.25rem minmax(8rem,1fr) 6.5rem');
    expect(least).toBe(`${(16 + 40 + 4 * 12 + 160 + 228 + 128 + 104) / 16}rem`);
  });

  test('are fixed where they were chosen, and never too narrow to see', () => {
    const layout = withWidth(withWidth(untouched, 'name', 320), 'changed', 3);
    expect(layout.widths).toEqual({ name: 320, changed: LEAST_WIDTH });
    expect(tracksOf(shownColumns(layout, 'tablet'), layout).tracks).toBe(
      '1rem 20rem 14.25rem minmax(8rem,1fr) 3rem',
    );
  });
});

// what was found in the browser, what is made of it
test.each<[unknown, TableLayout]>([
  [undefined, untouched],
  [null, untouched],
  ['compact', untouched],
  [{}, untouched],
  [{ density: 'huge', order: 'name', shown: [], widths: 3 }, untouched],
  [
    {
      density: 'roomy',
      order: ['a', 3],
      shown: { a: true, b: 'yes' },
      widths: { a: 90, b: -1, c: '9', d: 1e9 },
    },
    { density: 'roomy', order: ['a'], shown: { a: true }, widths: { a: 90 } },
  ],
])('a kept layout of %j is used as far as it can be', (found, layout) => {
  expect(toTableLayout(found)).toEqual(layout);
});
