import { expect, test } from 'vitest';
import { createQueue } from './queue';

const arn = (region: string, at: number) =>
  `arn:aws:secretsmanager:${region}:441200879921:secret:s${at}-AbCdEf`;
const many = (region: string, count: number) => Array.from({ length: count }, (_, at) => arn(region, at));

test('a region that owes many answers is not asked for more; the others go on before they are idle', () => {
  const queue = createQueue();
  queue.add([...many('us-east-1', 300), ...many('eu-west-1', 25)]);
  const first = queue.take();
  expect(first).toHaveLength(275);
  expect(queue.take()).toEqual([]);
  for (let at = 0; at < 13; at += 1) expect(queue.done(arn('eu-west-1', at))).toBe(false);
  queue.add([arn('eu-west-1', 77)]);
  expect(queue.take()).toEqual([]);
  expect(queue.done(arn('eu-west-1', 13))).toBe(true);
  expect(queue.take()).toEqual([arn('eu-west-1', 77)]);
  queue.add([arn('eu-west-1', 78)]);
  expect(queue.take(), 'what was asked at last is small: it may hang').toEqual([]);
  for (const at of [...Array.from({ length: 11 }, (_, more) => 14 + more), 77])
    queue.done(arn('eu-west-1', at));
  expect(queue.take()).toEqual([arn('eu-west-1', 78)]);
  queue.done(arn('eu-west-1', 78));
  expect(queue.unanswered(first)).toEqual(['us-east-1']);
});

test('no question is larger than the door takes', () => {
  const queue = createQueue();
  const long = (at: number) => arn('us-east-1', at).replace(':secret:', `:secret:${'n'.repeat(500)}`);
  queue.add(
    ['us-east-1', 'eu-west-1', 'eu-central-1'].flatMap((region) =>
      Array.from({ length: 250 }, (_, at) => long(at).replace('us-east-1', region)),
    ),
  );
  const asked = queue.take();
  expect(asked.length).toBeGreaterThan(300);
  expect(JSON.stringify(asked).length).toBeLessThan(262_144);
});

test('what is in sight is asked for first, and only what was asked for', () => {
  const queue = createQueue();
  queue.add(many('us-east-1', 500));
  queue.hurry([arn('us-east-1', 499), arn('us-east-1', 777)]);
  expect(queue.take()[0]).toBe(arn('us-east-1', 499));
  expect(queue.size()).toBe(500);
});

test('nothing is asked for twice, and a dropped region owes nothing', () => {
  const queue = createQueue();
  expect(queue.add([arn('us-east-1', 1)])).toBe(true);
  expect(queue.add([arn('us-east-1', 1)])).toBe(false);
  queue.take();
  expect(queue.add([arn('us-east-1', 1)])).toBe(false);
  queue.drop('us-east-1');
  expect(queue.size()).toBe(0);
  expect(queue.done(arn('us-east-1', 1))).toBe(false);
});
