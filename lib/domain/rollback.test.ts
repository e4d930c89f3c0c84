import { describe, expect, test } from 'vitest';
import { planRollback } from './rollback.ts';
import type { RollbackFacts } from './rollback-facts.ts';
import type { SecretVersion } from './version.ts';

// In one file, though long: its tables judge the same few versions.

// Legend: ids are single letters. `c` holds AWSCURRENT, `p` AWSPREVIOUS, `o` an older version that has been read,
// `e` one that nobody has read: RotateSecret may have made it without a value.
const v = (id: string, labels: string[] = [], more: Partial<SecretVersion> = {}): SecretVersion => ({
  id,
  labels,
  ...more,
});
const read = { lastAccessed: '2026-11-18' };
const c = v('c', ['AWSCURRENT']);
const p = v('p', ['AWSPREVIOUS']);
const o = v('o', [], read);
const e = v('e');
const facts = (more: Partial<RollbackFacts> = {}): RollbackFacts => ({
  versions: [c, p, o, e],
  target: 'p',
  rotationEnabled: false,
  replicas: [],
  ...more,
});
const possible = (given: RollbackFacts) => {
  const plan = planRollback(given);
  return plan.possible ? plan : expect.unreachable(`refused: ${plan.because}`);
};

describe('a rollback is refused', () => {
  // why, what is known
  test.each<[string, Partial<RollbackFacts>]>([
    ['deletion-scheduled', { deleted: '2026-11-19T03:00:00.000Z' }],
    ['managed-by-service', { owningService: 'rds' }],
    ['replica-region', { replica: true }],
    ['no-current', { versions: [p, o] }],
    ['no-current', { versions: [] }],
    ['target-unknown', { target: 'z' }],
    ['target-is-current', { target: 'c' }],
    ['target-without-value', { target: 'e' }],
    ['target-without-value', { versions: [c, p, v('e', ['AWSPENDING'])], target: 'e' }],
    ['target-without-value', { versions: [c, p, v('e', ['my-label'])], target: 'e' }],
    // The first thing an operator has to know comes first.
    ['deletion-scheduled', { deleted: '2026-11-19T03:00:00.000Z', owningService: 'rds', replica: true }],
    ['managed-by-service', { owningService: 'rds', replica: true, versions: [] }],
    ['replica-region', { replica: true, target: 'c' }],
  ])('%s: %j', (because, more) => {
    expect(planRollback(facts(more))).toEqual({ possible: false, because });
  });
});

describe('a version holds a value as far as metadata tells', () => {
  // target
  test.each([
    [p],
    [o],
    [v('p', ['AWSPREVIOUS', 'AWSPENDING'])],
    [v('x', ['AWSPENDING'], read)],
    [v('x', ['my-label'], read)],
  ])('%j is a target', (target) => {
    const others = [c, p, o].filter(({ id }) => id !== target.id);
    expect(possible(facts({ versions: [...others, target], target: target.id })).to).toBe(target.id);
  });
});

