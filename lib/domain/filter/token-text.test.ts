import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterIn, filterQuery, queryText } from './query-text.ts';
import { fieldNames, fields, rotationStates, type Token } from './token.ts';
import { parseToken, readTag, textValues, writeTag, writeToken } from './token-text.ts';

describe('a token is read', () => {
  // text, token
  test.each<[string, Token]>([
    ['region:us-east-1', { field: 'region', not: false, values: ['us-east-1'] }],
    ['-region:us-east-1,eu-west-1', { field: 'region', not: true, values: ['us-east-1', 'eu-west-1'] }],
    ['region:us-east-1,us-east-1', { field: 'region', not: false, values: ['us-east-1'] }],
    ['deleted', { field: 'deleted', not: false, values: [] }],
    ['-replicated', { field: 'replicated', not: true, values: [] }],
    ['tag:env=a\\,b', { field: 'tag', not: false, values: ['env=a,b'] }],
    ['service:', { field: 'service', not: false, values: [''] }],
    ['service:,rds', { field: 'service', not: false, values: ['', 'rds'] }],
    ['text:a:b', { field: 'text', not: false, values: ['a:b'] }],
    ['changed:2028-02-29', { field: 'changed', not: false, values: ['2028-02-29'] }],
  ])('%s', (text, token) => {
    expect(parseToken(text)).toEqual(token);
  });
});

test.each([
  '',
  ':',
  '-',
  'nothing',
  'region',
  'region:',
  'region:US',
  'region:us-east-1,',
  'rotation:failing',
  'deleted:yes',
  'unused:0d',
  'unused:90',
  'unused:30d,90d',
  'unused:999999d',
  'changed:2026-02-29',
  'changed:yesterday',
  'tag:=x',
  'tag:',
  'text: ',
  '--deleted',
  'constructor:x',
  '__proto__:x',
  'toString',
  'Region:us-east-1',
])('%j is not understood', (text) => {
  expect(parseToken(text)).toBeUndefined();
});

test('what is longer than anybody would write is not understood', () => {
  expect(parseToken(`name:${'x'.repeat(501)}`)).toBeUndefined();
  expect(parseToken(`name:${Array.from({ length: 101 }, (_, at) => at).join(',')}`)).toBeUndefined();
});

test.each([
  ['name', 'payments', ['payments']],
  ['name', ' payments, ledger ,', ['payments', 'ledger']],
  ['text', ' a, b ', ['a, b']],
] as const)('a %s of %j means %j', (field, text, values) => {
  expect(textValues(field, text)).toEqual(values);
});

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const token: fc.Arbitrary<Token> = fc.constantFrom(...fieldNames).chain((field) => {
  const days = fc.integer({ min: 1, max: 99_999 }).map((count) => `${count}d`);
  const date = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const tag = fc.record({ key: words, value: words }, { requiredKeys: ['key'] }).map(writeTag);
  const choice =
    field === 'region'
      ? fc.constantFrom('us-east-1', 'eu-west-1', 'us-gov-west-1')
      : field === 'rotation'
        ? fc.constantFrom(...rotationStates)
        : fields[field].none
          ? fc.oneof(words, fc.constant(''))
          : words;
  const text = words.filter((each) => each.trim() !== '');
  const value = { days, since: fc.oneof(days, date), tag, text, choice, flag: fc.constant('') }[
    fields[field].form
  ];
  const many = ['choice', 'tag'].includes(fields[field].form) || field === 'name';
  const none = fields[field].form === 'flag';
  return fc.record({
    field: fc.constant(field),
    not: fc.boolean(),
    values: fc.uniqueArray(value, { minLength: none ? 0 : 1, maxLength: none ? 0 : many ? 5 : 1 }),
  });
});

test('what is written is read again, whatever the values', () => {
  fc.assert(
    fc.property(token, (each) => {
      expect(parseToken(writeToken(each))).toEqual(each);
    }),
  );
});

test('also through an address', () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 4 }), words, (tokens, text) => {
      const filter = { text: text.trim(), tokens: tokens.map(writeToken) };
      const url = new URL(`https://keyturn.example/secrets?${filterQuery(filter)}&scope=x`);
      expect(filterIn(url.search)).toEqual(filter);
      expect(filterIn(String(url).split('?')[1]!)).toEqual(filter);
    }),
  );
});

test('reading any text throws nothing, and what is understood has one spelling', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary-ascii', maxLength: 20 }),
      fc.constantFrom('', 'tag:', 'name:'),
      (text, head) => {
        const read = parseToken(head + text);
        if (read) expect(parseToken(writeToken(read))).toEqual(read);
      },
    ),
  );
});

test('a tag is read as it was written', () => {
  const tag = fc.record({ key: words, value: fc.string({ unit: 'grapheme' }) }, { requiredKeys: ['key'] });
  fc.assert(
    fc.property(tag, (each) => {
      expect(readTag(writeTag(each))).toEqual(each);
    }),
  );
});

test('an address stays readable', () => {
  const tokens = ['region:us-east-1,us-west-2', '-tag:env=sandbox'];
  expect(filterQuery({ text: ' prod db ', tokens })).toBe(
    'q=prod+db&f=region:us-east-1,us-west-2&f=-tag:env=sandbox',
  );
  expect(filterQuery({ text: '', tokens: [] })).toBe('');
  // What would end the field, the query or the address is escaped; half a character is replaced, not thrown over.
  expect(queryText([['a', '&#?+%"<\ud800']])).toBe('a=%26%23%3F%2B%25%22%3C%EF%BF%BD');
});
