import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Built, startBuilt } from './built';

const ARN = (name: string) => `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}`;

let built: Built;
beforeAll(async () => {
  built = await startBuilt({ KEYTURN_LOG: 'debug' }, { world: 'demo' });
});
afterAll(() => built.stop());

test('health and readiness are told to anybody, and nothing else with them', async () => {
  const strange = { host: '10.0.0.7:3000', 'user-agent': 'ELB-HealthChecker/2.0' };
  for (const [path, said] of [
    ['/api/health', { status: 'ok' }],
    ['/api/ready', { status: 'ready' }],
  ] as const) {
    const { status, headers, text: body } = await built.send(path, { headers: strange });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual(said);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('set-cookie');
  }
  expect(await built.control('calls')).toEqual([]);
});

test('what it logs is JSON a line, of one form, and says of an address only which door it was', async () => {
  const riley = built.session('riley');
  const headers = await built.asPage(riley);
  const arn = ARN('no-such-secret-AbCdEf');
  await built.send(`/api/views/secret?scope=${riley.scope}&arn=${arn}`, { headers });
  await built.send('/api/views/secret', { headers: { ...headers, origin: 'https://evil.example' } });
  const lines = built
    .output()
    .err.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) {
    expect(['error', 'warn', 'info', 'debug']).toContain(line.log);
    expect(new Date(line.at).toISOString()).toBe(line.at);
  }
  expect(lines).toContainEqual(expect.objectContaining({ log: 'info', event: 'started', readOnly: false }));
  expect(lines).toContainEqual(
    expect.objectContaining({ log: 'debug', event: 'answered', door: 'views/secret' }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ log: 'warn', event: 'refused', door: 'views/secret', code: 'origin-refused' }),
  );
  for (const unsaid of ['no-such-secret', riley.credentials.accessKeyId, riley.scope, 'evil.example']) {
    expect(built.output().err).not.toContain(unsaid);
  }
});

test('asked to end, it ends its streams, finishes the write that is under way, and leaves', async () => {
  const riley = built.session('riley');
  const headers = await built.asPage(riley);
  await built.control('faults', 'POST', { kind: 'hang', operation: 'ListSecrets', region: 'us-west-2' });
  await built.control('faults', 'POST', { kind: 'hang', operation: 'TagResource' });
  const stream = await built.open(`/api/views/inventory?scope=${riley.scope}`, { headers });
  const all = text(stream);
  const arn = await anyArn();
  const write = built.send(`/api/secretsmanager/${riley.scope}/us-east-1/TagResource`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ input: { SecretId: arn, Tags: [{ Key: 'a', Value: 'b' }] } }),
  });
  await vi.waitFor(async () => expect(await asked('TagResource')).toBe(1), 5_000);

  built.kill('SIGTERM');
  const lines = (await all)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.at(-1)).not.toMatchObject({ kind: 'end' });
  // Nobody new is let in.
  await expect(built.send('/api/health')).rejects.toThrow(/ECONNREFUSED/);
  await built.control('faults', 'DELETE');
  const answer = await write;
  expect(answer.status).toBe(200);
  expect(await built.ended).toEqual({ code: 143, signal: null });
  expect(await asked('TagResource')).toBe(1);
  const { out, err } = built.output();
  expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    audit: 1,
    operation: 'TagResource',
    outcome: 'done',
  });
  expect(err).toContain('"event":"leaving","signal":"SIGTERM"');
  expect(err).not.toContain('left-behind');
});

async function asked(operation: string): Promise<number> {
  const calls = (await built.control('calls')) as { operation: string; count: number }[];
  return calls.filter((call) => call.operation === operation).reduce((sum, { count }) => sum + count, 0);
}

async function anyArn(): Promise<string> {
  const riley = built.session('riley');
  const headers = await built.asPage(riley);
  const { text: lines } = await built.send(`/api/views/inventory?scope=${riley.scope}&regions=us-east-1`, {
    headers,
  });
  return /"arn":"(arn:aws:secretsmanager:us-east-1:[^"]+)"/.exec(lines)?.[1] ?? '';
}
