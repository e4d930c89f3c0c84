import { describe, expect, test } from 'vitest';
import { allRead, secretIn, secretWith, without } from './folded-for-tests.ts';
import { parseToken } from './token-text.ts';
import { tellerOf } from './told.ts';

const tell = (token: string, secret = secretWith(), context = allRead) =>
  tellerOf(parseToken(token)!, context)(secret);

const rotating = (next?: string, more = {}) =>
  secretWith({ rotation: { enabled: true, ...(next ? { next } : {}) }, ...more });
const pair = secretIn(['us-east-1', 'eu-west-1']);
// Its primary region was not read: only a replica shows it.
const orphan = secretIn(['us-east-1', 'eu-west-1'], { changed: '2026-11-18T00:00:00.000Z' }, ['us-east-1']);

describe('a secret is judged by', () => {
  // token, secret, told
  test.each([
    ['text:payments DB', secretWith(), true],
    ['text:payments nowhere', secretWith(), false],
    ['name:PAY', secretWith(), true],
    ['name:billing,pay', secretWith(), true],
    ['name:AbCdEf', secretWith(), false],
    ['region:us-east-1', pair, true],
    ['region:eu-west-1,us-west-2', pair, true],
    ['region:us-west-2', pair, false],
    ['region:us-east-1', orphan, true],
    ['account:441200879921', secretWith(), true],
    ['account:602733145908,441200879921', secretWith(), true],
    ['account:602733145908', secretWith(), false],
    ['rotation:off', secretWith(), true],
    ['rotation:on', secretWith(), false],
    ['rotation:on', rotating(), true],
    ['rotation:overdue', rotating('2026-11-18T00:00:00Z'), true],
    ['rotation:overdue', rotating('2026-11-20T00:00:00Z'), false],
    ['rotation:overdue', rotating('2026-11-18T00:00:00Z', { deleted: '2026-12-01T00:00:00Z' }), false],
    ['rotation:pending', secretWith({ holders: { AWSCURRENT: 'c', AWSPENDING: 'p' } }), true],
    ['rotation:pending', secretWith({ holders: { AWSCURRENT: 'c', AWSPENDING: 'c' } }), false],
    ['rotation:managed', rotating(undefined, { owningService: 'rds' }), true],
    ['rotation:managed', secretWith({ owningService: 'rds' }), false],
    ['rotation:managed', rotating(), false],
    ['rotates:7d', rotating('2026-11-25T00:00:00Z'), true],
    ['rotates:7d', rotating('2026-11-27T00:00:00Z'), false],
    ['rotates:7d', rotating('2026-11-18T00:00:00Z'), false],
    ['rotates:7d', rotating(), false],
    ['rotates:7d', secretWith(), false],
    ['tag:env', secretWith({ tags: { env: 'prod' } }), true],
    ['tag:env', secretWith({ tags: {} }), false],
    ['tag:constructor', secretWith({ tags: {} }), false],
    ['tag:env=prod', secretWith({ tags: { env: 'prod' } }), true],
    ['tag:env=PROD', secretWith({ tags: { env: 'prod' } }), false],
    ['tag:env=', secretWith({ tags: { env: '' } }), true],
    ['tag:env=a=b', secretWith({ tags: { env: 'a=b' } }), true],
    ['tag:a\\\\=b=c', secretWith({ tags: { 'a=b': 'c' } }), true],
    ['service:rds', secretWith({ owningService: 'rds' }), true],
    ['service:', secretWith(), true],
    ['service:', secretWith({ owningService: 'rds' }), false],
    ['type:', secretWith({ type: 'SnowflakePat' }), false],
    ['type:SnowflakePat', secretWith({ type: 'SnowflakePat' }), true],
    ['owner:payments', secretWith({ tags: { team: 'payments' } }), true],
    ['owner:', secretWith({ tags: { env: 'prod' } }), true],
    ['key:aws/secretsmanager', secretWith(), true],
    ['key:alias/pay', secretWith({ kmsKeyId: 'alias/pay' }), true],
    ['changed:1d', secretWith({ changed: '2026-11-18T03:42:00.000Z' }), true],
    ['changed:1d', secretWith({ changed: '2026-11-18T03:41:59.999Z' }), false],
    ['changed:2026-11-18', secretWith({ changed: '2026-11-18T00:00:00.000Z' }), true],
    ['changed:2026-11-19', secretWith({ changed: '2026-11-18T23:59:59.999Z' }), false],
    ['created:30d', secretWith({ created: '2026-11-01T00:00:00.000Z' }), true],
    ['deleted', secretWith({ deleted: '2026-12-01T00:00:00.000Z' }), true],
    ['deleted', secretWith(), false],
    ['replicated', pair, true],
    ['replicated', secretWith(), false],
  ] as const)('%s', (token, secret, told) => {
    expect(tell(token, secret)).toBe(told);
    expect(tell(`-${token}`, secret), 'negated').toBe(!told);
  });
});

describe('what a region that was not read would have to tell is neither true nor false', () => {
  const west = without('us-west-2');
  // token, secret, context, told
  test.each([
    // ListSecrets does not say where replicas are.
    ['region:us-west-2', pair, west, undefined],
    ['region:us-west-2', secretWith(), west, false],
    ['region:us-west-2,eu-west-1', pair, west, true],
    ['region:ap-south-1', pair, west, false],
    // Rotation, key and dates are the primary's.
    ['rotation:off', orphan, west, undefined],
    ['rotates:7d', orphan, west, undefined],
    ['key:aws/secretsmanager', orphan, west, undefined],
    ['changed:7d', orphan, west, undefined],
    ['created:7d', secretWith(), allRead, undefined],
  ] as const)('%s', (token, secret, context, told) => {
    expect(tell(token, secret, context)).toBe(told);
    expect(tell(`-${token}`, secret, context), 'negated').toBe(told === undefined ? undefined : !told);
  });
});

describe('unused for 90 days looks at the latest read over all regions', () => {
  const read = (lastAccessed?: string, created?: string) =>
    secretIn(['us-east-1', 'eu-west-1'], {
      ...(lastAccessed ? { lastAccessed } : {}),
      ...(created ? { created } : {}),
    });
  const west = without('us-west-2');
  // last read, created, context, told
  test.each([
    ['2026-08-21', undefined, allRead, true],
    ['2026-08-22', undefined, allRead, false],
    // Never read: unused since it was made.
    [undefined, '2026-08-21T22:00:00.000Z', allRead, true],
    [undefined, '2026-08-22T00:00:00.000Z', allRead, false],
    [undefined, undefined, allRead, undefined],
    // A copy in a region that was not read may have been read yesterday.
    ['2026-01-01', undefined, west, undefined],
    [undefined, '2024-01-01T00:00:00.000Z', west, undefined],
    // But one read lately anywhere is in use.
    ['2026-11-01', undefined, west, false],
  ] as const)('read %s, made %s', (lastAccessed, created, context, told) => {
    expect(tell('unused:90d', read(lastAccessed, created), context)).toBe(told);
  });
});
