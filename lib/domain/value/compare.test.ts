import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues } from './compare.ts';
import type { SecretValue } from './value.ts';

const text = (content: string): SecretValue => ({ kind: 'text', content });
const binary = (content: string): SecretValue => ({ kind: 'binary', content });
const shape = (left: SecretValue, right: SecretValue) => {
  const found = compareValues(left, right);
  return found.kind === 'keys'
    ? found.keys.map(({ key, state }) => `${key} ${state}`).join(', ')
    : `${found.same ? 'same' : 'different'}, ${found.because}`;
};

// what differs, left, right, what is said
test.each<[string, string, string, string]>([
  ['nothing', '{"a":1}', '{"a":1}', 'a same'],
  [
    'the order of keys and blanks',
    '{"a":1,"b":{"x":1,"y":2}}',
    '{ "b": {"y":2, "x":1}, "a":1 }',
    'a same, b same',
  ],
  ['how a text is escaped', '{"a":"\\u0041\\/"}', '{"a":"A/"}', 'a same'],
  ['how a number is written', '{"a":1.0,"b":1e2}', '{"a":1,"b":100}', 'a same, b same'],
  ['the digits of a large number', '{"a":9007199254740993}', '{"a":9007199254740992}', 'a changed'],
  ['a fraction', '{"a":1.5}', '{"a":1.25}', 'a changed'],
  ['the type', '{"a":"1"}', '{"a":1}', 'a changed'],
  ['the order of a list', '{"a":[1,2]}', '{"a":[2,1]}', 'a changed'],
  ['one of several', '{"b":1,"c":1,"a":1}', '{"b":2,"d":1,"a":1}', 'b changed, d added, c removed, a same'],
  [
    'keys no object should have',
    '{"__proto__":1}',
    '{"constructor":1}',
    'constructor added, __proto__ removed',
  ],
  ['a key named twice', '{"a":1,"a":2}', '{"a":2}', 'different, not-an-object'],
  ['a key named twice, deep inside', '{"a":{"b":1,"b":2}}', '{"a":{"b":2}}', 'different, not-an-object'],
  ['nothing, but a key is named twice', '{"a":1,"a":2}', '{"a":1,"a":2}', 'same, not-an-object'],
  ['plain texts', 'one', 'two', 'different, not-an-object'],
  ['no plain text', 'one', 'one', 'same, not-an-object'],
  ['a plain text and an object', 'one', '{"a":1}', 'different, not-an-object'],
  ['two lists', '[1]', '[ 1]', 'different, not-an-object'],
  ['empty objects', '{}', '{ }', ''],
])('compared are two values that differ in %s', (_what, left, right, said) => {
  expect(shape(text(left), text(right))).toBe(said);
});

test('bytes are compared as wholes, and never equal a text', () => {
  expect(shape(binary('AAE='), binary('AAE='))).toBe('same, binary');
  expect(shape(binary('AAE='), binary('AAI='))).toBe('different, binary');
  expect(shape(binary('e30='), text('{}'))).toBe('different, text-and-binary');
});

test('nesting that no secret has is compared as a whole', () => {
  const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  expect(shape(text(deep), text(deep))).toBe('same, not-an-object');
});

test('whatever the values are, the answer holds keys and words only', () => {
  const value = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
  fc.assert(
    fc.property(value, value, (left, right) => {
      const found = compareValues(text(JSON.stringify(left)), text(JSON.stringify(right, null, 1)));
      if (found.kind !== 'keys') throw new Error('two objects were not compared by key');
      for (const { key, state } of found.keys) {
        const [has, had] = [Object.hasOwn(right, key), Object.hasOwn(left, key)];
        expect(state).toBe(
          !had ? 'added' : !has ? 'removed' : equal(left[key], right[key]) ? 'same' : 'changed',
        );
      }
      const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
      expect(new Set(found.keys.map(({ key }) => key))).toEqual(keys);
    }),
  );
});

// -0 is written as 0 in JSON.
const equal = (a: unknown, b: unknown) => {
  const sorted = (_key: string, each: unknown): unknown =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each;
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
};
