import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf } from '../routes/console';
import { type Built, startBuilt } from './built';
import { doors } from './every-door';

let built: Built;
let arn: string;
const own = async (name: string) => built.asPage(built.session(name));

beforeAll(async () => {
  built = await startBuilt({}, { world: 'demo' });
  // Riley has read everything, so that whatever is kept anywhere is there to be found.
  const { scope } = built.session('riley');
  const headers = await own('riley');
  const { text } = await built.send(`/api/views/inventory?scope=${scope}`, { headers });
  arn = /"arn":"(arn:aws:secretsmanager:us-east-1:[^"]*prod[^"]*)"/.exec(text)?.[1] ?? '';
  for (const path of [`secret?arn=${arn}`, `timeline?arn=${arn}`, 'spent?']) {
    const { status } = await built.send(`/api/views/${path}&scope=${scope}`, { headers });
    expect(status).toBe(200);
  }
});
afterAll(() => built.stop());

const queryOf = (scope: string) => `scope=${scope}&arn=${encodeURIComponent(arn)}&regions=us-east-1`;

test('no operator asks a door for another scope than their own', async () => {
  const headers = { ...(await own('sam')), 'content-type': 'application/json' };
  const riley = built.session('riley').scope;
  await built.control('calls', 'DELETE');
  for (const { method, path } of doors) {
    // The others are asked before anybody is known.
    if (!/^\/api\/(views|secretsmanager)\//.test(path)) continue;
    const body = method === 'GET' ? {} : { body: JSON.stringify({ scope: riley }) };
    const { status, text } = await built.send(`${path}?${queryOf(riley)}`, { method, headers, ...body });
    // Whatever else a body may lack: it is refused, and AWS was asked nothing.
    expect([403, 422], `${method} ${path}`).toContain(status);
    expect(text).not.toContain(arn);
  }
  expect(await built.control('calls')).toEqual([]);
});

/** Paths and headers by which a server may be talked into looking elsewhere than its lock did. */
const TRICKS: readonly {
  path?: (riley: string, sam: string) => string;
  headers?: (riley: string) => Record<string, string>;
}[] = [
  { path: (riley, sam) => `/api/views/secret?scope=${sam}&scope=${riley}` },
  { path: (riley, sam) => `/api/views/secret?scope=${riley}&scope=${sam}` },
  { path: (riley, sam) => `/api/views/secret?scope[]=${riley}&scope=${sam}` },
  { path: (riley, sam) => `/api/views/secret?scope=${sam}%00${riley}` },
  { path: (riley, sam) => `/api/views/secret?scope=${sam}%26scope=${riley}` },
  { path: (riley) => `/api/views/spent/../secret?scope=${riley}` },
  { path: (riley) => `/api/views/%2e%2e/views/secret?scope=${riley}` },
  { path: (riley) => `//api//views//secret?scope=${riley}` },
  { path: (riley) => `/api/views/secret/?scope=${riley}` },
  { path: (riley) => `/_next/data/x/api/views/secret.json?scope=${riley}` },
  { path: (riley) => `/API/VIEWS/SECRET?scope=${riley}` },
  { path: (riley) => `http://localhost:3000/api/views/secret?scope=${riley}` },
  { headers: (riley) => ({ 'x-original-url': `/api/views/secret?scope=${riley}` }) },
  { headers: (riley) => ({ 'x-rewrite-url': `/api/views/secret?scope=${riley}` }) },
  { headers: (riley) => ({ 'x-middleware-rewrite': `/api/views/secret?scope=${riley}` }) },
  {
    headers: (riley) => ({
      'x-invoke-path': `/api/views/secret`,
      'x-invoke-query': encodeURIComponent(JSON.stringify({ scope: riley })),
    }),
  },
  { headers: () => ({ 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }) },
  { headers: () => ({ 'if-none-match': '*' }) },
  { headers: () => ({ range: 'bytes=0-' }) },
  { headers: () => ({ 'x-http-method-override': 'POST' }) },
  { headers: () => ({ 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1;host=localhost' }) },
  { headers: () => ({ rsc: '1', 'next-router-prefetch': '1' }) },
];

test.each(TRICKS.map((trick, at) => ({ at, ...trick })))(
  'trick $at shows one operator nothing of another',
  async ({ path, headers }) => {
    const [riley, noor] = ['riley', 'noor'].map((name) => built.session(name).scope) as [string, string];
    // Noor may not describe it: AWS says so, whoever asked before.
    const target = `${path?.(riley, noor) ?? `/api/views/secret?scope=${riley}`}&arn=${encodeURIComponent(arn)}`;
    const {
      status,
      text,
      headers: said,
    } = await built.send(target, {
      headers: { ...(await own('noor')), ...headers?.(riley) },
    });
    expect(status).toBeLessThan(500);
    expect(status, text.slice(0, 200)).not.toBe(200);
    expect(text).not.toContain('AWSCURRENT');
    expect(String(said.etag ?? '') + String(said.age ?? '')).toBe('');
  },
);

test('what one sign-in has read is told to no other, not even of the same person', async () => {
  const { scope } = built.session('riley');
  await built.control('faults', 'POST', { kind: 'deny' });
  try {
    for (const path of [`secret?arn=${arn}`, 'inventory?regions=us-east-1', `timeline?arn=${arn}`]) {
      const { text } = await built.send(`/api/views/${path}&scope=${scope}`, { headers: await own('riley') });
      expect(text, path).not.toContain('AWSCURRENT');
      expect(text, path).not.toContain('"name"');
    }
  } finally {
    await built.control('faults', 'DELETE');
  }
});

test('of one sign-in with two scopes, a door acts as the one it is asked for, with nothing of the other', async () => {
  const [riley, sam] = [built.session('riley'), built.session('sam')];
  const headers = await built.asPage({ ...riley, more: [sam] });
  const ask = (view: string, scope: string) => built.send(`/api/views/${view}&scope=${scope}`, { headers });
  const views = [`secret?arn=${arn}`, 'inventory?regions=us-east-1', `timeline?arn=${arn}`];
  // Riley has read everything; then AWS refuses Sam whatever Sam asks.
  for (const view of views) expect((await ask(view, riley.scope)).status).toBe(200);
  expect(JSON.parse((await ask('spent?', sam.scope)).text)).toEqual({ spent: [] });
  await built.control('faults', 'POST', { kind: 'deny', principal: 'sam' });
  try {
    for (const view of views) {
      const { text } = await ask(view, sam.scope);
      expect(text, view).not.toContain('AWSCURRENT');
      expect(text, view).not.toContain('"name"');
      expect((await ask(view, riley.scope)).text, view).not.toContain('access-denied');
    }
  } finally {
    await built.control('faults', 'DELETE');
  }
  // A third is not held, whatever else is.
  await built.control('calls', 'DELETE');
  for (const view of views) expect((await ask(view, built.session('dana').scope)).status).toBe(403);
  expect(await built.control('calls')).toEqual([]);
});

test('two cookies at once are one sign-in or none, and never another scope', async () => {
  const [riley, sam] = [built.session('riley'), built.session('sam')];
  const [first, second] = [await cookieOf(riley), await cookieOf(sam)];
  const page = await built.asPage();
  for (const cookie of [
    `${first}; ${second}`,
    `${second}; ${first}`,
    `${first}; ${second.replace('=', '.0=')}`,
  ]) {
    const who = await built.send('/api/auth/session', { headers: { ...page, cookie } });
    expect(who.status).toBe(200);
    const operator = JSON.parse(who.text).operator;
    const other = [riley, sam].find(({ scope }) => scope !== operator?.scope);
    const asked = await built.send(`/api/views/spent?scope=${other?.scope}`, {
      headers: { ...page, cookie },
    });
    expect([401, 403]).toContain(asked.status);
  }
});
