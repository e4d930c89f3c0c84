import { expect, test } from 'vitest';
import type { RotationAttempt } from './attempt.ts';
import { lanesOf } from './lanes-of.ts';

const at = '2026-11-25T02:00:00.000Z';
const attempt = (more: Partial<RotationAttempt>): RotationAttempt => ({
  ...{ arn: 'a', version: 'v', test: false, began: at, last: at, outcome: 'failed', failures: [] },
  ...more,
});
const states = (...asked: Parameters<typeof lanesOf>) => lanesOf(...asked).map(({ state }) => state);

test('the step it failed in divides what was done from what was not reached', () => {
  expect(states(attempt({ failures: [{ at, step: 'testSecret' }] }))).toEqual([
    'done',
    'done',
    'failed',
    'not-reached',
  ]);
  expect(
    states(
      attempt({
        failures: [
          { at, step: 'setSecret' },
          { at, step: 'createSecret' },
        ],
      }),
    ),
  ).toEqual(['failed', 'not-reached', 'not-reached', 'not-reached']);
});

test('what the evidence names goes before AWS’s sentence; where nothing ran, no step was reached', () => {
  const failed = attempt({ failures: [{ at, step: 'testSecret' }] });
  expect(states(failed, 'setSecret')).toEqual(['done', 'failed', 'not-reached', 'not-reached']);
  expect(states(failed, 'invoke')).toEqual(Array(4).fill('not-reached'));
});

test('no step is claimed of one that runs, or whose failure names none', () => {
  expect(states(attempt({ failures: [{ at }] }))).toEqual(Array(4).fill('unknown'));
  expect(states(attempt({ outcome: 'running' }))).toEqual(Array(4).fill('unknown'));
});

test('a test runs testSecret alone', () => {
  const one = attempt({ test: true, outcome: 'running' });
  expect(states(one)[2]).toBe('running');
  expect(states(one, undefined, true)[2]).toBe('unknown');
  expect(states(attempt({ test: true, outcome: 'succeeded' }))[2]).toBe('done');
});
