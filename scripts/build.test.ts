import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staleness } from './build.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyturn-build-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, time: number) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  for (let at = file; at !== root; at = dirname(at)) utimesSync(at, time, time);
}

function built(time: number) {
  put('.next/standalone/.next/static/app.js', time);
  put('.next/standalone/server.js', time);
}

test('without a build, one is missing', () => {
  put('app/page.tsx', 1);
  expect(staleness(root)).toBe('missing');
});

test('a build without its static files is as good as none', () => {
  put('.next/standalone/server.js', 2);
  expect(staleness(root)).toBe('missing');
});

test('a build newer than all sources will do; a newer test changes nothing', () => {
  put('lib/domain/arn.ts', 1);
  built(2);
  put('lib/domain/arn.test.ts', 3);
  for (const folder of ['lib/domain', 'lib']) utimesSync(join(root, folder), 1, 1);
  expect(staleness(root)).toBeUndefined();
});

test.each(['app/page.tsx', 'lib/domain/arn.ts', 'proxy.ts', 'package-lock.json'])(
  'a newer %s makes the build too old',
  (path) => {
    built(2);
    put(path, 3);
    expect(staleness(root)).toBe('older than the sources');
  },
);
