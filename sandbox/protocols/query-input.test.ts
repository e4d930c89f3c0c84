import { expect, test } from 'vitest';
import { queryInput } from './query-input.ts';

test.each<[form: string, input: unknown]>([
  ['Action=GetUser&Version=2010-05-08', {}],
  ['UserName=a%20b&Path=%2F', { UserName: 'a b', Path: '/' }],
  ['Names.member.2=b&Names.member.1=a&Names.member.10=c', { Names: ['a', 'b', 'c'] }],
  ['Tags.member.1.Key=k&Tags.member.1.Value=v', { Tags: [{ Key: 'k', Value: 'v' }] }],
  ['Entries.member.1.Values.member.1=x', { Entries: [{ Values: ['x'] }] }],
  ['Tags=', { Tags: '' }],
  ['A.B=1', { A: { B: '1' } }],
])('the form %s', (form, input) => {
  expect(JSON.parse(JSON.stringify(queryInput(form)))).toEqual(input);
});

test('a hostile name touches no prototype, a deep one ends', () => {
  queryInput('__proto__.polluted=1');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(() => queryInput(`${'a.'.repeat(50_000)}=1`)).not.toThrow();
});
