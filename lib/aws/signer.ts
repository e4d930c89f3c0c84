import 'server-only';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SignatureV4 } from '@smithy/signature-v4';
import { ownSha256 } from './sha256';

/**
 * Has a client of Secrets Manager sign with one signer: the SDK makes another for each call, with a copy of the client's
 * configuration and a new key of the same secret access key. Its endpoints name no region or service of their own to sign
 * for, which is what a signer of each call would be for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function withOneSigner(client: SecretsManagerClient): SecretsManagerClient {
  const { config } = client;
  const signer = new SignatureV4({
    // Asked at each call: they may have been renewed.
    credentials: () => config.credentials(),
    region: () => config.region(),
    service: 'secretsmanager',
    sha256: ownSha256(),
  });
  config.signer = async () => signer;
  return client;
}
