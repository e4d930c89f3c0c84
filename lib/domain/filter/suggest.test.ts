import { describe, expect, test } from 'vitest';
import { allRead, manySecrets, secretWith } from './folded-for-tests.ts';
import { phraseText } from './phrase.ts';
import { suggestions } from './suggest.ts';
import { fields } from './token.ts';

const base = [
  secretWith({ name: 'prod/db', tags: { env: 'prod', team: 'payments' }, owningService: 'rds' }),
  secretWith({ name: 'prod/cache', tags: { env: 'prod' } }),
  secretWith({ name: 'test/prod-like', tags: { env: 'test' } }),
];
const offered = (typed: string) =>
  suggestions(typed, base, allRead).map((each) =>
    each.kind === 'field'
      ? `${fields[each.field].title}${each.not ? ' not' : ''}…`
      : `${phraseText(each.token)} (${each.count})`,
  );

describe('typing offers', () => {
  // typed, among what is offered
  test.each([
    ['reg', 'Region…'],
    ['state', 'Rotation…'],
    ['prod', 'Tag env is prod (2)'],
    ['prod', 'Name contains prod (3)'],
    ['env=pr', 'Tag env is prod (2)'],
    ['env', 'Tag env is set (3)'],
    ['use1', 'Region is use1 (3)'],
    ['us-ea', 'Region is use1 (3)'],
    ['rds', 'Owner service is rds (1)'],
    ['pay', 'Owner is payments (1)'],
    ['over', 'Rotation is overdue (0)'],
    ['rotation off', 'Rotation is off (3)'],
    ['awsp', 'Rotation is AWSPENDING left (0)'],
    ['pending', 'Rotation is AWSPENDING left (0)'],
    ['rotation is off', 'Rotation is off (3)'],
    ['region us-east-1', 'Region is use1 (3)'],
    ['not in us-east-1', 'Region is not use1 (0)'],
    ['not in region use1', 'Region is not use1 (0)'],
    ['Region is not use1', 'Region is not use1 (0)'],
    ['owner is payments', 'Owner is payments (1)'],
    ['tag env is prod', 'Tag env is prod (2)'],
    ['Tag env is not prod', 'Tag env is not prod (1)'],
    ['service none', 'Owner service is none (2)'],
    ['prod cache', 'Text contains prod cache (1)'],
    ['2026-10-01', 'Created since 2026-10-01 (0)'],
    ['changed since 2026-10-01', 'Changed since 2026-10-01 (0)'],
    ['90', 'Unused for 90 d (0)'],
    ['unused 90 days', 'Unused for 90 d (0)'],
    ['changed in the last 7d', 'Changed in the last 7 d (0)'],
    ['deleted', 'Scheduled for deletion (0)'],
    ['not replicated', 'Not replicated (3)'],
    ['-prod', 'Tag env is not prod (1)'],
    ['-prod', 'Name does not contain prod (0)'],
    ['NOT test', 'Tag env is not test (2)'],
    ['-reg', 'Region not…'],
    ['-tag:env=test', 'Tag env is not test (2)'],
    ['unused:30d', 'Unused for 30 d (0)'],
  ])('%j: %s', (typed, expected) => {
    expect(offered(typed)).toContain(expected);
  });
});

test('nothing is offered twice, and what was spelt out comes first', () => {
  for (const typed of ['prod', 'replicated', 'deleted', 'not deleted', 'env=prod', 'tag:env=prod']) {
    const all = offered(typed);
    expect(new Set(all).size, typed).toBe(all.length);
    expect(all, 'a flag has no value to choose').not.toContainEqual(
      expect.stringMatching(/^(Repl|Sched).*…/),
    );
  }
  expect(offered('tag:env=prod')[0]).toBe('Tag env is prod (2)');
});

test('nothing typed offers every field; the account only where there are several', () => {
  const titles = Object.values(fields).map(({ title }) => `${title}…`);
  expect(offered('')).toEqual(titles.filter((title) => title !== 'Account…'));
  expect(offered('account')).toEqual(['Name contains account (0)']);
  const several = (typed: string) => suggestions(typed, base, { ...allRead, accounts: true });
  expect(several('').map((each) => each.kind === 'field' && each.field)).toContain('account');
  const tokens = several('account is 4412').flatMap((each) => (each.kind === 'token' ? each : []));
  expect(tokens.map(({ token, count }) => `${phraseText(token)} (${count})`)).toContain(
    'Account is 4412-0087-9921 (3)',
  );
});

test('text of patterns is text, and a large account does not make the list long', () => {
  expect(offered('.*')).toEqual(['Name contains .* (0)']);
  expect(suggestions('team', manySecrets(500), allRead).length).toBeLessThan(14);
});
