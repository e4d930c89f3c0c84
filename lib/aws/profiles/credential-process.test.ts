import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCredentialProcess } from './credential-process';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-process-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A command that prints a text. */
async function printing(text: string): Promise<string> {
  await writeFile(join(folder, 'said'), text);
  return `cat '${join(folder, 'said')}'`;
}
const keys = { Version: 1, AccessKeyId: 'AKIANOBODYNOBODY0001', SecretAccessKey: 's' };

test('a command that prints keys gives them, with their token and end', async () => {
  expect(await runCredentialProcess(await printing(JSON.stringify(keys)))).toEqual({
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: 's',
  });
  const expiration = new Date(Date.now() + 3_600_000);
  const more = { ...keys, SessionToken: 't', Expiration: expiration.toISOString() };
  expect(await runCredentialProcess(await printing(JSON.stringify(more)))).toEqual({
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: 's',
    sessionToken: 't',
    expiration,
  });
});

// what is printed, why it will not do
test.each([
  ['', 'profile-process-unclear'],
  ['Enter your password:', 'profile-process-unclear'],
  ['null', 'profile-process-unclear'],
  [JSON.stringify({ ...keys, Version: 2 }), 'profile-process-unclear'],
  [JSON.stringify({ Version: 1, AccessKeyId: 'a' }), 'profile-process-unclear'],
  [JSON.stringify({ ...keys, Expiration: 'soon' }), 'profile-process-unclear'],
  [JSON.stringify({ ...keys, Expiration: '2020-01-01T00:00:00Z' }), 'profile-expired'],
  ['x'.repeat(100_000), 'profile-process-unclear'],
])('a command that prints %j is refused', async (text, code) => {
  await expect(runCredentialProcess(await printing(text))).rejects.toThrow(code);
});

test.each(['exit 3', 'no-such-command-anywhere', 'kill -9 $$'])(
  'a command that fails (%s) is refused',
  async (command) => {
    await expect(runCredentialProcess(command)).rejects.toThrow('profile-process-failed');
  },
);

test('a command that does not end is ended, with all it has started', async () => {
  const pid = join(folder, 'pid');
  await expect(runCredentialProcess(`sleep 600 & echo $! > '${pid}'; wait`, 400)).rejects.toThrow(
    'profile-process-slow',
  );
  const started = Number(await readFile(pid, 'utf8'));
  expect(started).toBeGreaterThan(1);
  // A process that was ended and not yet collected still has a number, but runs no more.
  await vi.waitFor(async () => {
    const state = await readFile(`/proc/${started}/stat`, 'utf8').catch(() => 'gone');
    expect(state).toMatch(/gone|\) Z /);
  });
});

test("a command is given its owner's environment, and nothing that is the console's own", async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'hidden-secret');
  vi.stubEnv('KEYTURN_LAUNCH_TOKEN', 'hidden-token');
  vi.stubEnv('OWN_SETTING', 'shown');
  const seen = join(folder, 'seen');
  await runCredentialProcess(`env > '${seen}'; ${await printing(JSON.stringify(keys))}`);
  const environment = await readFile(seen, 'utf8');
  expect(environment).toContain('OWN_SETTING=shown');
  expect(environment).not.toContain('hidden');
});
