/** Whose policies an operator's rights come from, as far as the ARN of a session tells. */
export type OwnPrincipal =
  | { readonly kind: 'user'; readonly arn: string }
  | { readonly kind: 'role'; readonly name: string; readonly account: string; readonly partition: string }
  | { readonly kind: 'none'; readonly why: string };

/**
 * Reads the user or role out of a caller's ARN. That of a role's session leaves out the path of the role, without which
 * the role's own ARN is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function ownPrincipal(arn: string): OwnPrincipal {
  const [, partition = '', service = '', , account = '', ...rest] = arn.split(':');
  const [kind, name] = rest.join(':').split('/');
  if (service === 'iam' && kind === 'user') return { kind: 'user', arn };
  if (service === 'sts' && kind === 'assumed-role' && name) return { kind: 'role', name, account, partition };
  return {
    kind: 'none',
    why:
      kind === 'root'
        ? 'The root user may do everything its organization lets it; IAM simulates users and roles only.'
        : 'IAM simulates users and roles only, and this is neither.',
  };
}
