import { expect, test } from 'vitest';
import { foldSecrets } from './fold.ts';
import { lastRead } from './last-read.ts';
import type { SecretRow } from './secret.ts';

const TODAY = '2026-11-24';

const row = (region: string, lastAccessed?: string, primaryRegion?: string): SecretRow => ({
  arn: `arn:aws:secretsmanager:${region}:441200879921:secret:prod/db-AbCdEf`,
  name: 'prod/db',
  region,
  tags: {},
  holders: {},
  rotation: { enabled: false },
  ...(lastAccessed ? { lastAccessed } : {}),
  ...(primaryRegion ? { primaryRegion } : {}),
});

const home = 'us-east-1';
const away = 'eu-west-1';

test.each([
  ['one region, read', [row(home, '2026-11-02')], [], { kind: 'day', day: '2026-11-02' }],
  ['one region, never read', [row(home)], [], { kind: 'never' }],
  [
    'the replica was read later than the primary',
    [row(home, '2026-11-02', home), row(away, '2026-11-20', home)],
    [],
    { kind: 'day', day: '2026-11-20' },
  ],
  [
    'only the replica was read',
    [row(home, undefined, home), row(away, '2026-11-20', home)],
    [],
    { kind: 'day', day: '2026-11-20' },
  ],
  [
    'the primary is missing',
    [row(away, '2026-11-20', home)],
    [home],
    { kind: 'unknown', known: '2026-11-20' },
  ],
  ['the primary is missing and no read is known', [row(away, undefined, home)], [home], { kind: 'unknown' }],
  [
    'replicated, and a region that may hold a replica was not read',
    [row(home, '2026-11-02', home)],
    [away],
    { kind: 'unknown', known: '2026-11-02' },
  ],
  [
    'not replicated: other regions do not matter',
    [row(home, '2026-11-02')],
    [away],
    { kind: 'day', day: '2026-11-02' },
  ],
  [
    'read today: no unread region can be later',
    [row(home, TODAY, home)],
    [away],
    { kind: 'day', day: TODAY },
  ],
])('%s', (_case, rows, unread, expected) => {
  expect(lastRead(foldSecrets(rows)[0]!, unread, TODAY)).toEqual(expected);
});
