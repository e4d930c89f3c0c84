import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

async function diagnose(input: string): Promise<{ code: number | null; lines: unknown[] }> {
  const child = spawn(process.execPath, ['scripts/diagnose.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(input);
  const output = await text(child.stdout);
  return {
    code: await code,
    lines: output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
  };
}

const REFUSED = {
  id: 'a',
  log: [
    'START RequestId: r-1 Version: $LATEST',
    'Step: testSecret',
    '[ERROR] error: password authentication failed for user "app"',
  ],
  more: { ignored: true },
};

test('one line out for each line in, in their order, and 2 at the end when one was not JSON', async () => {
  const { code, lines } = await diagnose(
    [JSON.stringify(REFUSED), 'not json, "password": "hunter2"', '', JSON.stringify({ id: 7 }), '[]'].join(
      '\n',
    ),
  );
  const healthy = { cause: null, step: null, certainty: null, proofs: [], others: [] };
  expect(code).toBe(2);
  expect(lines).toEqual([
    {
      id: 'a',
      cause: 'database-login-rejected',
      step: 'testSecret',
      certainty: 'certain',
      proofs: [{ source: 'log', line: 2, start: 15, end: 45, says: 'The server refused the password' }],
      others: [],
    },
    { id: null, error: 'This line is not JSON.' },
    { id: null, error: 'This line is not JSON.' },
    { id: 7, ...healthy },
    { id: null, ...healthy },
  ]);
});

test('0 at the end when all were, also where a text holds other separators', async () => {
  const { code, lines } = await diagnose(`\uFEFF{"id":"x\u2028y"}\r\n${JSON.stringify(REFUSED)}\n`);
  expect(code).toBe(0);
  expect(lines).toMatchObject([
    { id: 'x\u2028y', cause: null },
    { id: 'a', cause: 'database-login-rejected' },
  ]);
});

test('much input passes through', async () => {
  const log = Array.from({ length: 200 }, (_, index) => `INFO row ${index}`);
  const input = Array.from({ length: 2000 }, (_, id) => `${JSON.stringify({ id, log })}\n`).join('');
  const { code, lines } = await diagnose(input);
  expect(code).toBe(0);
  expect(lines.map((line) => (line as { id: number }).id)).toEqual(
    Array.from({ length: 2000 }, (_, id) => id),
  );
});
