import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anyFreePort } from '../../scripts/port.ts';
import { waitFor } from '../../scripts/wait-for.ts';

// What the Dockerfile does, without Docker: its files, its command, its environment, and nothing else.
const dockerfile = readFileSync('Dockerfile', 'utf8');
const command: string[] = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]');
const check: string[] = JSON.parse(/^\s+CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]');
const given = Object.fromEntries(
  (/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
);

/** Runs one of the image's commands where its files are. */
function run([program = '', ...args]: readonly string[], cwd: string, env: Record<string, string>) {
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, { cwd, env: { NODE_ENV: 'production', ...env } });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, err: () => err };
}

test('the image starts from the build alone, is well, writes nothing to its disk, and ends when asked', async () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  const root = mkdtempSync(join(tmpdir(), 'keyturn-image-'));
  try {
    cpSync('.next/standalone', root, { recursive: true, verbatimSymlinks: true });
    const files = () => readdirSync(root, { recursive: true }).map(String).sort();
    const before = files();
    const port = String(await anyFreePort());
    const settings = {
      ...given,
      PORT: port,
      HOSTNAME: '127.0.0.1',
      NEXTAUTH_URL: 'https://keyturn.acme.example',
      NEXTAUTH_SECRET: 'a secret for this test, of thirty-two or more characters',
    };
    const { child, ended, err } = run(command, root, settings);
    await waitFor(`http://127.0.0.1:${port}/api/ready`, 60);
    expect(await run(check, root, settings).ended).toBe(0);
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`, {
      // A sign-in as large as it may be, and what another is made from.
      headers: { host: 'keyturn.acme.example', cookie: `a=${'x'.repeat(28_000)}` },
    });
    expect(page.status).toBe(200);
    const [style] = (await page.text()).match(/\/_next\/static\/[^"]+\.css/) ?? [];
    expect((await fetch(`http://127.0.0.1:${port}${style}`)).status, 'its styles are there').toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(err()).toContain('"event":"started"');
    expect(files()).toEqual(before);
    expect(await run(check, root, settings).ended, 'gone, the check fails').toBe(1);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