describe('the labels that move', () => {
  test('swap when the target held AWSPREVIOUS, and every version keeps a label', () => {
    expect(possible(facts())).toMatchObject({
      from: 'c',
      to: 'p',
      moves: [
        { label: 'AWSCURRENT', from: 'c', to: 'p' },
        { label: 'AWSPREVIOUS', from: 'p', to: 'c' },
      ],
      stays: [],
      unlabelled: [],
    });
  });

  test('leave the former AWSPREVIOUS bare when an older version is the target', () => {
    expect(possible(facts({ target: 'o' }))).toMatchObject({
      moves: [
        { label: 'AWSCURRENT', from: 'c', to: 'o' },
        { label: 'AWSPREVIOUS', from: 'p', to: 'c' },
      ],
      unlabelled: ['p'],
    });
  });

  test('create AWSPREVIOUS where no version held it', () => {
    expect(possible(facts({ versions: [c, o], target: 'o' }))).toMatchObject({
      moves: [
        { label: 'AWSCURRENT', from: 'c', to: 'o' },
        { label: 'AWSPREVIOUS', from: null, to: 'c' },
      ],
      unlabelled: [],
    });
  });

  test('do not name AWSPREVIOUS when the current version already holds it too', () => {
    const both = v('c', ['AWSCURRENT', 'AWSPREVIOUS']);
    expect(possible(facts({ versions: [both, o], target: 'o' }))).toMatchObject({
      moves: [{ label: 'AWSCURRENT', from: 'c', to: 'o' }],
      stays: [{ label: 'AWSPREVIOUS', on: 'c' }],
      unlabelled: [],
    });
  });

  test("leave the operator's own labels where they are, AWS's first, and keep such a version labelled", () => {
    const versions = [
      v('c', ['AWSCURRENT', 'blue']),
      v('p', ['AWSPREVIOUS', 'keep']),
      v('o', ['b', 'AWSPENDING', 'a'], read),
      v('z', ['elsewhere']),
    ];
    expect(possible(facts({ versions, target: 'o' }))).toMatchObject({
      stays: [
        { label: 'blue', on: 'c' },
        { label: 'AWSPENDING', on: 'o' },
        { label: 'a', on: 'o' },
        { label: 'b', on: 'o' },
        { label: 'keep', on: 'p' },
      ],
      unlabelled: [],
    });
  });
});

describe('what metadata says for and against', () => {
  const pendingOn = (id: string) =>
    [c, p, o].map((each) => (each.id === id ? { ...each, labels: [...each.labels, 'AWSPENDING'] } : each));
  const keys = (current: string[] | undefined, target: string[] | undefined) => [
    current ? { ...c, kmsKeyIds: current } : c,
    target ? { ...p, kmsKeyIds: target } : p,
  ];
  const replica = (region: string, status: 'InSync' | 'InProgress' | 'Failed' | 'unknown') => ({
    region,
    status,
  });

  // check, tone, what it is about, what is known
  test.each<[string, string, string[], Partial<RollbackFacts>]>([
    ['current-named', 'ok', ['c'], {}],
    ['rotation-off', 'ok', [], {}],
    ['rotation-on', 'warn', ['p'], { rotationEnabled: true }],
    ['rotation-unknown', 'warn', [], { rotationEnabled: undefined }],
    ['rotation-ran', 'warn', ['p'], { lastRotated: '2026-11-01T00:00:00.000Z' }],
    ['rotation-ran', 'warn', ['p'], { versions: pendingOn('c') }],
    ['no-pending', 'ok', [], {}],
    // On the target it ends on the AWSCURRENT version, where a finished rotation leaves it.
    ['no-pending', 'ok', [], { versions: pendingOn('p') }],
    // Healthy on the current version until AWSCURRENT leaves it behind.
    ['pending-left', 'warn', ['c'], { versions: pendingOn('c') }],
    ['pending-elsewhere', 'warn', ['o'], { versions: pendingOn('o') }],
    ['pending-is-target', 'warn', ['o'], { target: 'o', versions: pendingOn('o') }],
    ['pending-elsewhere', 'warn', ['e'], { versions: [c, p, v('e', ['AWSPENDING'])] }],
    ['key-same', 'ok', [], { versions: keys(['k'], ['k']) }],
    ['key-same', 'ok', [], { versions: keys(['k', 'l'], ['l']) }],
    ['key-same', 'ok', [], { versions: keys(['k'], []) }],
    ['key-differs', 'warn', ['l'], { versions: keys(['k'], ['l']) }],
    ['key-differs', 'warn', ['l', 'm'], { versions: keys(['k'], ['k', 'l', 'm']) }],
    ['replicas-none', 'ok', [], {}],
    ['replicas-unknown', 'warn', [], { replicas: undefined }],
    ['replicas-follow', 'ok', ['eu-west-1'], { replicas: [replica('eu-west-1', 'InSync')] }],
    ['replicas-follow', 'ok', ['eu-west-1'], { replicas: [replica('eu-west-1', 'InProgress')] }],
    ['replicas-follow', 'ok', ['eu-west-1'], { replicas: [replica('eu-west-1', 'unknown')] }],
    [
      'replicas-failing',
      'warn',
      ['eu-west-1'],
      { replicas: [replica('eu-west-1', 'Failed'), replica('us-west-2', 'InSync')] },
    ],
  ])('%s is %s about %j: %j', (code, tone, about, more) => {
    expect(possible(facts(more)).checks.filter((check) => check.code === code)).toEqual([
      { code, tone, about },
    ]);
  });

  test.each([
    [undefined, ['k']],
    [['k'], undefined],
  ])('nothing is said about keys when one side is not known: %j, %j', (current, target) => {
    const { checks } = possible(facts({ versions: keys(current, target) }));
    expect(checks.filter(({ code }) => code.startsWith('key-'))).toEqual([]);
  });
});

