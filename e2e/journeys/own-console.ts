import { spawn } from 'node:child_process';
import { SERVER } from '../../scripts/build.ts';
import { consoleEnv, freshSecret, QUIET } from '../../scripts/console.ts';
import { anyFreePort } from '../../scripts/port.ts';
import { waitFor } from '../../scripts/wait-for.ts';
import { here } from './here.ts';
import { test as journey } from './test.ts';

/** A console beside the journeys' own, whose every word is kept. */
export interface OwnConsole {
  readonly url: string;
  /** All it has written to standard output and error so far. */
  output(): string;
  /** From now on nobody reads what it writes. */
  stopReading(): void;
  /** How its process ended, once it has. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** A journey at a console of its own, which ends with it however it ends. */
export const test = journey.extend<{ server: OwnConsole; settings: Readonly<Record<string, string>> }>({
  /** The environment it is started with, over our own. */
  settings: [{}, { option: true }],
  server: async ({ settings }, use) => {
    const server = await startOwnConsole(settings);
    await use(server);
    await server.stop();
  },
});

async function startOwnConsole(settings: Readonly<Record<string, string>>): Promise<OwnConsole> {
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  const env = consoleEnv({ host: '127.0.0.1', port, url, secret: freshSecret(), endpoint: here.sandboxUrl });
  const child = spawn(process.execPath, [QUIET, SERVER], {
    env: { ...env, ...settings, NODE_ENV: 'production' },
  });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => words.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await waitFor(`http://127.0.0.1:${port}/icon.svg`, 60);
  return {
    url,
    output: () => words.join(''),
    stopReading: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
