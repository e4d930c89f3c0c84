import { expect, test } from 'vitest';
import { type PutFacts, type PutTarget, planPut } from './put-plan.ts';
import type { SecretVersion } from './version.ts';

const version = (id: string, ...labels: string[]): SecretVersion => ({ id, labels });
const versions = [version('b', 'AWSCURRENT'), version('a', 'AWSPREVIOUS')];
const quiet: PutFacts = { versions, rotationEnabled: false, login: false };
const current: PutTarget = { kind: 'current' };
const staged = (label = 'next'): PutTarget => ({ kind: 'staged', label });
const shape = (facts: PutFacts, target: PutTarget) => {
  const plan = planPut(facts, target, 'n');
  if (!plan.possible) return plan.because;
  return [
    ...plan.moves.map(({ label, from, to }) => `${label} ${from}>${to}`),
    ...plan.warnings,
    ...plan.unlabelled.map((id) => `bare ${id}`),
  ].join(', ');
};

// facts that differ, target, what happens
test.each<[string, Partial<PutFacts>, PutTarget, string]>([
  ['makes it current', {}, current, 'AWSCURRENT b>n, AWSPREVIOUS a>b, bare a'],
  ['makes the first value current', { versions: [] }, current, 'AWSCURRENT null>n'],
  [
    'makes the second value current',
    { versions: [version('b', 'AWSCURRENT')] },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS null>b',
  ],
  ['stages it', {}, staged(), 'next null>n'],
  [
    'stages it anew',
    { versions: [...versions, version('c', 'next')] },
    staged(),
    'next c>n, put-label-moves, bare c',
  ],
  [
    'says that rotation is on',
    { rotationEnabled: true },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS a>b, put-rotation-on, bare a',
  ],
  [
    'says that rotation could not be read',
    { rotationEnabled: undefined },
    staged(),
    'next null>n, put-rotation-unknown',
  ],
  [
    'ends an open rotation',
    { versions: [...versions, version('p', 'AWSPENDING')] },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS a>b, AWSPENDING p>null, put-ends-rotation, bare a, bare p',
  ],
  [
    'may end an open rotation, staged',
    { versions: [...versions, version('p', 'AWSPENDING')] },
    staged(),
    'next null>n, AWSPENDING p>null, put-ends-rotation, bare p',
  ],
  [
    'ends no finished one',
    { versions: [version('b', 'AWSCURRENT', 'AWSPENDING')] },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS null>b, AWSPENDING b>null',
  ],
  [
    'leaves the label of a finished one where it is, staged',
    { versions: [version('b', 'AWSCURRENT', 'AWSPENDING')] },
    staged(),
    'next null>n',
  ],
  [
    'tells no database',
    { login: true },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS a>b, put-login-unchanged, bare a',
  ],
  [
    'leaves no version bare that has a label of its own',
    { versions: [version('b', 'AWSCURRENT'), version('a', 'AWSPREVIOUS', 'good'), version('u')] },
    current,
    'AWSCURRENT b>n, AWSPREVIOUS a>b',
  ],
  ['is text over a binary one', { binary: true }, staged(), 'next null>n, put-text-over-binary'],
  ['is refused by a replica', { replica: true }, current, 'replica-region'],
  ['is refused on the way out', { deleted: '2026-11-01T00:00:00Z' }, current, 'deletion-scheduled'],
  ['is refused for a service', { owningService: 'rds' }, current, 'managed-by-service'],
  [
    'is refused a label too many',
    { versions: [version('b', ...Array.from({ length: 20 }, (_, at) => `l${at}`))] },
    staged(),
    'too-many-labels',
  ],
  [
    'may use a label there is',
    { versions: [version('b', ...Array.from({ length: 20 }, (_, at) => `l${at}`))] },
    staged('l3'),
    'l3 b>n, put-label-moves',
  ],
])('putting a value %s', (_what, facts, target, happens) => {
  expect(shape({ ...quiet, ...facts }, target)).toBe(happens);
});
