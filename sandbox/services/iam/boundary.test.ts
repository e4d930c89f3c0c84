import { expect, test } from 'vitest';
import { perform } from '../../perform.ts';
import { createRandom } from '../../random.ts';
import { createState } from '../../state.ts';
import { rootOf } from './entities.ts';
import { setBoundary } from './state.ts';

test("an account's boundary holds for its root too, and no other account", () => {
  const state = createState({ replicationMs: 0 });
  const Statement = { Effect: 'Deny', Action: 'iam:Create*', Resource: '*' };
  setBoundary(state.iam.accounts.get('602733145908')!, JSON.stringify({ Version: '2012-10-17', Statement }));
  const create = (account: string) =>
    perform(
      {
        ...{ service: 'iam', operation: 'CreateUser', region: 'us-east-1', requestId: 'r', state },
        ...{ principal: rootOf(account), now: new Date(), random: createRandom(7) },
        caller: { sourceIp: '10.0.0.1', userAgent: 'test' },
      },
      { UserName: 'kim' },
    );
  expect(() => create('602733145908')).toThrow('with an explicit deny in a service control policy');
  expect(create('917350284466')).toMatchObject({ User: { UserName: 'kim' } });
});
