import { parsePolicy } from '../../identity/parse-policy.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import type { Call, Statement } from '../../operation.ts';
import { numeral, patterned } from '../../protocols/query-fields.ts';
import { roleByArn } from '../iam/find.ts';
import type { Role } from '../iam/state.ts';
import { list, required, structure, text } from '../secretsmanager/fields.ts';
import { invalid, malformedPolicy } from './errors.ts';
import { mfaMembers } from './mfa.ts';

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html

const NAME = '[\\w+=,.@-]*';

/** What every way to assume a role takes. */
export const sessionMembers = {
  RoleArn: required(text({ min: 20, max: 2048 })),
  RoleSessionName: required(patterned({ min: 2, max: 64, pattern: NAME })),
  Policy: text({ min: 1, max: 2048 }),
  DurationSeconds: numeral({ min: 900, max: 43_200 }),
};

/** What AssumeRole takes beside. */
export const assumeMembers = {
  ...sessionMembers,
  ...mfaMembers,
  ExternalId: patterned({ min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' }),
  SourceIdentity: patterned({ min: 2, max: 64, pattern: NAME }),
  Tags: list(structure({ Key: required(text({ min: 1, max: 128 })), Value: required(text({ max: 256 })) }), {
    min: 0,
    max: 50,
  }),
  TransitiveTagKeys: list(required(text({ min: 1, max: 128 })), { min: 0, max: 50 }),
};

/** The role a call names; undefined when there is none. */
export function roleNamed(call: Call, arn: string): Role | undefined {
  if (!/^arn:aws:iam::\d{12}:role\/./.test(arn)) throw invalid(`${arn} is invalid`);
  return roleByArn(call.state.iam, arn);
}

/** How long a session lasts: an hour unless asked otherwise, never longer than the role lets it. */
export function secondsFor(role: Role, asked: number | undefined, chained: boolean): number {
  if (asked !== undefined && asked > role.longest) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  if (chained && asked !== undefined && asked > 3600) {
    throw invalid(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  return asked ?? 3600;
}

/** The session policy of a call, if it has one. */
export function sessionPolicy(json: string | undefined): readonly Statement[] | undefined {
  if (json === undefined) return undefined;
  try {
    return parsePolicy(json, 'identity');
  } catch (cause) {
    if (cause instanceof PolicyError) throw malformedPolicy(cause.message);
    throw cause;
  }
}

/** How full the session's packed policy is, in percent; how AWS packs it is not published. */
export function packedSize(policy: string | undefined): { PackedPolicySize?: number } {
  return policy === undefined ? {} : { PackedPolicySize: Math.ceil((policy.length / 2048) * 100) };
}
