/** The kinds of policies that AWS names when it refuses. */
export type PolicyKind =
  | 'identity-based policy'
  | 'resource-based policy'
  | 'service control policy'
  | 'resource control policy'
  | 'permissions boundary'
  | 'session policy'
  | 'VPC endpoint policy';

/** What a refusal of AWS's says of its reason. */
export interface ReadRefusal {
  /** Who refused: the service that was asked, or KMS behind it. */
  readonly service: string;
  readonly policy?: PolicyKind;
  /** Whether a statement denies it, or none allows it; absent where AWS does not say. */
  readonly because?: 'denied' | 'not-allowed';
  /** The policy's ARN, where AWS names it. */
  readonly policyArn?: string;
}

const KINDS: Readonly<Record<string, PolicyKind>> = {
  'identity-based policy': 'identity-based policy',
  'resource-based policy': 'resource-based policy',
  'service control policy': 'service control policy',
  'resource control policy': 'resource control policy',
  'permissions boundary': 'permissions boundary',
  'session policy': 'session policy',
  'VPC endpoint policy': 'VPC endpoint policy',
};

const SERVICES: Readonly<Record<string, string>> = {
  account: 'Account Management',
  cloudtrail: 'CloudTrail',
  iam: 'IAM',
  kms: 'KMS',
  lambda: 'Lambda',
  logs: 'CloudWatch Logs',
  secretsmanager: 'Secrets Manager',
  sts: 'STS',
};

/** The service that decides on an action, by its name. */
export function serviceOf(action: string): string {
  const prefix = action.split(':')[0] ?? '';
  return SERVICES[prefix] ?? prefix;
}

/**
 * Reads which kind of policy said no, and which service, out of AWS's sentence; what AWS does not say stays absent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readRefusal(action: string, sentence: string): ReadRefusal {
  // Secrets Manager passes the refusal of KMS on without its reason.
  if (/^Access to KMS is not allowed/i.test(sentence)) return { service: 'KMS' };
  const service = serviceOf(action);
  const [, denying = '', deniedBy] =
    /with an explicit deny in an? ([\w -]+?)(?::? (arn:\S+?))?\.?$/i.exec(sentence) ?? [];
  const denied = KINDS[denying.trim()];
  if (denied)
    return { service, policy: denied, because: 'denied', ...(deniedBy ? { policyArn: deniedBy } : {}) };
  const [, missing = ''] = /because no ([\w -]+?) allows /i.exec(sentence) ?? [];
  const kind = KINDS[missing.trim()];
  return kind ? { service, policy: kind, because: 'not-allowed' } : { service };
}
