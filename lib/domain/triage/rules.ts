import type { Attempt } from './attempt.ts';
import type { Finding, Rule } from './clue.ts';
import { networkFindings } from './reasons/network.ts';
import { refusalFindings } from './reasons/refusal.ts';
import { reportFindings } from './reasons/report.ts';
import { silenceFindings } from './reasons/silence.ts';
import { swallowedFindings } from './reasons/swallowed.ts';
import { adminSecretMissing } from './rules/admin-secret-missing.ts';
import { databaseLoginRejected } from './rules/database-login-rejected.ts';
import { databasePermissionDenied } from './rules/database-permission-denied.ts';
import { databaseUnreachable } from './rules/database-unreachable.ts';
import { engineMismatch } from './rules/engine-mismatch.ts';
import { kmsKeyUnavailable } from './rules/kms-key-unavailable.ts';
import { lambdaCodeError } from './rules/lambda-code-error.ts';
import { lambdaEnvironmentUndecryptable } from './rules/lambda-environment-undecryptable.ts';
import { lambdaMissing } from './rules/lambda-missing.ts';
import { lambdaNetworkInterface } from './rules/lambda-network-interface.ts';
import { lambdaNotInvocable } from './rules/lambda-not-invocable.ts';
import { passwordRejected } from './rules/password-rejected.ts';
import { pendingStuck } from './rules/pending-stuck.ts';
import { rotationNotEnabled } from './rules/rotation-not-enabled.ts';
import { secretFormatInvalid } from './rules/secret-format-invalid.ts';
import { stageMismatch } from './rules/stage-mismatch.ts';
import { targetApiRejected } from './rules/target-api-rejected.ts';
import { throttled } from './rules/throttled.ts';
import { tlsFailed } from './rules/tls-failed.ts';
import { usernameTooLong } from './rules/username-too-long.ts';

/** What texts say by themselves. */
export const RULES: readonly Rule[] = [
  adminSecretMissing,
  databaseLoginRejected,
  databasePermissionDenied,
  databaseUnreachable,
  engineMismatch,
  kmsKeyUnavailable,
  lambdaCodeError,
  lambdaEnvironmentUndecryptable,
  lambdaMissing,
  lambdaNetworkInterface,
  lambdaNotInvocable,
  passwordRejected,
  pendingStuck,
  rotationNotEnabled,
  secretFormatInvalid,
  stageMismatch,
  targetApiRejected,
  throttled,
  tlsFailed,
  usernameTooLong,
];

/** What follows from a text together with host, service, duration or silence. */
export const REASONS: readonly ((attempt: Attempt) => Finding[])[] = [
  networkFindings,
  refusalFindings,
  reportFindings,
  swallowedFindings,
  silenceFindings,
];
