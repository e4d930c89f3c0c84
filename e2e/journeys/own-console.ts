import { spawn } from 'node:child_process';
import { CONSOLE_PORT, SANDBOX_URL } from '../../scripts/addresses.ts';
import { SERVER } from '../../scripts/build.ts';
import { consoleEnv, freshSecret, QUIET } from '../../scripts/console.ts';
import { waitFor } from '../../scripts/wait-for.ts';

/** A console beside the journeys' own, whose every word is kept. */
export interface OwnConsole {
  readonly url: string;
  /** All it has written to standard output and error so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a console of this test's own before the journeys' sandbox. */
export async function startOwnConsole(): Promise<OwnConsole> {
  const port = CONSOLE_PORT + 5;
  const url = `http://localhost:${port}`;
  const env = consoleEnv({ host: '127.0.0.1', port, url, secret: freshSecret(), endpoint: SANDBOX_URL });
  const child = spawn(process.execPath, [QUIET, SERVER], { env: { ...env, NODE_ENV: 'production' } });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => words.push(String(chunk)));
  await waitFor(`http://127.0.0.1:${port}/icon.svg`, 60);
  return {
    url,
    output: () => words.join(''),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
