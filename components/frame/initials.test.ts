import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['riley', 'RI'],
  ['riley@acme.example', 'RI'],
  ['dana.k@acme.example', 'DK'],
  ['SecretsOperator', 'SO'],
  ['secrets-read-only', 'SR'],
  ['x', 'X'],
  ['', '?'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
