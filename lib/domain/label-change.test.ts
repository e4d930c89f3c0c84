import { expect, test } from 'vitest';
import { type LabelChange, planLabel } from './label-change.ts';
import type { SecretVersion } from './version.ts';

const version = (id: string, ...labels: string[]): SecretVersion => ({ id, labels });
const plain = [version('b', 'AWSCURRENT'), version('a', 'AWSPREVIOUS'), version('k', 'keep'), version('u')];
const open = [...plain, version('p', 'AWSPENDING')];
const shape = (facts: Parameters<typeof planLabel>[0], change: LabelChange) => {
  const plan = planLabel(facts, change);
  if (!plan.possible) return plan.because;
  const { label, from, to } = plan.move;
  return [
    `${label} ${from}>${to}`,
    ...(plan.unlabelled ? [`bare ${plan.unlabelled}`] : []),
    ...(plan.ends === 'rotation' ? ['ends a rotation'] : []),
    ...(plan.opens === 'rotation' ? ['opens a rotation'] : []),
  ].join(', ');
};

// versions, label, version it goes to, what happens
test.each<[readonly SecretVersion[], string, string | null, string]>([
  [plain, 'good', 'b', 'good null>b'],
  [plain, 'keep', 'b', 'keep k>b, bare k'],
  [plain, 'keep', null, 'keep k>null, bare k'],
  [[version('b', 'AWSCURRENT', 'keep')], 'keep', null, 'keep b>null'],
  [open, 'AWSPENDING', null, 'AWSPENDING p>null, bare p, ends a rotation'],
  [[version('b', 'AWSCURRENT', 'AWSPENDING')], 'AWSPENDING', null, 'AWSPENDING b>null'],
  [plain, 'AWSPENDING', 'u', 'AWSPENDING null>u, opens a rotation'],
  [plain, 'AWSPENDING', 'a', 'AWSPENDING null>a, opens a rotation'],
  [plain, 'AWSPENDING', 'b', 'AWSPENDING null>b'],
  [open, 'AWSPENDING', 'a', 'AWSPENDING p>a, bare p, ends a rotation, opens a rotation'],
  [plain, 'AWSCURRENT', 'a', 'moved-by-aws'],
  [plain, 'AWSPREVIOUS', null, 'moved-by-aws'],
  [plain, 'keep', 'k', 'already-there'],
  [plain, 'other', null, 'not-there'],
  [plain, '', 'a', 'name-missing'],
  [[version('b', ...Array.from({ length: 20 }, (_, at) => `l${at}`))], 'more', 'b', 'too-many-labels'],
])('of %j, %s going to %s: %s', (versions, label, to, happens) => {
  expect(shape({ versions }, { label, to })).toBe(happens);
});

// fact, refusal
test.each([
  [{ replica: true }, 'replica-region'],
  [{ deleted: '2026-11-01T00:00:00Z' }, 'deletion-scheduled'],
  [{ owningService: 'rds' }, 'managed-by-service'],
])('with %j no label is changed: %s', (fact, because) => {
  expect(shape({ versions: plain, ...fact }, { label: 'good', to: 'b' })).toBe(because);
});
