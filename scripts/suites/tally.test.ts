import { expect, test } from 'vitest';
import { FAILED, NOTHING, PASSED, playwrightTally, settled, sum, vitestTally } from './tally.ts';

test('vitest counts pending and todo as skipped', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(vitestTally(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('a journey that passed only when repeated has failed', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(playwrightTally(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test.each([[undefined], [null], ['text'], [{ stats: null }], [{ numPassedTests: 'many' }]])(
  'a report such as %j counts nothing',
  (report) => {
    expect(vitestTally(report)).toEqual(NOTHING);
    expect(playwrightTally(report)).toEqual(NOTHING);
  },
);

test('a run that failed before any test is one failure', () => {
  expect(settled(NOTHING, false)).toEqual(FAILED);
  expect(settled({ ...NOTHING, failed: 3 }, false)).toEqual({ ...NOTHING, failed: 3 });
  expect(settled(PASSED, true)).toEqual(PASSED);
});

test('suites add up', () => {
  expect(sum([PASSED, FAILED, { passed: 2, failed: 0, skipped: 4 }])).toEqual({
    passed: 3,
    failed: 1,
    skipped: 4,
  });
});
