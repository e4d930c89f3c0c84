import { expect, test } from 'vitest';
import { MASKED_NAME, maskInPlace, maskName, maskText } from './mask-name.ts';

// globs, name, shown
test.each<[string, string, string]>([
  ['prod/*', 'prod/payments/db', MASKED_NAME],
  ['prod/*', 'dev/payments/db', 'dev/payments/db'],
  ['a, *hsm*', 'prod/hsm-pin', MASKED_NAME],
  ['*', 'x', MASKED_NAME],
  ['', 'x', 'x'],
])('with %j the name %s is shown as %s', (globs, name, shown) => {
  expect(maskName(name, globs)).toBe(shown);
});

const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:441200879921:secret:${name}`;

// globs, text, the secret's own name, shown
test.each<[string, string, string | undefined, string]>([
  ['prod/*', `--secret-id ${arn('prod/db-AbCdEf')} \\`, undefined, `--secret-id ${arn(MASKED_NAME)} \\`],
  ['prod/db', arn('prod/db-AbCdEf'), undefined, arn(MASKED_NAME)],
  ['prod/*', arn('dev/db-AbCdEf'), undefined, arn('dev/db-AbCdEf')],
  ['prod/*', `{"Resource":"${arn('prod/*')}"}`, undefined, `{"Resource":"${arn(MASKED_NAME)}*"}`],
  ['prod/*', 'on resource: prod/db because', 'prod/db', `on resource: ${MASKED_NAME} because`],
  ['dev/*', 'on resource: prod/db because', 'prod/db', 'on resource: prod/db because'],
  ['*', 'arn:aws:iam::441200879921:role/x', undefined, 'arn:aws:iam::441200879921:role/x'],
])('with %j the text %s of %s is shown as %s', (globs, text, name, shown) => {
  expect(maskText(text, globs, name)).toBe(shown);
});

test('in a line of which places are told no character moves', () => {
  const line = `setSecret: ${arn('prod/db-AbCdEf')} failed, ${arn('dev/db-AbCdEf')} did not`;
  const shown = maskInPlace(line, 'prod/*');
  expect(shown).toBe(`setSecret: ${arn('••••••••••••••')} failed, ${arn('dev/db-AbCdEf')} did not`);
  expect(shown).toHaveLength(line.length);
});
