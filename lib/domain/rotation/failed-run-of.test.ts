import { expect, test } from 'vitest';
import { type FailedRun, failedRunsOf, type SoughtRun } from './failed-run-of.ts';
import { runsOf, type StreamEntry } from './log-runs.ts';

const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}`;
const ARN = arnOf('db-a1b2c3');
const ELSE = arnOf('else-Q7w2e9');
const VERSION = '7ac47c8c-f328-423b-9698-6926dd1f293e';
const at = (second: number) => Date.UTC(2026, 10, 25, 2, 0, 0) + second * 1_000;

/** A run in its stream, from a second to another. */
const run = (stream: string, [from, to]: readonly [number, number], ...said: string[]): StreamEntry[] => [
  { stream, at: at(from), text: `START RequestId: ${stream}${from} Version: $LATEST` },
  ...said.map((text, index) => ({ stream, at: at(from) + 10 + index, text })),
  { stream, at: at(to), text: `END RequestId: ${stream}${from}` },
  { stream, at: at(to), text: `REPORT RequestId: ${stream}${from}\tDuration: ${(to - from) * 1_000} ms` },
];
const timedOut = (stream: string, [from, to]: readonly [number, number], ...said: string[]) => {
  const [first, ...rest] = run(stream, [from, to], ...said);
  const last = {
    stream,
    at: at(to),
    text: `2026-11-25T02:00:00Z ${stream}${from} Task timed out after 30.03 seconds`,
  };
  return [first!, ...rest, last];
};
const wrong = (arn: string) =>
  `[ERROR] ValueError: setSecret: Unable to log into database of secret arn ${arn}`;
const put = (arn: string) =>
  `[INFO]\tcreateSecret: Successfully put secret for ARN ${arn} and version ${VERSION}.`;

const ours: SoughtRun = { arn: ARN, version: VERSION, failed: at(40) };
const rival = (arn: string, more: Partial<SoughtRun> = {}): SoughtRun => ({ arn, failed: at(40), ...more });

/** `by`, and the runs by stream and second. */
function spelt(found: FailedRun | undefined): string {
  if (!found) return 'none';
  const runs = found.by === 'shared' ? found.runs : [found.run];
  const of = runs.map(
    ({ entries }) =>
      /RequestId: (\S+)/.exec(entries.find(({ text }) => text.startsWith('START'))?.text ?? '')?.[1],
  );
  return `${found.by} ${of.join(' ')}${found.by === 'shared' ? ` of ${found.attempts}` : ''}`;
}

// What it is; the log; who else failed; what is sought of ours; what is found.
const cases: readonly [
  what: string,
  log: readonly StreamEntry[],
  found: string,
  more?: Partial<SoughtRun>,
  others?: readonly SoughtRun[],
][] = [
  [
    'the last run that names the secret and ended before AWS told of the failure',
    [...run('a', [1, 2], put(ARN)), ...run('b', [20, 39], wrong(ARN)), ...run('a', [50, 51], put(ARN))],
    'named b20',
  ],
  ['one that names another secret is not ours', run('a', [20, 39], wrong(ELSE)), 'none'],
  ['a secret whose name begins with ours is another', run('a', [20, 39], wrong(`${ARN}-Zz9Yy8`)), 'none'],
  ['what names the version alone is ours', run('a', [20, 39], `token ${VERSION} refused`), 'named a20'],
  ['a silent run that alone ended then', timedOut('a', [9, 39]), 'alone a9'],
  ['a silent run of long ago', timedOut('a', [-100, -70]), 'none'],
  [
    'silent runs that ended at the same moment cannot be told apart',
    [...timedOut('a', [9, 39]), ...timedOut('b', [9, 39]), ...timedOut('c', [9, 40])],
    'shared a9 b9 c9 of 3',
    {},
    [rival(ELSE), rival(arnOf('third-1q2w3e'))],
  ],
  [
    'fewer runs than attempts: whose the one is nothing tells',
    timedOut('a', [9, 39]),
    'shared a9 of 2',
    {},
    [rival(ELSE)],
  ],
  [
    'an attempt whose own run is named does not count for the silent ones',
    [...timedOut('a', [9, 39]), ...run('b', [20, 39], wrong(ELSE))],
    'alone a9',
    {},
    [rival(ELSE)],
  ],
  [
    'who can have no other run has it, though another could have it too',
    [...timedOut('a', [9, 39]), ...timedOut('b', [14, 44])],
    'alone a9',
    { failed: at(36) },
    [rival(ELSE, { failed: at(44) })],
  ],
  [
    'and the other cannot be told',
    [...timedOut('a', [9, 39]), ...timedOut('b', [14, 44])],
    'shared a9 b14 of 2',
    { failed: at(44) },
    [rival(ELSE, { failed: at(36) })],
  ],
  [
    'an attempt of another time does not count',
    timedOut('a', [9, 39]),
    'alone a9',
    {},
    [rival(ELSE, { failed: at(70) })],
  ],
  [
    'a step that ended well is not the one that failed, though no other names the secret',
    [...run('a', [1, 2], put(ARN)), ...timedOut('b', [9, 39])],
    'alone b9',
    { step: 'setSecret' },
  ],
  [
    'a run that began before our last step had ended is another’s',
    [...run('a', [1, 12], put(ARN)), ...timedOut('b', [9, 39]), ...timedOut('c', [13, 39])],
    'alone c13',
    { step: 'setSecret' },
  ],
  [
    'a run in the stream of ours need not be ours: Lambda gives a place that is free to whoever comes',
    [
      ...run('a', [1, 2], put(ARN)),
      ...run('b', [1, 2], `createSecret: Successfully put secret for ARN ${ELSE}`),
      ...timedOut('a', [9, 39]),
      ...timedOut('b', [9, 39]),
    ],
    'shared a9 b9 of 2',
    { step: 'setSecret' },
    [rival(ELSE, { step: 'setSecret' })],
  ],
  [
    'a run that began before the attempt is another’s',
    [...timedOut('a', [9, 39]), ...timedOut('b', [30, 39])],
    'alone b30',
    { began: at(25) },
  ],
  [
    'a silent run that ended well is not the one that failed where another did not',
    [...run('a', [20, 39], '[INFO]\ttestSecret: Successfully signed in.'), ...timedOut('b', [9, 39])],
    'alone b9',
  ],
  [
    'a step that names the administrator’s secret alone, after one of ours',
    [...run('a', [1, 2], put(ARN)), ...run('a', [20, 39], wrong(arnOf('admin-0o9i8u')))],
    'alone a20',
    { step: 'setSecret' },
  ],
  [
    'the same where that secret is rotated itself',
    [
      ...run('a', [1, 2], put(ARN)),
      ...run('b', [3, 4], put(ELSE).replace(VERSION, 'another')),
      ...run('a', [20, 39], wrong(ELSE)),
    ],
    'none',
    { step: 'setSecret' },
  ],
];

test.each(cases)('%s', (_, log, found, more = {}, others = []) => {
  const [first] = failedRunsOf(runsOf(log), [{ ...ours, ...more }, ...others]);
  expect(spelt(first)).toBe(found);
});

test('a start-up belongs to the run that follows it, and streams do not mix', () => {
  const start = { stream: 'a', at: at(9), text: 'INIT_START Runtime Version: python:3.12' };
  const runs = runsOf([start, ...run('b', [9, 12], 'else'), ...run('a', [10, 39], `token ${VERSION}`)]);
  expect(runs.map(({ entries }) => entries.length)).toEqual([5, 4]);
  expect(runs[0]?.entries[0]).toEqual(start);
  expect(runs[0]?.start).toBe(at(10));
});
