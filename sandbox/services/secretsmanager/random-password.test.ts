import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { createBench } from './fake-call.ts';

const password = (input: Json) => String(createBench().run('GetRandomPassword', input).RandomPassword);
const SORTS = [/[a-z]/, /[A-Z]/, /\d/, /[!-/:-@[-`{-~]/];

test('a password has 32 characters of all four kinds, and no space', () => {
  const made = password({});
  expect(made).toHaveLength(32);
  expect(made).not.toContain(' ');
  for (const sort of SORTS) expect(made).toMatch(sort);
});

test.each<[string, Json, RegExp]>([
  ['no numbers', { ExcludeNumbers: true }, /^\D+$/],
  ['no punctuation', { ExcludePunctuation: true }, /^[a-zA-Z0-9]+$/],
  ['no capitals', { ExcludeUppercase: true }, /^[^A-Z]+$/],
  ['no small letters', { ExcludeLowercase: true }, /^[^a-z]+$/],
  ['none of some characters', { ExcludeCharacters: '/@"\'\\xyz' }, /^[^/@"'\\xyz]+$/],
  ['digits only', { ExcludeUppercase: true, ExcludeLowercase: true, ExcludePunctuation: true }, /^\d+$/],
  ['with spaces', { IncludeSpace: true }, / /],
])('%s', (_, input, expected) => {
  expect(password({ PasswordLength: 1000, ...input })).toMatch(expected);
});

test('every required kind is in it, whatever its length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 64 }), (PasswordLength) => {
      const made = password({ PasswordLength });
      expect(made).toHaveLength(PasswordLength);
      for (const sort of SORTS) expect(made).toMatch(sort);
    }),
    { numRuns: 50 },
  );
});

test.each<[string, Json, string]>([
  ['too short for its kinds', { PasswordLength: 3 }, 'InvalidParameterException'],
  ['empty', { PasswordLength: 0 }, 'ValidationException'],
  ['too long', { PasswordLength: 4097 }, 'ValidationException'],
  [
    'of nothing',
    { ExcludeUppercase: true, ExcludeLowercase: true, ExcludePunctuation: true, ExcludeNumbers: true },
    'InvalidParameterException',
  ],
])('refused: %s', (_, input, code) => {
  expect(() => password(input)).toThrowError(expect.objectContaining({ code }));
});

test('three characters are enough when not every kind is required', () => {
  expect(password({ PasswordLength: 3, RequireEachIncludedType: false })).toHaveLength(3);
});
