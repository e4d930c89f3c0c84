import { expect, test } from 'vitest';
import { parseRun } from './interrupted.ts';
import { parseSnoozes } from './snoozes.ts';

const run = { kind: 'cancel', left: ['a', 'b'], of: 3, at: '2026-11-25T12:00:00.000Z' };

// found in storage, what is left of a run
test.each<[unknown, readonly string[]]>([
  [undefined, []],
  [null, []],
  ['run', []],
  [run, ['a', 'b']],
  [{ ...run, kind: 'delete' }, []],
  [{ ...run, at: 'noon' }, []],
  [{ ...run, left: [] }, []],
  [{ ...run, left: 'a' }, []],
  [{ ...run, left: ['a', 7, null], of: 'many' }, ['a']],
])('of a run %j', (found, left) => {
  const parsed = parseRun(found);
  expect(parsed.left).toEqual(left);
  // The same object for what is not there: a new one in every render would look like a change.
  if (left.length === 0) expect(parsed).toBe(parseRun(undefined));
  else expect(parsed.of).toBeGreaterThanOrEqual(left.length);
});

const snooze = { id: 'gave-up|f|', until: '2026-11-25T12:00:00.000Z', secrets: 2 };

// found in storage, what is snoozed
test.each<[unknown, unknown]>([
  [undefined, []],
  [{ 0: snooze }, []],
  [[snooze, null, 'x', { ...snooze, secrets: 'all' }, { id: 'a' }], [snooze]],
])('of snoozes %j', (found, expected) => {
  expect(parseSnoozes(found)).toEqual(expected);
});
