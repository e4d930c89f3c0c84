import 'server-only';
import { getSSOTokenFromFile } from '@smithy/shared-ini-file-loader';

/** What the cache of the AWS CLI knows of a sign-in to IAM Identity Center; the token itself stays in its file. */
export interface SsoSignIn {
  readonly expires: Date;
  /** Whether it can be prolonged without a browser. */
  readonly renewable: boolean;
}

/**
 * The sign-in of a session (or of a start URL, in profiles of the older form); undefined when there is none that
 * can be read. Files lie in `~/.aws/sso/cache`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 */
export async function readSsoSignIn(id: string, now: number): Promise<SsoSignIn | undefined> {
  const token: Record<string, unknown> | undefined = await getSSOTokenFromFile(id).then(
    (read) => ({ ...read }),
    () => undefined,
  );
  const expires = new Date(typeof token?.expiresAt === 'string' ? token.expiresAt : Number.NaN);
  if (typeof token?.accessToken !== 'string' || Number.isNaN(expires.getTime())) return undefined;
  const { refreshToken, clientId, clientSecret, registrationExpiresAt } = token;
  const registered = Date.parse(typeof registrationExpiresAt === 'string' ? registrationExpiresAt : '');
  return { expires, renewable: Boolean(refreshToken && clientId && clientSecret) && registered > now };
}
