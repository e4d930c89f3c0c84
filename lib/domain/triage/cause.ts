/** Every cause the diagnosis may name; the ids are fixed, other programs read them. */
export const CAUSES = [
  'lambda-timeout',
  'secrets-endpoint-unreachable',
  'database-unreachable',
  'lambda-not-invocable',
  'lambda-missing',
  'lambda-code-error',
  'secrets-permission-denied',
  'kms-permission-denied',
  'kms-key-unavailable',
  'database-login-rejected',
  'database-permission-denied',
  'secret-format-invalid',
  'engine-mismatch',
  'admin-secret-missing',
  'username-too-long',
  'tls-failed',
  'password-rejected',
  'rotation-not-enabled',
  'stage-mismatch',
  'pending-stuck',
  'throttled',
  'lambda-network-interface',
  'lambda-environment-undecryptable',
  'target-api-rejected',
  'unknown',
] as const;

export type Cause = (typeof CAUSES)[number];

/**
 * The steps of a rotation in their order.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

/** A step of the rotation, or `invoke` when none of the function's code ran. */
export type Step = (typeof STEPS)[number] | 'invoke';

/** `certain`: a text names the cause; `likely`: it points to one of few; `possible`: only timing or silence does. */
export type Certainty = 'certain' | 'likely' | 'possible';
