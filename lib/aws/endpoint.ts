import 'server-only';

/** The AWS services Keyturn speaks to. */
export type Service =
  | 'secretsmanager'
  | 'sts'
  | 'account'
  | 'cloudtrail'
  | 'iam'
  | 'kms'
  | 'lambda'
  | 'logs'
  | 'oidc'
  | 'portal.sso';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The endpoint set by configuration (`AWS_ENDPOINT_URL`), or undefined for AWS itself. */
export function configuredEndpoint(): string | undefined {
  return process.env.AWS_ENDPOINT_URL || undefined;
}

/** Whether AWS is a sandbox on this machine: only then may its operators sign in without keys of their own. */
export function isSandbox(): boolean {
  const endpoint = configuredEndpoint();
  return endpoint !== undefined && URL.canParse(endpoint) && LOOPBACK.has(new URL(endpoint).hostname);
}

/**
 * Where a service answers. Spelled out rather than left to the SDK's provider chain, which would also read
 * shared config files of whoever runs the server. A sandbox is all of AWS: nothing of it is asked for elsewhere.
 * https://docs.aws.amazon.com/general/latest/gr/asm.html
 * https://docs.aws.amazon.com/general/latest/gr/sso.html
 */
export function endpointOf(service: Service, region: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const own = isSandbox() ? undefined : ownEndpoint(service, region);
  const usual = service === 'iam' ? iamHostOf(region) : `${service}.${region}.${suffix}`;
  return own ?? configuredEndpoint() ?? `https://${usual}`;
}

/**
 * Where IAM answers: once for a whole partition.
 * https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html
 */
function iamHostOf(region: string): string {
  if (region.startsWith('cn-')) return 'iam.cn-north-1.amazonaws.com.cn';
  return region.startsWith('us-gov-') ? 'iam.us-gov.amazonaws.com' : 'iam.amazonaws.com';
}

// The names that AWS's tools give them: https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html
const variables: Record<Service, string> = {
  secretsmanager: 'SECRETS_MANAGER',
  sts: 'STS',
  account: 'ACCOUNT',
  cloudtrail: 'CLOUDTRAIL',
  iam: 'IAM',
  kms: 'KMS',
  lambda: 'LAMBDA',
  logs: 'CLOUDWATCH_LOGS',
  oidc: 'SSO_OIDC',
  'portal.sso': 'SSO',
};

/** One service's own address (`AWS_ENDPOINT_URL_<SERVICE>`), in which `{region}` stands for the region: FIPS, dual-stack, VPC. */
function ownEndpoint(service: Service, region: string): string | undefined {
  return process.env[`AWS_ENDPOINT_URL_${variables[service]}`]?.replaceAll('{region}', region) || undefined;
}
