import { describe, expect, test } from 'vitest';
import { problems } from '../../lib/contract/problem.ts';
import { codeOf, isTest, sourceAt, sourcesIn } from './sources.ts';

const document = (path: string) => sourceAt(path)?.text ?? '';

/** The first column of a document's tables where it is a code. */
const codesIn = (text: string) => [...text.matchAll(/^\|\s*`([^`]+)`\s*\|/gm)].map(([, code]) => code);

test('docs/problems.md lists exactly the problems there are, each once', () => {
  const listed = codesIn(document('docs/problems.md'));
  expect([...listed].sort()).toEqual(Object.keys(problems).sort());
});

test('a problem that is missing, misspelt or listed twice would be noticed', () => {
  const row = (code: string) => `| \`${code}\` | 409 | text with \`code\` |`;
  expect(
    codesIn(['| code | status |', '|---|---|', row('label-moved'), row('throttled')].join('\n')),
  ).toEqual(['label-moved', 'throttled']);
});

/** The environment variables a text reads: `process.env.NAME`, `env.NAME`, `process.env['NAME']`. */
const variablesIn = (text: string) => [
  ...[...codeOf(text).matchAll(/\benv\??\.([A-Z][A-Z0-9_]+)\b/g)].map(([, name]) => name!),
  ...[...text.matchAll(/\benv\[['"]([A-Z][A-Z0-9_]+)['"]\]/g)].map(([, name]) => name!),
];

// Set by the framework or the shell, for everybody: not ours to explain.
const GIVEN = new Set(['NODE_ENV', 'PATH', 'HOME']);

test('README.md names every environment variable that is read', () => {
  const readme = document('README.md');
  const sources = [...sourcesIn('lib', 'scripts'), sourceAt('proxy.ts')!].filter((file) => !isTest(file));
  const names = new Set(sources.flatMap(({ text }) => variablesIn(text)));
  expect(names.size).toBeGreaterThan(0);
  expect([...names].filter((name) => !GIVEN.has(name) && !readme.includes(name))).toEqual([]);
});

describe('a variable is found however it is read', () => {
  test.each([
    'process.env.KEYTURN_X',
    "process.env['KEYTURN_X']",
    'env.KEYTURN_X ?? 1',
    'process.env?.KEYTURN_X',
  ])('%s', (text) => {
    expect(variablesIn(text)).toEqual(['KEYTURN_X']);
  });
});

test('the lock file names no registry, so that any mirror may serve it', () => {
  expect(document('package-lock.json')).not.toMatch(/"resolved"\s*:/);
  expect(document('package-lock.json')).toMatch(/"integrity"\s*:/);
});

test('versions are pinned, so that an install today is an install tomorrow', () => {
  const { dependencies, devDependencies } = JSON.parse(document('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('no file holds what looks like a key of AWS', () => {
  // AWS's own example key, the sandbox's and those of tests say what they are.
  const known = /EXAMPLE|SANDBOX|POISON|NOBODY/;
  const keys = sourcesIn().flatMap(({ path, text }) =>
    [...text.matchAll(/\bA[KS]IA[A-Z0-9]{16}\b/g)]
      .filter(([key]) => !known.test(key))
      .map(([key]) => `${path}: ${key}`),
  );
  expect(keys).toEqual([]);
});
