import { expect, test } from 'vitest';
import { parseFleetRules, wantedRegions } from './fleet-rule.ts';

test('rules are read a line at a time, and what is none is told', () => {
  const text =
    'prod/* -> us-west-2\n\ntag:env=prod -> us-west-2, eu-west-1 ;  nonsense\ntag:=x -> us-east-1\na -> here';
  expect(parseFleetRules(text)).toEqual({
    rules: [
      { name: 'prod/*', regions: ['us-west-2'] },
      { tag: { key: 'env', value: 'prod' }, regions: ['us-west-2', 'eu-west-1'] },
    ],
    unread: ['nonsense', 'tag:=x -> us-east-1', 'a -> here'],
  });
});

test.each([
  ['prod/* -> us-west-2', ['us-west-2']],
  ['dev/* -> us-west-2', []],
  ['tag:env=pr* -> eu-west-1', ['eu-west-1']],
  ['tag:env= -> eu-west-1', []],
  ['tag:constructor=* -> eu-west-1', []],
  ['prod/* -> us-west-2\n* -> us-west-2,eu-west-1', ['us-west-2', 'eu-west-1']],
])('%s wants %j', (text, regions) => {
  const { rules } = parseFleetRules(text);
  expect(wantedRegions(rules, { name: 'prod/db', tags: { env: 'prod' } })).toEqual(regions);
});