// what AWSPENDING is on, where AWSCURRENT shall go, whether that promotes what an open rotation made
test.each([
  ['o', 'o', true],
  // It was AWSCURRENT before, so its rotation went through.
  ['p', 'p', false],
  ['c', 'p', false],
  ['o', 'p', false],
])('with AWSPENDING on %s a move to %s promotes: %s', (pending, target, promotes) => {
  const versions = [c, p, o].map((each) =>
    each.id === pending ? { ...each, labels: [...each.labels, 'AWSPENDING'] } : each,
  );
  expect(possible(facts({ versions, target })).promotes).toBe(promotes);
});

test('a version that was AWSCURRENT while somebody looked holds a value, though no read is recorded', () => {
  expect(planRollback(facts({ target: 'e' }))).toMatchObject({ because: 'target-without-value' });
  expect(possible(facts({ target: 'e', proven: ['e'] })).to).toBe('e');
});

test('a key of the target that cannot be used is warned of, one of another version is not', () => {
  const versions: SecretVersion[] = [
    { id: 'b', labels: ['AWSCURRENT'], kmsKeyIds: ['k2'] },
    { id: 'a', labels: ['AWSPREVIOUS'], kmsKeyIds: ['k1'] },
  ];
  const checks = (keysDown: string[]) => {
    const plan = planRollback({ versions, target: 'a', keysDown });
    return plan.possible ? plan.checks.filter(({ code }) => code === 'key-down') : undefined;
  };
  expect(checks(['k1'])).toEqual([{ code: 'key-down', tone: 'warn', about: ['k1'] }]);
  expect(checks(['k2'])).toEqual([]);
});

// the target's labels, when it was created against the current one, known to have been current, whether that promotes
test.each<[string[], string | undefined, string[], boolean]>([
  [['next'], '2026-11-19', [], true],
  [['next'], '2026-11-19', ['x'], false],
  [['next'], '2026-11-17', [], false],
  [['next'], undefined, [], false],
  [['next', 'AWSPREVIOUS'], '2026-11-19', [], false],
  [[], '2026-11-19', [], false],
])('labels %j, created %s, current before %j: promotes %s', (labels, created, wereCurrent, promotes) => {
  const target = v('x', labels, { ...read, ...(created ? { created } : {}) });
  const versions = [v('c', ['AWSCURRENT'], { created: '2026-11-18' }), target];
  const plan = possible(facts({ versions, target: 'x', wereCurrent, rotationEnabled: true }));
  expect(plan.promotes).toBe(promotes);
  const codes = plan.checks.map(({ code }) => code);
  expect(codes.includes('staged-untested')).toBe(promotes);
  expect(codes.includes('rotation-on')).toBe(!promotes);
});

describe('what rotations prove of the older password goes before what the metadata warns of', () => {
  test.each<[RollbackFacts['opens'], string, string]>([
    ['rotated-since', 'password-dead', 'warn'],
    ['set-and-stopped', 'password-dead', 'warn'],
    ['kind-unknown', 'password-unsure', 'warn'],
    ['other-user', 'password-other-user', 'ok'],
    ['not-rotated', 'rotation-on', 'warn'],
    ['by-service', 'rotation-on', 'warn'],
    ['stopped-at-set', 'rotation-on', 'warn'],
    [undefined, 'rotation-on', 'warn'],
  ])('%s: %s', (opens, code, tone) => {
    const { checks } = possible(facts({ rotationEnabled: true, opens }));
    expect(checks[1]).toEqual({ code, tone, about: ['p'] });
  });
});
