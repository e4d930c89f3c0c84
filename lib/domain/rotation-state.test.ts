import { expect, test } from 'vitest';
import { foldSecrets } from './fold.ts';
import { rotationState } from './rotation-state.ts';
import type { Rotation, SecretRow } from './secret.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const DAY = 86_400_000;

const secret = (rotation: Rotation, more: Partial<SecretRow> = {}) =>
  foldSecrets([
    {
      arn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf',
      name: 'prod/db',
      region: 'us-east-1',
      tags: {},
      holders: { AWSCURRENT: 'aaaa' },
      rotation,
      ...more,
    },
  ])[0]!;

test.each<[string, Rotation, object]>([
  ['off', { enabled: false }, { enabled: false, rule: { words: 'Off' } }],
  ['off, with a rule kept from before', { enabled: false, everyDays: 30 }, { rule: { words: 'Off' } }],
  ['every so many days', { enabled: true, everyDays: 30 }, { enabled: true, rule: { words: 'Every 30 d' } }],
  ['a rate in hours', { enabled: true, schedule: 'rate(4 hours)' }, { rule: { words: 'Every 4 h' } }],
  [
    'a rate in days',
    { enabled: true, schedule: 'rate(1 day)', everyDays: 1 },
    { rule: { words: 'Every 1 d' } },
  ],
  [
    'a cron expression stays as AWS writes it',
    { enabled: true, schedule: 'cron(0 16 1,15 * ? *)', everyDays: 15 },
    { rule: { expression: 'cron(0 16 1,15 * ? *)' } },
  ],
  ['on, without a rule', { enabled: true }, { rule: { words: 'On' } }],
])('rule: %s', (_case, rotation, expected) => {
  expect(rotationState(secret(rotation), NOW)).toMatchObject(expected);
});

test('overdue is how long the latest moment of the next rotation has passed', () => {
  const next = new Date(NOW - 11 * DAY).toISOString();
  expect(rotationState(secret({ enabled: true, everyDays: 30, next }), NOW)).toHaveProperty(
    'overdue',
    11 * DAY,
  );
});

test.each<[string, Rotation, Partial<SecretRow>]>([
  ['due later', { enabled: true, next: new Date(NOW + DAY).toISOString() }, {}],
  ['rotation off', { enabled: false, next: new Date(NOW - DAY).toISOString() }, {}],
  [
    'scheduled for deletion',
    { enabled: true, next: new Date(NOW - DAY).toISOString() },
    { deleted: new Date(NOW + DAY).toISOString() },
  ],
])('not overdue: %s', (_case, rotation, more) => {
  expect(rotationState(secret(rotation, more), NOW)).not.toHaveProperty('overdue');
});

test.each([
  ['no AWSPENDING', { AWSCURRENT: 'aaaa' }, undefined],
  ['on the version with AWSCURRENT', { AWSCURRENT: 'aaaa', AWSPENDING: 'aaaa' }, undefined],
  ['on another version', { AWSCURRENT: 'aaaa', AWSPENDING: 'bbbb' }, 'bbbb'],
  ['without any AWSCURRENT', { AWSPENDING: 'bbbb' }, 'bbbb'],
])('AWSPENDING %s', (_case, holders, pending) => {
  const state = rotationState(secret({ enabled: true }, { holders }), NOW);
  expect(state.kind === 'read' ? state.pending : 'unread').toBe(pending);
});

test('a replica alone tells nothing of rotation, which belongs to the primary', () => {
  const replica = secret({ enabled: true, everyDays: 30 }, { primaryRegion: 'eu-west-1' });
  expect(rotationState(replica, NOW)).toEqual({ kind: 'unread' });
});
