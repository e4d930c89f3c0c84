import { expect, test } from 'vitest';
import { outlineOf, partOf, type SecretValue } from './value.ts';

const text = (content: string): SecretValue => ({ kind: 'text', content });

// value, outline
test.each<[string, SecretValue, ReturnType<typeof outlineOf>]>([
  ['an object', text('{"user":"a","pass":{"x":1}}'), { kind: 'keys', keys: ['user', 'pass'] }],
  ['an empty object', text('{}'), { kind: 'keys', keys: [] }],
  ['an object that names a key twice', text('{"a":1,"a":2}'), { kind: 'text', bytes: 13 }],
  ['a text', text('grün'), { kind: 'text', bytes: 5 }],
  ['a list', text('[1]'), { kind: 'text', bytes: 3 }],
  ['bytes', { kind: 'binary', content: 'AAECAw==' }, { kind: 'binary', bytes: 4 }],
])('the outline of %s shows no value', (_what, value, outline) => {
  expect(outlineOf(value)).toEqual(outline);
});

// value, key, what is shown
test.each<[string, string, string | undefined]>([
  ['{"a":"x y"}', 'a', 'x y'],
  ['{"a":""}', 'a', ''],
  ['{"a":1.50}', 'a', '1.5'],
  ['{"a":{"b":[1]}}', 'a', '{\n  "b": [\n    1\n  ]\n}'],
  ['{"a":null}', 'a', 'null'],
  ['{"__proto__":"x"}', '__proto__', 'x'],
  ['{"a":1}', 'toString', undefined],
  ['{"a":1,"a":2}', 'a', undefined],
  ['plain', 'a', undefined],
])('of %s the key %s shows %s', (content, key, shown) => {
  expect(partOf(text(content), { kind: 'key', key })).toBe(shown);
});

test('the whole is shown as it was put', () => {
  expect(partOf(text('{ "a":1 }'), { kind: 'whole' })).toBe('{ "a":1 }');
  expect(partOf({ kind: 'binary', content: 'AAE=' }, { kind: 'whole' })).toBe('AAE=');
  expect(partOf({ kind: 'binary', content: 'AAE=' }, { kind: 'key', key: 'a' })).toBeUndefined();
});
