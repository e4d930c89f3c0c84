import { invalidParameter } from './errors.ts';
import { list, oneOf, required, structure, text } from './fields.ts';
import { primaryRegionOf } from './replicas.ts';
import type { Secret } from './state.ts';

const KEYS = [
  'description',
  'name',
  'tag-key',
  'tag-value',
  'primary-region',
  'owning-service',
  'all',
] as const;

/** One filter of ListSecrets: any of its values may match. */
export interface Filter {
  readonly Key: (typeof KEYS)[number];
  readonly Values: readonly string[];
}

/** A filter as it was sent: AWS's model requires neither member. */
interface GivenFilter {
  readonly Key: Filter['Key'] | undefined;
  readonly Values: readonly string[] | undefined;
}

/** The refusal AWS's clients have seen lists the keys so; it is older than two of them. */
const SHOWN_KEYS = ['all', 'name', 'tag-key', 'description', 'tag-value'];

/** The member Filters: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html */
export const filters = list<GivenFilter>(
  structure({
    Key: oneOf(KEYS, SHOWN_KEYS),
    Values: list(required(text({ max: 512, pattern: /^!?[a-zA-Z0-9 :_@/+=.\-!]*$/ })), { min: 1, max: 10 }),
  }),
  { min: 0, max: 10 },
);

/** The filters of a request, or the refusal of half a one; the sentences are those of emulators. */
export function wholeFilters(given: readonly GivenFilter[] = []): readonly Filter[] {
  return given.map(({ Key, Values }) => {
    if (Key === undefined) throw invalidParameter('Invalid filter key');
    if (Values === undefined) throw invalidParameter(`Invalid filter values for key: ${Key}`);
    return { Key, Values };
  });
}

/** Whether a secret passes every filter; a value with a leading `!` asks for the opposite. */
export function passes(secret: Secret, asked: readonly Filter[]): boolean {
  return asked.every(({ Key, Values }) =>
    Values.some((value) =>
      value.startsWith('!') ? !matches(secret, Key, value.slice(1)) : matches(secret, Key, value),
    ),
  );
}

function matches(secret: Secret, key: Filter['Key'], value: string): boolean {
  const tags = secret.content.tags ?? [];
  const description = secret.content.description ?? '';
  switch (key) {
    case 'name':
      return secret.name.startsWith(value);
    case 'tag-key':
      return tags.some((tag) => tag.Key.startsWith(value));
    case 'tag-value':
      return tags.some((tag) => tag.Value.startsWith(value));
    case 'primary-region':
      return primaryRegionOf(secret)?.startsWith(value) ?? false;
    case 'owning-service':
      return secret.owningService?.startsWith(value) ?? false;
    case 'description':
      return wordsStart([description], value);
    case 'all':
      return wordsStart([secret.name, description, ...tags.flatMap((tag) => [tag.Key, tag.Value])], value);
  }
}

const SEPARATORS = /[\s/\-_+=.@]+/;

/** Every word asked for must begin a word of the texts: AWS searches word starts, not substrings. */
function wordsStart(texts: readonly string[], value: string): boolean {
  const terms = wordsOf(value);
  if (terms.length === 0) return false;
  const words = texts.flatMap(wordsOf);
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

/**
 * The words of a text or a term, as found by tests that were run on AWS: separators end a word, and so does the
 * place before and after a capital with its small letters. COMPANYthings is COMPAN and Ythings.
 */
function wordsOf(line: string): string[] {
  return line
    .split(SEPARATORS)
    .flatMap((run) => run.split(/([A-Z][a-z]+)/))
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
