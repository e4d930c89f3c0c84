import { expect, test } from 'vitest';
import { roleName } from './role-name.ts';

test.each([
  ['AWSReservedSSO_AdministratorAccess_09d49d7beab08c14', 'AdministratorAccess'],
  ['AWSReservedSSO_On_Call_0123456789abcdef', 'On_Call'],
  ['SecretsOperator', 'SecretsOperator'],
  // Not of that form: said as it is.
  ['AWSReservedSSO_AdministratorAccess', 'AWSReservedSSO_AdministratorAccess'],
  ['AWSReservedSSO_X_0123', 'AWSReservedSSO_X_0123'],
])('%s is known as %s', (role, known) => {
  expect(roleName(role)).toBe(known);
});
