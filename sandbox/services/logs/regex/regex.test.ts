import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRegex } from './regex.ts';
import { RegexError } from './syntax.ts';

describe('the subset means what it means elsewhere', () => {
  // pattern, text
  const texts = [
    '',
    'a',
    'ab',
    'abab',
    'ERROR 42',
    'color',
    'colour',
    'x-y_z',
    'line\nend',
    'aaa',
    '2026-11-24',
  ];
  test.each([
    'a',
    '^a',
    'a$',
    '^$',
    'colou?r',
    'a{2,3}',
    'a{2}',
    '(ab)+$',
    '^(?:a|ab)(?:ab)?$',
    '[a-c]+x?',
    '[^a-c]',
    '\\d{4}-\\d\\d',
    '\\bab\\b',
    'a\\Bb',
    'e.e',
    '[\\]x-]',
    '\\x41|R\\s\\d',
    'a*?b',
    '(a|b)*$',
    '(?:)a',
    '\\w+ \\d+',
  ])('%s', (source) => {
    for (const text of texts) {
      expect([text, createRegex(source).test(text)]).toEqual([text, new RegExp(source).test(text)]);
    }
  });

  test('made-up patterns too', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^b]', '^', '$', '\\b');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => one + other),
        fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => `(?:${one}|${other})`),
        fc
          .tuple(tie('tree'), fc.constantFrom('*', '+', '?', '{1,2}', '*?'))
          .map(([one, times]) => `(?:${one})${times}`),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }), (source, text) => {
        expect(createRegex(source).test(text)).toBe(new RegExp(source).test(text));
      }),
    );
  });

  test('names are found as elsewhere, and case may be ignored', () => {
    const regex = createRegex('(?<level>\\w+): (?<rest>.*?) in (?<ms>\\d+)(?<more>!)?');
    expect(regex.names).toEqual(['level', 'rest', 'ms', 'more']);
    expect(Object.fromEntries(regex.groups('x WARN: late in in 30 ms') ?? [])).toEqual({
      level: 'WARN',
      rest: 'late in',
      ms: '30',
    });
    expect(regex.groups('nothing')).toBeUndefined();
    expect(createRegex('(?i)er[r]or').test('An ERROR')).toBe(true);
    expect(createRegex('er[r]or').test('An ERROR')).toBe(false);
  });
});

test.each([
  '(',
  ')',
  'a**',
  '*a',
  '[a',
  '[b-a]',
  '(?=a)',
  '(?<=a)',
  '\\1',
  '(a)\\1',
  '\\q',
  'a{3,2}',
  '\\',
  'a{1001}',
])('%s is refused', (source) => {
  expect(() => createRegex(source)).toThrowError(RegexError);
});

test('a pattern that would keep others busy for ever is answered', () => {
  expect(createRegex('^(a+)+$').test(`${'a'.repeat(2000)}!`)).toBe(false);
  expect(createRegex('(a*)*(a|a)*b').test('a'.repeat(2000))).toBe(false);
  expect(() => createRegex('((a{100}){100}){100}')).toThrowError(RegexError);
});
