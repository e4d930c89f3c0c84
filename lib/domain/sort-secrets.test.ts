import { expect, test } from 'vitest';
import { foldSecrets } from './fold.ts';
import type { LastRead } from './last-read.ts';
import { type SortOrder, sortSecrets } from './sort-secrets.ts';

const changed: Record<string, string | undefined> = {
  a: '2026-11-02T08:00:00.000Z',
  b: undefined,
  c: '2026-11-20T08:00:00.000Z',
  d: '2026-11-02T08:00:00.000Z',
};
const read: Record<string, LastRead> = {
  a: { kind: 'day', day: '2026-11-20' },
  b: { kind: 'never' },
  c: { kind: 'unknown', known: '2026-11-23' },
  d: { kind: 'day', day: '2026-10-01' },
};

const secrets = foldSecrets(
  Object.entries(changed).map(([name, at]) => ({
    arn: `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}-AbCdEf`,
    name,
    region: 'us-east-1',
    tags: {},
    holders: {},
    rotation: { enabled: false },
    ...(at ? { changed: at } : {}),
  })),
);

test.each<[SortOrder, string]>([
  ['name', 'a b c d'],
  ['-name', 'd c b a'],
  ['changed', 'a d c b'],
  ['-changed', 'c a d b'],
  ['last-read', 'b d a c'],
  ['-last-read', 'a d b c'],
])('by %s', (order, expected) => {
  const sorted = sortSecrets(secrets, order, ({ name }) => read[name]!);
  expect(sorted.map(({ name }) => name).join(' ')).toBe(expected);
});
