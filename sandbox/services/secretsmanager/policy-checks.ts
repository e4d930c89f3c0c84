import { parsePolicy } from '../../identity/parse-policy.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import { namesIn } from '../../identity/principal-element.ts';
import { isPublicPolicy } from '../../identity/public-policy.ts';
import { AwsError, type Call, type Statement } from '../../operation.ts';
import { principalExists } from '../iam/find.ts';

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html

/**
 * Refuses a policy that IAM could not read, or that names a principal who does not exist. Only the sentence
 * about the principal is a recorded one.
 */
export function requireWellFormed(call: Call, policy: string): void {
  const fault = faultIn(call, policy);
  if (fault !== undefined) throw new AwsError('MalformedPolicyDocumentException', fault);
}

/** What is wrong with the text of a policy, if anything. */
export function faultIn(call: Call, policy: string): string | undefined {
  try {
    const statements = parsePolicy(policy);
    const known = statements.flatMap(principalsOf).every((name) => principalExists(call.state, name));
    return known ? undefined : 'This resource policy contains an unsupported principal.';
  } catch (cause) {
    if (cause instanceof PolicyError) return cause.message;
    throw cause;
  }
}

/** Refuses a policy that gives access to everybody; the sentence is not recorded. */
export function requireNotPublic(policy: string): void {
  if (isPublicPolicy(policy)) throw new AwsError('PublicPolicyException', PUBLIC);
}

/** What is said of a policy that gives access to everybody. */
export const PUBLIC = 'The resource policy grants broad access to the secret.';

/** The principals of an account by name; services and identity providers are not looked up. */
function principalsOf({ Principal, NotPrincipal }: Statement): string[] {
  return [Principal, NotPrincipal].flatMap((element) =>
    element === undefined
      ? []
      : namesIn(element)
          .filter(({ kind, name }) => kind === 'AWS' && name !== '*')
          .map(({ name }) => name),
  );
}
