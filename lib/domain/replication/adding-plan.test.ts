import { expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import { planAdding } from './adding-plan.ts';
import type { Cell, MatrixRow, Seen } from './cell.ts';

const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}-a1b2c3`;
const seen: Seen = { holders: {}, replicas: [], protected: false, at: '2026-11-25T03:00:00.000Z' };
function row(name: string, cells: Cell[], primary: MatrixRow['primary'] = seen): MatrixRow {
  const [secret] = foldSecrets([
    {
      ...{ arn: arn(name), name, region: 'us-east-1', primaryRegion: 'us-east-1' },
      ...{ tags: {}, holders: {}, rotation: { enabled: false } },
    },
  ]);
  return {
    secret: secret!,
    primary,
    cells: [{ region: 'us-east-1', state: 'primary' }, ...cells],
    worst: 'missing',
  };
}
const cell = (region: string, state: Cell['state']): Cell => ({ region, state });
const reported = (region: string, state: Cell['state']): Cell => ({
  ...cell(region, state),
  report: { region, status: 'InSync' },
});
const account = { regions: ['us-east-1', 'us-west-2', 'eu-west-1'], closed: new Set<string>() };
const choice = { keys: new Map(), accountOf: () => account };

test('by rules, what they want and is not there is added, and nothing else', () => {
  const rows = [
    row('a', [cell('us-west-2', 'missing'), cell('eu-west-1', 'missing')]),
    row('b', [cell('us-west-2', 'none'), reported('eu-west-1', 'missing')]),
    row('c', [reported('us-west-2', 'in-sync'), reported('eu-west-1', 'failed')]),
  ];
  const steps = planAdding(rows, choice);
  expect(steps.map(({ name, region }) => `${name} ${region}`)).toEqual(['a us-west-2', 'a eu-west-1']);
  expect(new Set(steps.map(({ id }) => id)).size).toBe(2);
});

test('to a region, every secret is added that is not there, with the key of that region and without overwriting', () => {
  const rows = [
    row('a', [cell('us-west-2', 'none')]),
    row('b', [reported('us-west-2', 'in-sync')]),
    // No column yet.
    row('c', []),
  ];
  const keys = new Map([['us-west-2', 'alias/payments']]);
  const steps = planAdding(rows, { ...choice, region: 'us-west-2', keys });
  expect(steps.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(steps[0]?.call).toEqual({
    operation: 'ReplicateSecretToRegions',
    region: 'us-east-1',
    input: { SecretId: arn('a'), AddReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: 'alias/payments' }] },
  });
  expect(planAdding(rows, { ...choice, region: 'us-east-1' })).toEqual([]);
});

test.each<[string, MatrixRow, Partial<typeof account>, RegExp]>([
  ['whose name is taken there', row('a', [cell('us-west-2', 'twin')]), {}, /has the name there/],
  ['whose primary cannot be read', row('a', [], 'denied'), {}, /primary’s region cannot be read/],
  ['whose primary was not read yet', row('a', []), {}, /not been read yet/],
  ['of a region that cannot be read', row('a', []), { closed: new Set(['us-west-2']) }, /read back/],
  ['of an account without the region', row('a', []), { regions: ['us-east-1'] }, /account does not have/],
])('a secret %s is left out, with the reason', (_what, given, more, because) => {
  const unread = because.source.includes('yet') ? { ...given, primary: undefined } : given;
  const accountOf = () => ({ ...account, ...more });
  const [step] = planAdding([unread], { ...choice, accountOf, region: 'us-west-2' });
  expect(step?.call).toBeUndefined();
  expect(step?.because).toMatch(because);
});

test('what is protected, or could not be read, is confirmed by typing', () => {
  const steps = planAdding(
    [row('a', []), row('b', [], { ...seen, protected: true }), row('c', [], 'denied')],
    { ...choice, region: 'us-west-2' },
  );
  expect(steps.map((step) => step.protected)).toEqual([false, true, true]);
});
