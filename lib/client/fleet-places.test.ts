import { expect, test } from 'vitest';
import { fleetPlaces } from './fleet-places';

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
