import type { Operation } from '../../operation.ts';
import type { Random } from '../../random.ts';
import { invalidParameter } from './errors.ts';
import { flag, readInput, text, whole } from './fields.ts';

/** The kinds of characters; the punctuation is that of the API's page. */
const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const UPPERCASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMBERS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const DEFAULT_LENGTH = 32;

/**
 * GetRandomPassword:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export const getRandomPassword: Operation = (input, call) => {
  const read = readInput(input, {
    PasswordLength: whole({ min: 1, max: 4096 }),
    ExcludeCharacters: text({ max: 4096 }),
    ExcludeNumbers: flag(),
    ExcludePunctuation: flag(),
    ExcludeUppercase: flag(),
    ExcludeLowercase: flag(),
    IncludeSpace: flag(),
    RequireEachIncludedType: flag(true),
  });
  call.authorize({ action: 'secretsmanager:GetRandomPassword', resource: '*' });
  const types = [
    read.ExcludeLowercase ? '' : LOWERCASE,
    read.ExcludeUppercase ? '' : UPPERCASE,
    read.ExcludeNumbers ? '' : NUMBERS,
    read.ExcludePunctuation ? '' : PUNCTUATION,
  ];
  const excluded = new Set(read.ExcludeCharacters ?? '');
  const left = (type: string) => [...type].filter((character) => !excluded.has(character));
  return {
    RandomPassword: randomPassword(call.random, {
      length: read.PasswordLength ?? DEFAULT_LENGTH,
      required: read.RequireEachIncludedType ? types.map(left).filter((type) => type.length > 0) : [],
      allowed: left(types.join('') + (read.IncludeSpace ? ' ' : '')),
    }),
  };
};

/** What a password is made of: `required` are sets of which each gives at least one character. */
export interface Recipe {
  readonly length: number;
  readonly required: readonly (readonly string[])[];
  readonly allowed: readonly string[];
}

/** A password of allowed characters; refuses a recipe that cannot be met. */
export function randomPassword(random: Random, { length, required, allowed }: Recipe): string {
  // No recorded wording for this one: everything was excluded.
  if (allowed.length === 0) throw invalidParameter('All characters are excluded from the password.');
  if (length < required.length) {
    throw invalidParameter('Password length is too short based on the required types.');
  }
  const characters = required.map((type) => random.pick(type));
  while (characters.length < length) characters.push(random.pick(allowed));
  return shuffled(random, characters).join('');
}

/** Fisher and Yates: the required characters must not betray themselves by their place. */
function shuffled(random: Random, characters: string[]): string[] {
  for (let at = characters.length - 1; at > 0; at--) {
    const other = Math.floor(random.next() * (at + 1));
    [characters[at], characters[other]] = [characters[other]!, characters[at]!];
  }
  return characters;
}
