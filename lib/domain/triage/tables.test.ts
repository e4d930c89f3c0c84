import { describe, expect, test } from 'vitest';
import { CAUSES } from './cause.ts';
import { diagnose } from './diagnose.ts';
import { type Evidence, evidenceFrom } from './evidence.ts';
import { FRAMES } from './tables/frames.ts';
import { asEvents, logsIn, messagesIn } from './tables/read.ts';

const outcomeOf = (evidence: Evidence) => {
  const [first] = diagnose(evidence);
  return { cause: first?.cause ?? null, step: first?.step ?? null };
};

const MESSAGES = ['', 'second-', 'third-', 'fourth-', 'fifth-', 'sixth-', 'seventh-'].map(
  (nth) => `${nth}messages.txt`,
);
const LOGS = ['', 'second-', 'third-', 'fourth-', 'fifth-', 'sixth-', 'seventh-'].map(
  (nth) => `${nth}logs.txt`,
);

describe.each(MESSAGES)('messages: %s', (table) => {
  test.each(messagesIn(table).map(({ text, cause, step }) => [text, cause, step] as const))(
    '%s',
    (text, cause, step) => {
      const framed = Object.entries(FRAMES).map(([name, frame]) => [name, frame(text, step)] as const);
      const found = framed.map(([name, log]) => [name, outcomeOf(evidenceFrom({ log }))]);
      expect(found).toEqual(framed.map(([name]) => [name, { cause, step }]));
      // By itself, with nothing around it, as somebody would paste it.
      expect(outcomeOf(evidenceFrom({ log: [text] })).cause).toBe(cause);
    },
  );
});

describe.each(LOGS)('whole logs: %s', (table) => {
  test.each(logsIn(table).map((each) => [each.name, each] as const))(
    '%s',
    (_name, { evidence, cause, step }) => {
      expect(outcomeOf(evidence)).toEqual({ cause, step });
      expect(outcomeOf({ ...evidence, log: asEvents(evidence.log) })).toEqual({ cause, step });
    },
  );
});

test('the tables hold every cause', () => {
  const tables = MESSAGES.flatMap(messagesIn);
  const logs = LOGS.flatMap(logsIn);
  const held = new Set([...tables, ...logs].map(({ cause }) => cause));
  expect(CAUSES.filter((cause) => !held.has(cause))).toEqual([]);
  expect(held).toContain(null);
  expect(tables.length + logs.length).toBeGreaterThanOrEqual(1100);
});
