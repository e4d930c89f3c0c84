import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgenda } from './agenda.ts';
import { createState } from './state.ts';

const state = createState({ replicationMs: 0 });

test('tasks run when they are due, in the order of time and then of planning', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(25), (times, now) => {
      const agenda = createAgenda();
      const done: [number, number][] = [];
      for (const [order, time] of times.entries()) {
        agenda.at(new Date(time), (due) => done.push([due.getTime(), order]));
      }
      agenda.run(new Date(now), state);
      const expected = times
        .map((time, order): [number, number] => [time, order])
        .filter(([time]) => time <= now)
        .sort(([a, i], [b, j]) => a - b || i - j);
      expect(done).toEqual(expected);
      agenda.run(new Date(100), state);
      expect(done).toHaveLength(times.length);
    }),
  );
});

test('what a task plans runs in the same turn if it is due as well', () => {
  const agenda = createAgenda();
  const done: string[] = [];
  agenda.at(new Date(1), (due) => {
    done.push('first');
    agenda.at(new Date(due.getTime() + 2), () => done.push('second'));
  });
  agenda.at(new Date(2), () => done.push('between'));
  agenda.run(new Date(3), state);
  expect(done).toEqual(['first', 'between', 'second']);
});
