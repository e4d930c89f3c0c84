import { parsePolicy } from '../../identity/parse-policy.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import { namesIn } from '../../identity/principal-element.ts';
import { isPublicPolicy } from '../../identity/public-policy.ts';
import { AwsError, type Call, type Statement } from '../../operation.ts';
import { principalExists } from '../iam/find.ts';

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html

/**
 * Refuses a policy that IAM could not read, or that names a principal who does not exist. Only the sentence
 * about the principal is a recorded one. `syntaxError` is said of the first where the reason is not to be told.
 */
export function requireWellFormed(call: Call, policy: string, syntaxError?: string): void {
  const known = read(policy, syntaxError)
    .flatMap(principalsOf)
    .every((name) => principalExists(call.state, name));
  if (!known) throw malformed('This resource policy contains an unsupported principal.');
}

function read(policy: string, syntaxError: string | undefined): readonly Statement[] {
  try {
    return parsePolicy(policy);
  } catch (cause) {
    if (cause instanceof PolicyError) throw malformed(syntaxError ?? cause.message);
    throw cause;
  }
}

const malformed = (message: string) => new AwsError('MalformedPolicyDocumentException', message);

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
