import type { Json, Principal } from '../../operation.ts';

/** Where and when an identity is looked at. */
export interface Occasion {
  readonly region: string;
  readonly at: number;
  readonly accessKeyId: string | undefined;
  /** The account whose event this is: it sees less of a caller from another one. */
  readonly recipient: string;
}

const HOUR_MS = 3_600_000;

/**
 * The caller as CloudTrail shows them, the `userIdentity` element; its form follows from the ARN.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function identityOf(principal: Principal, occasion: Occasion): Json {
  const { account, arn, userId } = principal;
  const key = occasion.accessKeyId === undefined ? {} : { accessKeyId: occasion.accessKeyId };
  if (isStranger(principal)) return strangerOf(principal);
  if (account !== occasion.recipient) return { type: 'AWSAccount', principalId: userId, accountId: account };
  const common = { principalId: userId, arn, accountId: account, ...key };
  const resource = resourceIn(arn);
  if (resource === 'root') return { type: 'Root', ...common, principalId: account };
  if (resource.startsWith('assumed-role/')) {
    const sessionContext = sessionContextOf(principal, resource.split('/')[1] ?? '', occasion);
    return { type: 'AssumedRole', ...common, sessionContext };
  }
  return { type: 'IAMUser', ...common, userName: usernameIn(principal, occasion.recipient) };
}

/** What LookupEvents finds the events of a caller by as `Username`; none for services and other accounts. */
export function usernameIn(principal: Principal, recipient: string): string | undefined {
  const { account, arn, name } = principal;
  if (isStranger(principal)) return name.endsWith('.amazonaws.com') ? undefined : name;
  if (account !== recipient) return undefined;
  // A user's name, a session's, or root.
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

function resourceIn(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

/** Nobody of IAM: an AWS service, or somebody a web identity provider vouches for, whose ARN is the provider's. */
function isStranger({ type, arn }: Principal): boolean {
  return type === 'service' || type === 'federated' || !arn.startsWith('arn:');
}

function strangerOf({ type, arn, name, userId }: Principal): Json {
  if (name.endsWith('.amazonaws.com')) return { type: 'AWSService', invokedBy: name };
  const identityProvider = type === 'federated' ? arn : (userId.split(':')[0] ?? '');
  return { type: 'WebIdentityUser', principalId: userId, userName: name, identityProvider };
}

function sessionContextOf(principal: Principal, role: string, { region, at }: Occasion): Json {
  const { account, userId, session, since } = principal;
  // Roles of permission sets live below a path of their own, which the session's ARN leaves out.
  const path = role.startsWith('AWSReservedSSO_') ? `aws-reserved/sso.amazonaws.com/${region}/` : '';
  return {
    sessionIssuer: {
      type: 'Role',
      principalId: userId.split(':')[0],
      arn: session?.roleArn ?? `arn:aws:iam::${account}:role/${path}${role}`,
      accountId: account,
      userName: role,
    },
    attributes: {
      // The sandbox's own operators have no session that began; theirs last an hour, as by default.
      creationDate: isoSeconds(since?.getTime() ?? Math.floor(at / HOUR_MS) * HOUR_MS),
      mfaAuthenticated: String(principal.mfa ?? false),
    },
    ...(session?.sourceIdentity === undefined ? {} : { sourceIdentity: session.sourceIdentity }),
  };
}

/** An instant as events write it: `2026-10-01T08:01:45Z`. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
