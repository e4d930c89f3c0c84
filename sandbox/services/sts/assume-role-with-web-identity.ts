import { contextFor } from '../../identity/context.ts';
import { decide } from '../../identity/evaluate.ts';
import type { Call, Json, Operation, Principal } from '../../operation.ts';
import { readQuery } from '../../protocols/query-fields.ts';
import { sessionOf } from '../iam/entities.ts';
import type { Role } from '../iam/state.ts';
import { required, text } from '../secretsmanager/fields.ts';
import { issue } from './credentials.ts';
import { denied, invalid, invalidToken } from './errors.ts';
import { packedSize, roleNamed, secondsFor, sessionMembers, sessionPolicy } from './members.ts';
import { prove, type WebIdentity } from './web-identity.ts';

/**
 * Temporary credentials of a role for whoever an identity provider vouches for. Nobody signs this call: the
 * token is the proof. Tags and the source identity come from the token.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const assumeRoleWithWebIdentity: Operation = (input, call) => {
  const read = readQuery(input, {
    ...sessionMembers,
    WebIdentityToken: required(text({ min: 4, max: 20_000, sensitive: true })),
  });
  const role = roleNamed(call, read.RoleArn);
  const account = read.RoleArn.split(':')[4] ?? '';
  const identity = prove(call, read.WebIdentityToken, account);
  const tags = tagsIn(identity);
  const sourceIdentity = sourceIdentityIn(identity);
  const asked = { identity, tags, sourceIdentity, sessionName: read.RoleSessionName };
  const actions = [
    'sts:AssumeRoleWithWebIdentity',
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
    ...(tags.size === 0 ? [] : ['sts:TagSession']),
  ];
  for (const action of actions) {
    if (!role || !letsIn(role, action, asked, call)) throw denied(`Not authorized to perform ${action}`);
  }
  if (!role) throw invalid(`${read.RoleArn} is invalid`);
  const seconds = secondsFor(role, read.DurationSeconds, false);
  const policy = sessionPolicy(read.Policy);
  const { provider, subject, audience } = identity;
  const session = sessionOf(role, {
    sessionName: read.RoleSessionName,
    since: call.now,
    tags,
    webIdentity: { provider, subject, audience },
    ...(policy && { policy }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
  });
  return {
    Credentials: issue(call, session, seconds),
    SubjectFromWebIdentityToken: subject,
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    ...packedSize(read.Policy),
    Provider: provider,
    Audience: audience,
    ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
  };
};

interface Asked {
  readonly identity: WebIdentity & { readonly provider: string };
  readonly tags: ReadonlyMap<string, string>;
  readonly sourceIdentity: string | undefined;
  readonly sessionName: string;
}

function letsIn(role: Role, action: string, asked: Asked, { region, now, caller }: Call): boolean {
  const { issuer, subject, audience, provider, claims } = asked.identity;
  const principal: Principal = {
    ...{ type: 'federated', account: role.account, name: subject, arn: provider, policy: [] },
    userId: `${provider}:${audience}:${subject}`,
  };
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
  const context = {
    [`${issuer}:aud`]: audience,
    [`${issuer}:sub`]: subject,
    ...(claims.azp !== undefined && typeof claims.aud === 'string' && { [`${issuer}:oaud`]: claims.aud }),
    ...(typeof claims.email === 'string' && { [`${issuer}:email`]: claims.email }),
    'aws:FederatedProvider': provider,
    'sts:RoleSessionName': asked.sessionName,
    ...(asked.sourceIdentity !== undefined && { 'sts:SourceIdentity': asked.sourceIdentity }),
    ...(asked.tags.size > 0 && { 'aws:TagKeys': [...asked.tags.keys()] }),
    ...Object.fromEntries([...asked.tags].map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
  const attached = { kind: 'trust', account: role.account, policy: role.trust } as const;
  const request = { action, resource: role.arn, attached };
  const about = contextFor({ principal, region, now, caller, context });
  return decide({ principal, boundary: undefined, request }, about).outcome === 'allowed';
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp */
function tagsIn({ claims }: WebIdentity): ReadonlyMap<string, string> {
  const given = (claims['https://aws.amazon.com/tags'] as Json | undefined)?.principal_tags;
  if (given === undefined || given === null) return new Map();
  const entries = Object.entries(given as Json).map(([key, value]) => {
    const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (typeof one !== 'string' || key.length > 128 || one.length > 256) throw badClaim('tags');
    return [key, one] as const;
  });
  if (entries.length > 50) throw badClaim('tags');
  return new Map(entries);
}

function sourceIdentityIn({ claims }: WebIdentity): string | undefined {
  const given = claims['https://aws.amazon.com/source_identity'];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !/^[\w+=,.@-]{2,64}$/.test(given)) throw badClaim('source_identity');
  return given;
}

/** The wording is not recorded. */
const badClaim = (claim: string) => invalidToken(`The claim https://aws.amazon.com/${claim} is not valid.`);
