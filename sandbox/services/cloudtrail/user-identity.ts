import type { Json, Principal } from '../../operation.ts';

/** What an event says of its caller. */
export interface UserIdentity {
  /** The `userIdentity` element. */
  readonly element: Json;
  /** What LookupEvents finds the event by as `Username`; none for other accounts and services. */
  readonly username: string | undefined;
}

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
 * The caller as CloudTrail shows them; the form follows from the ARN.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function identityOf(principal: Principal, occasion: Occasion): UserIdentity {
  const { account, name, arn, userId } = principal;
  const key = occasion.accessKeyId === undefined ? {} : { accessKeyId: occasion.accessKeyId };
  if (!arn.startsWith('arn:')) return strangerOf(principal);
  if (account !== occasion.recipient) {
    return { element: { type: 'AWSAccount', principalId: userId, accountId: account }, username: undefined };
  }
  const common = { principalId: userId, arn, accountId: account, ...key };
  const resource = arn.split(':').slice(5).join(':');
  if (resource === 'root') {
    return { element: { type: 'Root', ...common, principalId: account }, username: 'root' };
  }
  if (resource.startsWith('assumed-role/')) {
    const [, role = '', session = ''] = resource.split('/');
    const sessionContext = sessionContextOf(principal, role, occasion);
    return { element: { type: 'AssumedRole', ...common, sessionContext }, username: session };
  }
  const userName = resource.split('/').at(-1) ?? name;
  return { element: { type: 'IAMUser', ...common, userName }, username: userName };
}

/** A principal without an ARN: an AWS service, or somebody a web identity provider vouches for. */
function strangerOf({ name, userId }: Principal): UserIdentity {
  if (name.endsWith('.amazonaws.com')) {
    return { element: { type: 'AWSService', invokedBy: name }, username: undefined };
  }
  const identityProvider = userId.split(':')[0] ?? '';
  return {
    element: { type: 'WebIdentityUser', principalId: userId, userName: name, identityProvider },
    username: name,
  };
}

function sessionContextOf({ account, userId }: Principal, role: string, { region, at }: Occasion): Json {
  // Roles of permission sets live below a path of their own, which the session's ARN leaves out.
  const path = role.startsWith('AWSReservedSSO_') ? `aws-reserved/sso.amazonaws.com/${region}/` : '';
  return {
    sessionIssuer: {
      type: 'Role',
      principalId: userId.split(':')[0],
      arn: `arn:aws:iam::${account}:role/${path}${role}`,
      accountId: account,
      userName: role,
    },
    attributes: {
      // A principal does not know when its session began; sessions last an hour by default.
      creationDate: isoSeconds(Math.floor(at / HOUR_MS) * HOUR_MS),
      mfaAuthenticated: 'false',
    },
  };
}

/** An instant as events write it: `2026-10-01T08:01:45Z`. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
