import { expect, test } from 'vitest';
import type { Cause, Certainty, Step } from '../triage/cause.ts';
import type { ExplainedCause } from '../triage/diagnosis.ts';
import { sharedCauses } from './shared-causes.ts';

const cause = (name: Cause, certainty: Certainty = 'certain', step: Step = 'setSecret'): ExplainedCause => ({
  ...{ cause: name, certainty, step, proofs: [{ source: 'log', line: 1, says: 'as it says' }] },
  ...{ affected: 'This secret', fixes: [{ what: 'Do' }], page: 'https://docs.aws.amazon.com/' },
});
const spelt = (causes: ReturnType<typeof sharedCauses>) =>
  causes?.map(({ cause: name, certainty, step }) => `${name} ${certainty} ${step}`);

// What the runs say, how many attempts failed in them, what is true of each attempt.
test.each<[string, ExplainedCause[][], number, string[] | undefined]>([
  [
    'runs that agree are never certain',
    [[cause('lambda-timeout')], [cause('lambda-timeout')]],
    2,
    ['lambda-timeout likely setSecret'],
  ],
  [
    'more attempts than runs: not all can have been in one',
    [[cause('lambda-timeout')], [cause('lambda-timeout')]],
    3,
    ['lambda-timeout possible setSecret'],
  ],
  ['one run, two attempts', [[cause('lambda-timeout')]], 2, ['lambda-timeout possible setSecret']],
  ['another cause', [[cause('lambda-timeout')], [cause('tls-failed')]], 2, undefined],
  [
    'another step',
    [[cause('lambda-timeout')], [cause('lambda-timeout', 'certain', 'testSecret')]],
    2,
    undefined,
  ],
  ['a run that says nothing', [[cause('lambda-timeout')], []], 2, undefined],
  ['no run says anything', [[], []], 2, undefined],
  [
    'what only some say beside it is left out',
    [[cause('lambda-timeout'), cause('tls-failed', 'possible')], [cause('lambda-timeout')]],
    1,
    ['lambda-timeout likely setSecret'],
  ],
  [
    'what was possible stays possible',
    [[cause('unknown', 'possible')], [cause('unknown', 'possible')]],
    1,
    ['unknown possible setSecret'],
  ],
])('%s', (_, told, attempts, expected) => {
  expect(spelt(sharedCauses(told, attempts))).toEqual(expected);
});

test('it is said how many runs and rotations share it', () => {
  const says = (runs: number, attempts: number) =>
    sharedCauses(
      Array.from({ length: runs }, () => [cause('lambda-timeout')]),
      attempts,
    )?.[0]?.proofs.at(-1)?.says;
  expect(says(3, 3)).toBe('One of 3 runs that ended then; none names its secret, and all say the same');
  expect(says(3, 5)).toBe(
    'One of 3 runs that ended then, while 5 rotations failed; none names its secret, and all say the same',
  );
  expect(says(1, 2)).toBe('The one run that ended then; it names no secret, and 2 rotations failed then');
});
