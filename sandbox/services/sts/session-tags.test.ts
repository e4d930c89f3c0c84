import { expect, test } from 'vitest';
import { tester } from '../secretsmanager/fake-call.ts';
import { sessionTags } from './session-tags.ts';

const tags = (given: Record<string, string>) => Object.entries(given).map(([Key, Value]) => ({ Key, Value }));
const asked = (given: Record<string, string>, ...TransitiveTagKeys: string[]) => ({
  Tags: tags(given),
  TransitiveTagKeys,
});
/** Somebody in a session that passes `team` on. */
const chained = {
  ...tester,
  session: {
    ...{ roleName: 'one', roleArn: 'arn:aws:iam::441200879921:role/one', roleId: 'AROA1', sessionName: 's' },
    transitive: new Map([['team', 'payments']]),
  },
};
const refusal = (message: string) => expect.objectContaining({ code: 'InvalidParameterValue', message });

test('a session has the tags it is given, and passes on those named transitive', () => {
  const { tags, transitive } = sessionTags(tester, asked({ team: 'payments', env: 'prod' }, 'TEAM'));
  expect(Object.fromEntries(tags)).toEqual({ team: 'payments', env: 'prod' });
  expect(Object.fromEntries(transitive)).toEqual({ team: 'payments' });
  expect(sessionTags(tester, { Tags: undefined, TransitiveTagKeys: undefined }).tags.size).toBe(0);
});

test('what was passed on goes on, and cannot be set anew', () => {
  const { tags, transitive } = sessionTags(chained, asked({ env: 'prod' }));
  expect(Object.fromEntries(tags)).toEqual({ team: 'payments', env: 'prod' });
  expect(Object.fromEntries(transitive)).toEqual({ team: 'payments' });
  for (const key of ['team', 'Team']) {
    expect(() => sessionTags(chained, asked({ [key]: 'mine' }))).toThrowError(
      refusal(
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
      ),
    );
  }
});

test('keys differ by more than their case, and a transitive one is among them', () => {
  expect(() => sessionTags(tester, asked({ env: 'a', Env: 'b' }))).toThrowError(
    refusal('Duplicate tag keys found. Please note that Tag keys are case insensitive.'),
  );
  expect(() => sessionTags(tester, asked({ env: 'a' }, 'team'))).toThrowError(
    refusal('The specified transitive tag key must be included in the requested tags.'),
  );
});
