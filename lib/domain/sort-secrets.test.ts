import { expect, test } from 'vitest';
import { foldSecrets } from './fold.ts';
import type { SecretRow } from './secret.ts';
import { type SortOrder, sortByName, sortSecrets, toSortOrder } from './sort-secrets.ts';

const rotating = { enabled: true, everyDays: 30 };
// Legend: name to what it has beside a name. `r` is replicated, and a region that may hold a copy was not read.
const has: Record<string, Partial<SecretRow>> = {
  a: {
    changed: '2026-11-02T08:00:00.000Z',
    lastAccessed: '2026-11-20',
    tags: { owner: 'Payments' },
    kmsKeyId: 'alias/b',
    rotation: { ...rotating, next: '2026-11-20T00:00:00.000Z' },
  },
  b: { description: 'zeta', owningService: 'rds', holders: { AWSCURRENT: 'v1', AWSPENDING: 'v2' } },
  c: {
    changed: '2026-11-20T08:00:00.000Z',
    tags: { owner: 'billing' },
    kmsKeyId: 'alias/a',
    rotation: { ...rotating, next: '2026-11-01T00:00:00.000Z' },
    deleted: '2026-12-01T00:00:00.000Z',
  },
  d: {
    changed: '2026-11-02T08:00:00.000Z',
    lastAccessed: '2026-10-01',
    description: 'Alpha',
    type: 'Salesforce',
    rotation: { ...rotating, next: '2026-12-24T00:00:00.000Z' },
  },
  r: { primaryRegion: 'us-east-1', lastAccessed: '2026-11-23', created: '2026-01-01T00:00:00.000Z' },
};
const secrets = foldSecrets(
  Object.entries(has).map(([name, more]) => ({
    arn: `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}-AbCdEf`,
    name,
    region: 'us-east-1',
    tags: {},
    holders: {},
    rotation: { enabled: false },
    ...more,
  })),
);
const context = { unread: ['eu-west-1'], now: Date.parse('2026-11-24T12:00:00.000Z') };

test.each<[SortOrder, string]>([
  ['name', 'a b c d r'],
  ['-name', 'r d c b a'],
  ['changed', 'a d c b r'],
  ['-changed', 'c a d b r'],
  // Never read is read longest ago; not known goes last both ways.
  ['last-read', 'b c d a r'],
  ['-last-read', 'a d b c r'],
  ['owner', 'c a b d r'],
  ['-owner', 'a c b d r'],
  ['description', 'd b a c r'],
  ['key', 'c a b d r'],
  ['service', 'b a c d r'],
  ['type', 'd a b c r'],
  ['created', 'r a b c d'],
  ['deletion', 'c a b d r'],
  ['next', 'c a d b r'],
  ['-next', 'd a c b r'],
  ['regions', 'a b c d r'],
  ['primary', 'a b c d r'],
  // Overdue, then what an attempt left, then on (c is scheduled for deletion: never overdue), then off.
  ['rotation', 'a b c d r'],
  ['-rotation', 'r c d b a'],
])('by %s', (order, expected) => {
  expect(
    sortSecrets(secrets, order, context)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(expected);
});

test.each([
  ['changed', 'changed'],
  ['-changed', '-changed'],
  ['--changed', undefined],
  ['toString', undefined],
  ['', undefined],
  [null, undefined],
])('the order a text names: %s', (text, order) => {
  expect(toSortOrder(text)).toBe(order);
});

test('what was added at the end finds its place by name', () => {
  const [first, ...rest] = secrets;
  expect(sortByName([...rest, first!])).toEqual(secrets);
});
