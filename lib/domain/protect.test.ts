import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROTECTED, isProtected, parseGlobs } from './protect.ts';

describe('by default', () => {
  const globs = parseGlobs(DEFAULT_PROTECTED);

  // name, tags, protected
  test.each<[string, Record<string, string>, boolean]>([
    ['prod/db', {}, true],
    ['prod/', {}, true],
    ['prod', {}, false],
    ['prod-db', {}, true],
    ['product/db', {}, false],
    ['preprod/db', {}, false],
    ['team/prod/db', {}, true],
    ['a/b/prod/c/d', {}, true],
    ['/prod/db', {}, true],
    ['team/prod', {}, false],
    ['Prod/db', {}, false],
    ['dev/db', {}, false],
    ['dev/db', { 'keyturn:protected': 'true' }, true],
    ['dev/db', { 'keyturn:protected': 'True' }, false],
    ['prod/db', { 'keyturn:protected': 'false' }, true],
    ['dev/db', { protected: 'true' }, false],
  ])('%s with tags %j: %s', (name, tags, is) => {
    expect(isProtected(name, tags, globs)).toBe(is);
  });
});

// glob, text, matches
test.each([
  ['*', '', true],
  ['*', 'a/b', true],
  ['**', 'a', true],
  ['a*', 'a', true],
  ['*a', 'ba', true],
  ['a*b*c', 'aXbXc', true],
  ['a*b*c', 'aXcXb', false],
  ['a.c', 'abc', false],
  ['a+', 'aa', false],
  ['(a|b)', 'a', false],
  ['[a]', 'a', false],
  ['a?', 'ab', false],
  ['abc', 'abcd', false],
  ['abc', 'zabc', false],
])('the glob %s takes %j: %s', (glob, text, is) => {
  expect(isProtected(text, {}, [glob])).toBe(is);
});

test('a glob agrees with the regular expression it stands for', () => {
  const some = (marks: string) => fc.string({ unit: fc.constantFrom(...marks), maxLength: 8 });
  fc.assert(
    fc.property(some('ab*'), some('ab'), (glob, text) => {
      const same = new RegExp(`^${glob.replace(/\*+/g, '.*')}$`).test(text);
      expect(isProtected(text, {}, [glob])).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});

test('no glob can be made to run away', () => {
  const start = performance.now();
  expect(isProtected('a'.repeat(512), {}, [`${'a*'.repeat(60)}b`])).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});

// configuration, globs
test.each([
  ['', []],
  [' , ,', []],
  ['a/*', ['a/*']],
  [' a/* , b-* ', ['a/*', 'b-*']],
])('%j holds the globs %j', (text, globs) => {
  expect(parseGlobs(text)).toEqual(globs);
});
