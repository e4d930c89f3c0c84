import 'server-only';
import type { Credentials } from '@aws-sdk/client-sts';
import type { ExpiringCredentials } from './credentials';

/**
 * The credentials STS gave for a role; undefined where its answer has none.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
 */
export function givenCredentials(given: Credentials | undefined): ExpiringCredentials | undefined {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return undefined;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration && { expiration: Expiration }),
  };
}
