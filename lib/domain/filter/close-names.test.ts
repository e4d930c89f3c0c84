import { expect, test } from 'vitest';
import { closeNames } from './close-names.ts';
import { secretWith } from './folded-for-tests.ts';

const all = [
  'prod/billing/stripe',
  'prod/payments/db-reader',
  'prod/payments/db-writer',
  'test/payments/db',
].map((name) => secretWith({ name }));

// typed, names that come close, the closest first
test.each([
  ['paymnts writer', ['prod/payments/db-writer']],
  ['payemnts/db-writer', ['prod/payments/db-writer']],
  ['writer paymentss', ['prod/payments/db-writer']],
  ['strpie', ['prod/billing/stripe']],
  ['stripe', ['prod/billing/stripe']],
  ['nothing of the kind', []],
  ['', []],
  ['///', []],
  ['.*', []],
  ['<p>', []],
  ['d b', []],
  ['x'.repeat(101), []],
])('%j', (typed, names) => {
  expect(closeNames(all, typed).map(({ name }) => name)).toEqual(names);
});
