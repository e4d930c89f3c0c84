import { expect, test } from 'vitest';
import { attemptsOf } from './attempts-of.ts';
import type { RotationEvent } from './rotation-event.ts';

let number = 0;
const event = (
  minute: number,
  step: RotationEvent['step'],
  version?: string,
  more: Partial<RotationEvent> = {},
): RotationEvent => {
  number += 1;
  const at = new Date(Date.UTC(2026, 10, 25, 2, minute)).toISOString();
  return { id: `e${number}`, at, arn: 'a', step, ...(version ? { version } : {}), ...more };
};
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate-db';
const failure = (step: string) => ({
  message: `Error when executing lambda ${FUNCTION} during ${step} step`,
});

test('everything AWS tells of one version is one attempt, however often it was repeated', () => {
  const attempts = attemptsOf([
    event(9, 'succeeded', 'v2'),
    event(0, 'asked', 'v2'),
    event(0, 'started', 'v2'),
    event(2, 'failed', 'v2', failure('setSecret')),
    event(6, 'failed', 'v2', failure('testSecret')),
  ]);
  expect(attempts).toMatchObject([
    {
      ...{ version: 'v2', test: false, outcome: 'succeeded', began: '2026-11-25T02:00:00.000Z' },
      failures: [{ step: 'setSecret', functionArn: FUNCTION }, { step: 'testSecret' }],
    },
  ]);
});

test('the newest is first; a test is not a rotation; another version is another attempt', () => {
  const attempts = attemptsOf([
    event(1, 'started', 'v2'),
    event(2, 'failed', 'v2'),
    event(3, 'test-asked', 'v3'),
    event(4, 'test-succeeded', 'v3'),
    event(5, 'started', 'v4'),
  ]);
  expect(attempts.map(({ version, test: isTest, outcome }) => [version, isTest, outcome])).toEqual([
    ['v4', false, 'running'],
    ['v3', true, 'succeeded'],
    ['v2', false, 'failed'],
  ]);
});

test('what names no version belongs to the attempt that has not ended', () => {
  const attempts = attemptsOf([event(1, 'started', 'v2'), event(2, 'failed'), event(3, 'abandoned')]);
  expect(attempts).toMatchObject([{ version: 'v2', outcome: 'abandoned', failures: [{}] }]);
});

test('a refused call began nothing, and a cancelled rotation is no attempt', () => {
  expect(attemptsOf([event(1, 'asked', 'v2', { refused: 'AccessDenied' }), event(2, 'cancelled')])).toEqual(
    [],
  );
});

test('its beginning is not known where only its failure was read', () => {
  const [attempt] = attemptsOf([event(2, 'failed', 'v2', { message: 'Pending secret version' })]);
  expect(attempt).not.toHaveProperty('began');
  expect(attempt?.failures[0]).not.toHaveProperty('step');
});
