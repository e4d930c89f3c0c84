import { expect, test } from 'vitest';
import { MASKED_NAME, maskName } from './mask-name.ts';

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
