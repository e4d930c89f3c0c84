import type { Call, Operation } from '../../operation.ts';
import { readQuery } from '../../protocols/query-fields.ts';
import { sessionOf } from '../iam/entities.ts';
import type { Role } from '../iam/state.ts';
import { issue } from './credentials.ts';
import { denied, mayNotAssume } from './errors.ts';
import { assumeMembers, packedSize, roleNamed, secondsFor, sessionPolicy } from './members.ts';
import { provesMfa } from './mfa.ts';
import { sessionTags } from './session-tags.ts';

/**
 * Temporary credentials of a role, if its trust policy lets the caller in. A role taken from within a role
 * lasts an hour at most, and keeps the source identity.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole: Operation = (input, call) => {
  const read = readQuery(input, assumeMembers);
  const { principal } = call;
  const role = roleNamed(call, read.RoleArn);
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html: not by the root user.
  if (principal.type === 'root') throw denied('Roles may not be assumed by root accounts.');
  const { tags: all, transitive } = sessionTags(principal, read);
  const tags = new Map((read.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
  // Of this request alone: the session that is made has no second factor to show for itself.
  const isProved = provesMfa(call, read);
  const before = principal.session?.sourceIdentity;
  const sourceIdentity = read.SourceIdentity ?? before;
  const context = {
    'sts:RoleSessionName': read.RoleSessionName,
    ...(isProved && { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }),
    ...(read.ExternalId !== undefined && { 'sts:ExternalId': read.ExternalId }),
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': sourceIdentity }),
    ...(tags.size > 0 && { 'aws:TagKeys': [...tags.keys()] }),
    ...Object.fromEntries([...tags].map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
  const need = (action: string) => {
    if (!role || !call.allows(askedOf(role, action, context))) {
      throw mayNotAssume(principal, action, read.RoleArn);
    }
    return role;
  };
  const open = need('sts:AssumeRole');
  if (sourceIdentity !== undefined) need('sts:SetSourceIdentity');
  // A source identity cannot be exchanged on the way:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  if (before !== undefined && sourceIdentity !== before) {
    throw mayNotAssume(principal, 'sts:SetSourceIdentity', read.RoleArn);
  }
  if (tags.size > 0) need('sts:TagSession');
  const seconds = secondsFor(open, read.DurationSeconds, principal.type === 'assumed-role');
  const policy = sessionPolicy(read.Policy);
  const session = sessionOf(open, {
    sessionName: read.RoleSessionName,
    since: call.now,
    tags: all,
    ...(transitive.size > 0 && { transitive }),
    ...(policy && { policy }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  });
  return {
    Credentials: issue(call, session, seconds),
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    ...packedSize(read.Policy),
    ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
  };
};

function askedOf(role: Role, action: string, context: Readonly<Record<string, string | string[]>>) {
  const tags = Object.fromEntries([...role.tags].map(([key, value]) => [`aws:ResourceTag/${key}`, value]));
  return {
    action,
    resource: role.arn,
    context: { ...tags, ...context },
    attached: { kind: 'trust', account: role.account, policy: role.trust },
  } satisfies Parameters<Call['allows']>[0];
}
