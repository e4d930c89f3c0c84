import 'server-only';

/** What signs a call: the operator's own, never the server's. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Credentials that may say when they end. */
export interface ExpiringCredentials extends AwsCredentials {
  readonly expiration?: Date;
}

/** Credentials as they are, or a way to those that hold now: a profile's are renewed while an operator works. */
export type CredentialsSource = AwsCredentials | (() => Promise<ExpiringCredentials>);

/** Whose clients these are: one sign-in (`sid`) in one scope. */
export interface AwsOperator {
  readonly sid: string;
  readonly scope: string;
  /** Epoch seconds, wall time, at which the sign-in ends at the latest. */
  readonly until: number;
  readonly credentials: CredentialsSource;
}
