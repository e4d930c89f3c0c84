import type { Cause } from '@/lib/domain/triage/cause';

const words: Record<Cause, string> = {
  'lambda-timeout': 'The function ran out of time',
  'secrets-endpoint-unreachable': 'The function cannot reach Secrets Manager',
  'database-unreachable': 'The function cannot reach the database',
  'lambda-not-invocable': 'Secrets Manager may not invoke the function',
  'lambda-missing': 'There is no such function',
  'lambda-code-error': 'The code of the function is broken',
  'secrets-permission-denied': 'The function may not use Secrets Manager',
  'kms-permission-denied': 'The function may not use the KMS key',
  'kms-key-unavailable': 'The KMS key cannot be used',
  'database-login-rejected': 'The database does not accept the login',
  'database-permission-denied': 'The database login may not change the password',
  'secret-format-invalid': 'The secret is not in the form the function expects',
  'engine-mismatch': 'The secret names another engine than the function is for',
  'admin-secret-missing': 'The superuser’s secret cannot be found',
  'username-too-long': 'The name of the second user is too long',
  'tls-failed': 'No TLS connection could be made',
  'password-rejected': 'The service does not accept the new password',
  'rotation-not-enabled': 'Rotation is off',
  'stage-mismatch': 'The version does not hold AWSPENDING',
  'pending-stuck': 'An earlier rotation was left unfinished',
  throttled: 'AWS limited the rate of calls',
  'lambda-network-interface': 'Lambda cannot make a network interface',
  'lambda-environment-undecryptable': 'Lambda cannot decrypt the function’s environment',
  'target-api-rejected': 'The service behind the secret refused',
  unknown: 'It failed, and nothing says why',
};

/** A cause in a sentence. */
export const causeWords = (cause: Cause): string => words[cause];
