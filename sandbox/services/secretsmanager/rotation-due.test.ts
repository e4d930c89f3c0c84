import { expect, test } from 'vitest';
import { openWorkshop, type Workshop } from '../../functions/workshop.ts';
import { copyState } from '../../state.ts';
import { token, wait } from './fake-call.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const describe = ({ bench }: Workshop) => bench.run('DescribeSecret', { SecretId: 'db' });
/** How often the service told so, once everything due has happened. */
function count(shop: Workshop, name: string): number {
  describe(shop);
  const events = shop.bench.state.trail.log('441200879921', 'us-east-1').find(undefined, undefined);
  return [...events].filter(({ subject }) => subject.eventName === name).length;
}
const days = (ScheduleExpression: string) => ({ RotationRules: { ScheduleExpression } });

test('a schedule rotates by itself, in each of its windows', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.rotate('v2', days('rate(1 day)'));
  const first = Number(describe(shop).LastRotatedDate);
  wait(shop.bench, 5 * DAY);
  const { LastRotatedDate, NextRotationDate } = describe(shop);
  // The 20th to the 24th, each in the first hour of its window.
  expect(count(shop, 'RotationSucceeded')).toBe(6);
  expect(Number(LastRotatedDate)).toBeGreaterThan(first);
  expect(new Date(Number(LastRotatedDate) * 1000).toISOString()).toMatch(/^2026-11-24T00:/);
  expect(new Date(Number(NextRotationDate) * 1000).toISOString()).toBe('2026-11-25T23:59:59.000Z');
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
});

test('cron: inside the window and nowhere else', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  const rules = { ScheduleExpression: 'cron(0 16 1,15 * ? *)', Duration: '2h' };
  shop.rotate('v2', { RotationRules: rules, RotateImmediately: false });
  wait(shop.bench, 11 * DAY);
  expect(describe(shop)).not.toHaveProperty('LastRotatedDate');
  wait(shop.bench, 2 * DAY);
  const at = new Date(Number(describe(shop).LastRotatedDate) * 1000).toISOString();
  expect(at).toMatch(/^2026-12-01T1[67]:/);
});

test('what failed keeps its date, and is taken up again in the next window with the same version', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.target({ health: 'closed' });
  shop.rotate('v2', days('rate(1 day)'));
  wait(shop.bench, 12 * 60 * MINUTE);
  const before = describe(shop);
  expect(count(shop, 'RotationFailed')).toBe(4);
  wait(shop.bench, 2 * DAY);
  expect(count(shop, 'RotationStarted')).toBe(1);
  expect(count(shop, 'RotationFailed')).toBe(14);
  shop.target({ health: 'up' });
  expect(Number(describe(shop).NextRotationDate) * 1000).toBeLessThan(shop.bench.now.getTime());
  expect(describe(shop).NextRotationDate).toBe(before.NextRotationDate);
  wait(shop.bench, 2 * DAY);
  expect(describe(shop).VersionIdsToStages).toHaveProperty(token('v2'));
  expect(count(shop, 'RotationStarted')).toBeGreaterThan(1);
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
});

test('a cancelled rotation comes no more; a value put by hand moves the date', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.rotate('v2', days('rate(2 days)'));
  wait(shop.bench, DAY);
  const { password, ...rest } = shop.value('AWSCURRENT');
  const SecretString = JSON.stringify({ ...rest, password });
  shop.bench.run('PutSecretValue', { SecretId: 'db', ClientRequestToken: token('mine'), SecretString });
  wait(shop.bench, 1.5 * DAY);
  expect(describe(shop).LastRotatedDate).toBeDefined();
  expect(count(shop, 'RotationStarted')).toBe(1);
  wait(shop.bench, DAY);
  expect(count(shop, 'RotationStarted')).toBe(2);
  shop.bench.run('CancelRotateSecret', { SecretId: 'db' });
  wait(shop.bench, 30 * DAY);
  expect(count(shop, 'RotationStarted')).toBe(2);
});

test('a copy of a world in the middle of a rotation goes on with it, and the world itself too', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.bench.run('RotateSecret', {
    ...{ SecretId: 'db', ClientRequestToken: token('v2'), RotationLambdaARN: shop.fn.arn },
    ...days('rate(1 day)'),
  });
  wait(shop.bench, 900);
  describe(shop);
  const copy = copyState(shop.bench.state);
  wait(shop.bench, MINUTE);
  for (const state of [copy, shop.bench.state]) {
    state.agenda.run(shop.bench.now, state);
    const secret = state.secretsManager.regions.get('441200879921/us-east-1')?.get('db');
    expect(secret?.content.versions.get(token('v2'))?.labels).toContain('AWSCURRENT');
  }
});

test('a schedule that is changed long after the last rotation plans ahead, not back', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.rotate('v2', days('rate(300 days)'));
  wait(shop.bench, 90 * DAY);
  for (const expression of ['rate(10 days)', 'cron(0 2 * * ? *)']) {
    shop.rotate(`to ${expression.slice(0, 4)}`, { ...days(expression), RotateImmediately: false });
    const { NextRotationDate } = describe(shop);
    expect(Number(NextRotationDate) * 1000).toBeGreaterThan(shop.bench.now.getTime());
  }
});
