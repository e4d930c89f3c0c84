import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** What a test signs with. */
export interface TestCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What a test sends; the defaults are a ListSecrets in us-east-1, signed now. */
export interface TestRequest {
  readonly host?: string;
  readonly service?: string;
  readonly region?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly date?: Date;
}

/** Riley's own key, as the control API gives it away. */
export const riley: TestCredentials = {
  accessKeyId: 'AKIASANDBOXRILEY0001',
  secretAccessKey: 'sandbox-riley-not-a-real-secret-key',
};

/** The headers of a call of Secrets Manager. */
export const target = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': `secretsmanager.${operation}`,
});

/** The headers of a request of a test, signed by the signer of the real SDK. */
export async function signRequest(
  credentials: TestCredentials,
  request: TestRequest = {},
): Promise<Record<string, string>> {
  const { service = 'secretsmanager', region = 'us-east-1', date = new Date() } = request;
  const signer = new SignatureV4({ service, region, sha256: Sha256, applyChecksum: false, credentials });
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: request.path ?? '/',
      query: request.query ?? {},
      headers: { host: request.host ?? 'sandbox', ...(request.headers ?? target('ListSecrets')) },
      body: request.body ?? '{}',
    },
    { signingDate: date },
  );
  return signed.headers;
}
