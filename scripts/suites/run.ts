import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAILED, PASSED, playwrightTally, settled, type Tally, vitestTally } from './tally.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Runs one of package.json's scripts: one test, which passes or fails. */
export async function runScript(name: string): Promise<Tally> {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const good = npm
    ? await run(process.execPath, [npm, 'run', name])
    : await run('npm', ['run', name], {}, process.platform === 'win32');
  return good ? PASSED : FAILED;
}

/** Runs vitest with these arguments; its own count. */
export function runVitest(...args: string[]): Promise<Tally> {
  return reported('vitest.json', async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const good = await run(process.execPath, [VITEST, 'run', ...args, ...reporters]);
    return [good, vitestTally];
  });
}

/** Runs Playwright; its own count. */
export function runPlaywright(): Promise<Tally> {
  return reported('playwright.json', async (file) => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const good = await run(process.execPath, [PLAYWRIGHT, 'test', '--reporter=list,json'], env);
    return [good, playwrightTally];
  });
}

async function reported(
  name: string,
  work: (file: string) => Promise<[good: boolean, tally: (report: unknown) => Tally]>,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-test-'));
  try {
    const file = join(folder, name);
    const [good, tally] = await work(file);
    return settled(tally(read(file)), good);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a command in our terminal; whether it ended well. */
function run(command: string, args: readonly string[], env = {}, shell = false): Promise<boolean> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', AWS_EC2_METADATA_DISABLED: 'true', ...env },
    shell,
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGTERM', forward);
  return new Promise((resolve) => {
    const end = (good: boolean) => {
      process.off('SIGTERM', forward);
      resolve(good);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
