import type { Actor } from './secret-event.ts';
import type { TrailIdentity } from './trail-record.ts';

const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;
const FUNCTION_AGENT = /exec-env\/AWS_Lambda|\bAWS_Lambda_/;

/**
 * Who a record says it was. Sessions are named by their session name, which for Identity Center is the person and
 * for a Lambda function the function; its user agent tells the two apart.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function toActor(identity: TrailIdentity, userAgent = ''): Actor {
  const { type, arn, account, userName, role, invokedBy } = identity;
  const known = arn === undefined ? {} : { arn };
  switch (type) {
    case 'IAMUser':
      return { kind: 'person', name: userName ?? lastPart(arn) ?? 'an IAM user', ...known };
    case 'AssumedRole': {
      const session = lastPart(arn) ?? 'a session';
      const via = viaOf(role ?? arn?.split('/')[1]);
      const kind = FUNCTION_AGENT.test(userAgent) ? 'function' : via.person ? 'person' : 'role';
      return { kind, name: session, ...(via.name === undefined ? {} : { via: via.name }), ...known };
    }
    case 'Root':
      return { kind: 'root', name: 'root', ...known };
    case 'AWSAccount':
      return { kind: 'account', name: account ?? 'another account', ...known };
    case 'IdentityCenterUser':
    case 'WebIdentityUser':
    case 'SAMLUser':
    case 'FederatedUser':
      return { kind: 'person', name: userName ?? lastPart(arn) ?? 'a federated user', ...known };
    default:
      return invokedBy === undefined
        ? { kind: 'unknown', name: 'unknown', ...known }
        : { kind: 'service', name: invokedBy };
  }
}

// People sign in through a permission set, or take a session name that is an address.
function viaOf(role: string | undefined): { name?: string; person: boolean } {
  if (role === undefined) return { person: false };
  const set = PERMISSION_SET.exec(role)?.[1];
  return { name: set ?? role, person: set !== undefined };
}

const lastPart = (arn: string | undefined) =>
  arn?.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
