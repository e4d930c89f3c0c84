import type { Principal, PrincipalElement } from '../operation.ts';
import { texts } from './context.ts';

/**
 * How closely a statement names a principal: itself, the role behind its session (or everybody), or only
 * its account, which then decides by its own policies.
 */
export type Closeness = 'itself' | 'role' | 'account';

/** One name in a Principal element, e.g. `{ kind: 'AWS', name: 'arn:aws:iam::441200879921:root' }`. */
export interface NamedPrincipal {
  readonly kind: string;
  readonly name: string;
}

/** All names in an element; `"*"` is everybody of kind AWS. */
export function namesIn(element: PrincipalElement): readonly NamedPrincipal[] {
  if (element === '*') return [{ kind: 'AWS', name: '*' }];
  return Object.entries(element).flatMap(([kind, names]) => texts(names).map((name) => ({ kind, name })));
}

/** Answers how closely an element names a principal; undefined when it does not. */
export function closenessIn(element: PrincipalElement): (principal: Principal) => Closeness | undefined {
  const names = namesIn(element);
  return (principal) => {
    let best: Closeness | undefined;
    for (const name of names) {
      const closeness = closenessOf(name, principal);
      if (closeness === 'itself') return closeness;
      if (best === undefined || closeness === 'role') best = closeness ?? best;
    }
    return best;
  };
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
function closenessOf({ kind, name }: NamedPrincipal, principal: Principal): Closeness | undefined {
  const { type, session } = principal;
  if (kind === 'Service') return type === 'service' && principal.name === name ? 'itself' : undefined;
  if (kind === 'Federated') {
    return type === 'federated' && principal.arn === name ? 'itself' : undefined;
  }
  if (kind !== 'AWS' || type === 'service') return undefined;
  // A session policy limits what everybody is given, but not what a session is given by its own name.
  if (name === '*') return 'role';
  if (name === principal.arn || name === principal.userId) return 'itself';
  if (accountOf(name) === principal.account) return type === 'root' ? 'itself' : 'account';
  return session && (name === session.roleArn || name === session.roleId) ? 'role' : undefined;
}

/** The account an element names as a whole, by its number or its root's ARN. */
export function accountOf(name: string): string | undefined {
  const [, number, ofRoot] = /^(?:(\d{12})|arn:aws:iam::(\d{12}):root)$/.exec(name) ?? [];
  return number ?? ofRoot;
}
