import 'server-only';

/** What a call is about, for the problem it may become. */
export interface Subject {
  /** e.g. `secretsmanager:ListSecrets`: service prefix and operation, which is also the IAM action. */
  readonly action: string;
  readonly region: string;
  readonly resource?: string;
  readonly write?: boolean;
  /** Already reduced to the safe alphabet; travels in the user agent. */
  readonly reason?: string;
  readonly signal?: AbortSignal;
}
