import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arnInRegion, parseSecretArn } from './arn.ts';

const head = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:';

// ARN, name in it
test.each([
  [`${head}prod/db-AbCdEf`, 'prod/db'],
  [`${head}a-AbCdE1`, 'a'],
  // A name may itself look as if it ended in six characters, and hold what a URL path would lose.
  [`${head}prod/db-AbCdEf-GhIjKl`, 'prod/db-AbCdEf'],
  [`${head}a//b/../c/-AbCdEf`, 'a//b/../c/'],
  [`${head}/+=.@!_-x-AbCdEf`, '/+=.@!_-x'],
  [`${head}rds!cluster-1-AbCdEf`, 'rds!cluster-1'],
  ['arn:aws-us-gov:secretsmanager:us-gov-west-1:441200879921:secret:x-AbCdEf', 'x'],
  ['arn:aws-cn:secretsmanager:cn-north-1:441200879921:secret:x-AbCdEf', 'x'],
])('%s names %s', (arn, name) => {
  const parts = parseSecretArn(arn);
  expect(parts?.name).toBe(name);
  expect(parts?.resource).toBe(arn.slice(arn.indexOf('secret:') + 7));
  expect(parts?.account).toBe('441200879921');
});

// what is wrong, text
test.each([
  ['nothing', ''],
  ['a name', 'prod/db'],
  ['partial', `${head}prod/db`],
  ['five characters', `${head}prod/db-AbCde`],
  ['a mark in the six', `${head}prod/db-AbC_ef`],
  ['no name', `${head}-AbCdEf`],
  ['short account', 'arn:aws:secretsmanager:us-east-1:44120087992:secret:x-AbCdEf'],
  ['other service', 'arn:aws:ssm:us-east-1:441200879921:secret:x-AbCdEf'],
  ['other partition', 'arn:evil:secretsmanager:us-east-1:441200879921:secret:x-AbCdEf'],
  ['host as region', 'arn:aws:secretsmanager:evil.example:441200879921:secret:x-AbCdEf'],
  ['blank', `${head}prod db-AbCdEf`],
  ['line end', `${head}x-AbCdEf\n`],
  ['colon', `${head}a:b-AbCdEf`],
  ['not ASCII', `${head}prod/dß-AbCdEf`],
  ['upper case', `${head}x-AbCdEf`.toUpperCase()],
])('not an ARN: %s', (_what, text) => {
  expect(parseSecretArn(text)).toBeUndefined();
});

test('in another region only the region of an ARN differs', () => {
  expect(arnInRegion(`${head}prod/db-AbCdEf`, 'eu-west-1')).toBe(
    'arn:aws:secretsmanager:eu-west-1:441200879921:secret:prod/db-AbCdEf',
  );
});

test('every name AWS allows comes back out of its ARN, and out of its replica', () => {
  const marks = [...'abcXYZ019/_+=.@!-'];
  const names = fc.string({ unit: fc.constantFrom(...marks), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(names, (name) => {
      const arn = `${head}${name}-AbCdEf`;
      expect(parseSecretArn(arn)?.name).toBe(name);
      expect(parseSecretArn(arnInRegion(arn, 'eu-west-1'))).toMatchObject({ name, region: 'eu-west-1' });
    }),
  );
});
