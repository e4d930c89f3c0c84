import { expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import { matchesWords } from './words.ts';

const [secret] = foldSecrets(
  ['us-east-1', 'eu-west-1'].map((region) => ({
    arn: `arn:aws:secretsmanager:${region}:441200879921:secret:prod/Billing/db-AbCdEf`,
    name: 'prod/Billing/db',
    region,
    primaryRegion: 'us-east-1',
    description: 'Main database (10.0.0.1)',
    tags: { owner: 'Payments', stage: 'live', 'cost.center': '4711' },
    holders: {},
    rotation: { enabled: false },
  })),
);

// typed, found
test.each([
  ['', true],
  ['   ', true],
  ['billing', true],
  ['PROD/BILLING', true],
  ['prod db', true],
  ['db prod', true],
  ['\tbilling\n  database ', true],
  ['prod nowhere', false],
  ['payments', true],
  ['eu-west-1', true],
  ['eu-west-2', false],
  ['AbCdEf', true],
  ['441200879921', true],
  ['stage live', true],
  ['cost.center', true],
  // Words are text, not patterns.
  ['bill.ng', false],
  ['(10.0.0.1)', true],
  ['*', false],
  // Words do not run over from one field into the next.
  ['prod/billing/dbarn', false],
])('the filter %j finds it: %s', (typed, found) => {
  expect(matchesWords(secret!, typed)).toBe(found);
  expect(matchesWords(secret!, typed), 'asked again').toBe(found);
});
