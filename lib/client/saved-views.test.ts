import { expect, test } from 'vitest';
import { parseViews } from './saved-views.ts';

const view = { name: 'Overdue', query: 'f=rotation:overdue' };

// found in storage, views
test.each([
  [undefined, []],
  [null, []],
  ['views', []],
  [{ 0: view }, []],
  [[view], [view]],
  [[view, null, 7, { name: 'x' }, { name: '', query: '' }, { name: 'x'.repeat(61), query: '' }], [view]],
  [[view, { ...view, query: 'q=db' }], [{ ...view, query: 'q=db' }]],
  // Only a filter is taken out of a query: not another scope, and no address.
  [[{ name: 'a', query: 'scope=other&f=deleted&callbackUrl=//evil' }], [{ name: 'a', query: 'f=deleted' }]],
])('%j', (found, views) => {
  expect(parseViews(found)).toEqual(views);
});

test('there are fifty at most', () => {
  expect(parseViews(Array.from({ length: 60 }, (_, at) => ({ name: `${at}`, query: '' })))).toHaveLength(50);
});
