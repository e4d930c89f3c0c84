import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byteLength,
  jsonFault,
  looksLikeLogin,
  type Pair,
  pairFault,
  pairsOf,
  pairsText,
  repeatedKey,
} from './draft.ts';

const pair = (key: string, typedValue = '', kind: Pair['kind'] = 'text', id = 0): Pair => ({
  id,
  key,
  typedValue,
  kind,
});

// text, where it stops being JSON
test.each<[string, ReturnType<typeof jsonFault>]>([
  ['{"a":1}', undefined],
  ['[]', undefined],
  ['"x"', undefined],
  ['', { line: 1, column: 1 }],
  ['{"a":1,}', { line: 1, column: 8 }],
  ['{\n  "a": x\n}', { line: 2, column: 8 }],
  ['{"a":1} // no', { line: 1, column: 9 }],
  ["{'a':1}", { line: 1, column: 2 }],
])('%j stops being JSON at %j', (text, fault) => {
  expect(jsonFault(text)).toEqual(fault);
});

test('whatever the parser of the language takes is JSON, and the other way round', () => {
  const text = fc.oneof(fc.json(), fc.string(), fc.stringMatching(/^[{}[\]",:0-9a-z\s]{0,20}$/));
  fc.assert(
    fc.property(text, (each) => {
      let taken = true;
      try {
        JSON.parse(each);
      } catch {
        taken = false;
      }
      expect(jsonFault(each) === undefined).toBe(taken);
    }),
  );
});

// lines, what is wrong with them
test.each<[Pair[], ReturnType<typeof pairFault>]>([
  [[], undefined],
  [[pair('a', 'x'), pair('b', '1', 'json')], undefined],
  [[pair('', 'x', 'text', 3)], { kind: 'no-key', id: 3 }],
  [[pair('a'), pair('a', '', 'text', 1)], { kind: 'same-key', id: 1, key: 'a' }],
  [[pair('a', 'x', 'json', 2)], { kind: 'no-json', id: 2, key: 'a' }],
])('of %j is said %j', (pairs, fault) => {
  expect(pairFault(pairs)).toEqual(fault);
});

test('an object comes back from its lines as it was, whatever is in it', () => {
  const value = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(value, (each) => {
      const pairs = pairsOf(JSON.stringify(each));
      expect(JSON.parse(pairsText(pairs ?? []))).toEqual(JSON.parse(JSON.stringify(each)));
    }),
  );
});

test('what is no text stays as it was written, to the last digit', () => {
  const text = '{"n":9007199254740993,"l":[1, 2],"t":"x"}';
  const pairs = pairsOf(text) ?? [];
  expect(pairs.map(({ typedValue }) => typedValue)).toEqual(['9007199254740993', '[1, 2]', 'x']);
  expect(pairsText(pairs, true)).toBe('{\n  "n": 9007199254740993,\n  "l": [1, 2],\n  "t": "x"\n}');
  expect(pairsText([], true)).toBe('{}');
});

test.each(['', 'plain', '[1]', '"x"', '{"a":}', '{"a":1,"a":2}'])(
  '%j is no list of keys and values',
  (text) => {
    expect(pairsOf(text)).toBeUndefined();
  },
);

test.each<[string, boolean]>([
  ['{"username":"a","password":"b"}', true],
  ['{"engine":"mysql","host":"db","port":1}', true],
  ['{"token":"a"}', false],
  ['{"password":"a"}', false],
  ['plain', false],
])('whether %j reads like a login: %s', (text, login) => {
  expect(looksLikeLogin(text)).toBe(login);
});

test('length is counted in bytes', () => {
  expect(byteLength('grün €')).toBe(9);
});

// text, the key that stands twice
test.each<[string, string | undefined]>([
  ['{"a":1,"b":2}', undefined],
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1},"c":{"b":2}}', undefined],
  ['[{"a":{"b":1,"\\u0062":2}}]', 'b'],
  ['{"a":1,"a":', undefined],
  ['', undefined],
])('in %j the key %j stands twice', (text, key) => {
  expect(repeatedKey(text)).toBe(key);
});
