import { expect, test } from 'vitest';
import { fleetPlaces, scopeOf } from './fleet-places';

const place = (scope: string) => {
  const [account = '', name = ''] = scope.split('.');
  return { scope, account, name, arn: `arn:aws:iam::${account}:user/${name}`, protected: false };
};
const held = ['1.riley', '2.viewer', '1.admin', '3.viewer', '2.admin'].map(place);

test.each([
  ['1.riley', ['1.riley', '2.viewer', '3.viewer']],
  ['2.admin', ['1.riley', '2.admin', '3.viewer']],
  ['1.admin', ['1.admin', '2.viewer', '3.viewer']],
  ['9.nobody', ['1.riley', '2.viewer', '3.viewer']],
])('working as %s, each account is read by one role of it: %j', (scope, read) => {
  expect(fleetPlaces(held, scope).map((one) => one.scope)).toEqual(read);
});

test('a secret is opened as its account is read, and as the page works where nobody reads its account', () => {
  const places = fleetPlaces(held, '2.admin');
  const arn = (account: string) => `arn:aws:secretsmanager:us-east-1:${account}:secret:db-AbCdEf`;
  expect([arn('1'), arn('2'), arn('9')].map((one) => scopeOf(places, one, '2.admin'))).toEqual([
    '1.riley',
    '2.admin',
    '2.admin',
  ]);
});
