import { expect, test } from 'vitest';
import type { OperatorInfo } from '@/lib/contract/operator';
import { actingIn } from './operator';

const named = { scope: '111111111111.viewer', account: '111111111111', accountName: 'payments-prod' };
const plain = { scope: '222222222222.viewer', account: '222222222222' };
const operator = { ...named, places: [named, plain] } as unknown as OperatorInfo;

test.each([
  [named.scope, named.account, 'payments-prod'],
  [plain.scope, plain.account, undefined],
  ['333333333333.viewer', named.account, 'payments-prod'],
  [null, named.account, 'payments-prod'],
])('in the scope %s the account is %s and called %s', (scope, account, name) => {
  const acting = actingIn(operator, scope);
  expect([acting.account, acting.accountName]).toEqual([account, name]);
});
