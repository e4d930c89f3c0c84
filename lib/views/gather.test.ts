import { expect, test } from 'vitest';
import { gather } from './gather';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what is said within one turn comes together, in order, and a slow worker holds up no other', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const batches: (readonly string[])[] = [];
  const slow = async (say: (one: string) => void) => {
    await held;
    say('slow');
  };
  const quick = (name: string) => async (say: (one: string) => void) => {
    say(`${name} 1`);
    await Promise.resolve();
    say(`${name} 2`);
  };
  for await (const batch of gather([slow, quick('a'), quick('b')], () => {})) {
    batches.push(batch);
    release();
  }
  expect(batches).toEqual([['a 1', 'b 1', 'a 2', 'b 2'], ['slow']]);
});

test('workers are told when the reader leaves', async () => {
  let gone = false;
  let rounds = 0;
  const endless = async (say: (one: number) => void) => {
    while (!gone) {
      say(rounds++);
      await pause(0);
    }
  };
  for await (const batch of gather([endless], () => {
    gone = true;
  })) {
    if (batch.includes(3) || rounds > 3) break;
  }
  const then = rounds;
  await pause(5);
  expect(rounds).toBeLessThanOrEqual(then + 1);
});

test('nothing to do ends at once', async () => {
  const batches = [];
  for await (const batch of gather([], () => {})) batches.push(batch);
  expect(batches).toEqual([]);
});
