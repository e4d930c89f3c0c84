import 'server-only';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AccountClient } from '@aws-sdk/client-account';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSOClient } from '@aws-sdk/client-sso';
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { STSClient } from '@aws-sdk/client-sts';
import { accountRegionOf, iamRegionOf } from '@/lib/domain/global-regions';
import type { AwsCredentials, AwsOperator, CredentialsSource } from './credentials';
import { endpointOf, type Service } from './endpoint';
import { forgetWithClients, ownedBy, withOneClock } from './own-client';
import { Sha256 } from './sha256';
import { withOneSigner } from './signer';
import { TimedHandler } from './timed-handler';

/** Reads may be repeated by the SDK; a write is never repeated blindly. */
export type Use = 'read' | 'write';

// To one host. Each region of AWS is one: twenty operators who read twelve copies at once. Of a sandbox all regions are.
const MOST_SOCKETS = 256;

/** One pool of connections for all operators: connections carry no identity, signatures do. */
export const requestHandler = new TimedHandler({
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: MOST_SOCKETS }),
  httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: MOST_SOCKETS }),
  connectionTimeout: 3_000,
});

// Each option is given, so that nothing is looked up in the environment or in shared config files.
const options = (service: Service, region: string, credentials: CredentialsSource, use: Use) => ({
  region,
  credentials,
  endpoint: endpointOf(service, region),
  requestHandler,
  maxAttempts: use === 'read' ? 3 : 1,
  retryMode: 'standard',
  defaultsMode: 'standard' as const,
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
  userAgentAppId: async () => undefined,
  customUserAgent: 'keyturn',
  sha256: Sha256,
  cacheMiddleware: true,
});

// More than any operator needs; those unused for longest go first so that a long-lived server stays small.
const MOST_CLIENTS = 400;
const clients = new Map<string, SecretsManagerClient>();
forgetWithClients((start) => {
  for (const key of clients.keys()) if (key.startsWith(start)) clients.delete(key);
});

/** The Secrets Manager client of one sign-in, scope, region and use; made once, kept until forgotten. */
export function secretsManager(operator: AwsOperator, region: string, use: Use): SecretsManagerClient {
  // A scope that is added anew, because its keys have ended, comes with other keys.
  const { credentials } = operator;
  const keys = typeof credentials === 'function' ? '' : credentials.accessKeyId;
  const key = [operator.sid, operator.scope, region, use, keys].join('|');
  const client = clients.get(key) ?? made(operator, region, use);
  clients.delete(key);
  clients.set(key, client);
  return client;
}

function made(operator: AwsOperator, region: string, use: Use): SecretsManagerClient {
  if (clients.size >= MOST_CLIENTS) {
    const [idle] = clients.keys();
    if (idle !== undefined) clients.delete(idle);
  }
  return ownedBy(
    operator,
    'secretsmanager',
    region,
    withOneSigner(new SecretsManagerClient(options('secretsmanager', region, operator.credentials, use))),
  );
}

/** The STS client that proves credentials. */
export function sts(credentials: AwsCredentials, region: string): STSClient {
  return withOneClock(new STSClient(options('sts', region, credentials, 'read')));
}

const nothing = async () => {
  throw new Error('This call is not to be signed.');
};

/** The STS client for what is asked unsigned; it has nothing to sign with. */
export function anonymousSts(region: string): STSClient {
  return withOneClock(new STSClient(options('sts', region, nothing, 'read')));
}

/** The client of IAM Identity Center's tokens, unsigned. It repeats nothing: what it sends is good for one use. */
export function centerTokens(region: string): SSOOIDCClient {
  return new SSOOIDCClient(options('oidc', region, nothing, 'write'));
}

/** The client of IAM Identity Center's portal, which knows people by their token, unsigned. */
export function centerPortal(region: string): SSOClient {
  return new SSOClient(options('portal.sso', region, nothing, 'read'));
}

/** The Account client, in the one region of the partition that answers for all. */
export function account(operator: AwsOperator, region: string): AccountClient {
  const own = accountRegionOf(region);
  return ownedBy(
    operator,
    'account',
    own,
    new AccountClient(options('account', own, operator.credentials, 'read')),
  );
}

/** The IAM client of a partition; it simulates, and changes nothing. */
export function iam(operator: AwsOperator, region: string): IAMClient {
  const own = iamRegionOf(region);
  return ownedBy(operator, 'iam', own, new IAMClient(options('iam', own, operator.credentials, 'read')));
}

/** The KMS client of one region; it describes keys and uses none. */
export function kms(operator: AwsOperator, region: string): KMSClient {
  return ownedBy(
    operator,
    'kms',
    region,
    new KMSClient(options('kms', region, operator.credentials, 'read')),
  );
}

/** The Lambda client of one region; it describes functions and runs none. */
export function lambda(operator: AwsOperator, region: string): LambdaClient {
  return ownedBy(
    operator,
    'lambda',
    region,
    new LambdaClient(options('lambda', region, operator.credentials, 'read')),
  );
}

/** The CloudWatch Logs client of one region. */
export function logs(operator: AwsOperator, region: string): CloudWatchLogsClient {
  return ownedBy(
    operator,
    'logs',
    region,
    new CloudWatchLogsClient(options('logs', region, operator.credentials, 'read')),
  );
}

/** The CloudTrail client of a region. It repeats nothing by itself: repeats count against the shared allowance. */
export function cloudTrail(operator: AwsOperator, region: string): CloudTrailClient {
  const client = new CloudTrailClient(options('cloudtrail', region, operator.credentials, 'write'));
  return ownedBy(operator, 'cloudtrail', region, client);
}
