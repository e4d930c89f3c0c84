import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startSandbox } from './server.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command; `onOutput` sees what it has printed so far, and may send it a signal. */
async function run(args: string[], onOutput: (kill: () => void, out: string) => void): Promise<Ended> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/main.ts`, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    onOutput(() => child.kill('SIGTERM'), out);
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

test('says where it is ready, and ends on SIGTERM even while a client is connected', async () => {
  const visits: Promise<number>[] = [];
  const { code, out, err } = await run(['--port', '0', '--world', 'empty'], (kill, printed) => {
    const url = /http:\S+/.exec(printed)?.[0] ?? '';
    // The connection is kept alive by fetch: it must not keep the sandbox alive.
    const visit = fetch(`${url}/_sandbox/health`).then(({ status }) => status);
    visits.push(visit.finally(kill));
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^sandbox ready http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(await Promise.all(visits)).toEqual([200]);
});

test('a wrong command line is one line and code 2', async () => {
  const ended = await run(['--world', 'mars'], () => {});
  expect(ended).toEqual({ code: 2, out: '', err: 'sandbox: --world must be one of empty, demo, fleet\n' });
});

test('a port that is taken is one line and code 1', async () => {
  const other = await startSandbox();
  const ended = await run(['--port', new URL(other.url).port, '--world', 'empty'], () => {});
  await other.close();
  expect(ended).toEqual({
    code: 1,
    out: '',
    err: 'sandbox: the port is in use; choose another with --port\n',
  });
});
