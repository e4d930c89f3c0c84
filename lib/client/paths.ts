import type { OfferedOperation } from '@/lib/contract/operations';
import { type Filter, filterQuery } from '@/lib/domain/filter/query-text';

/** The only speller of addresses: pages carry their scope, so a link says whose secrets it means. */
export function secretsPath(scope: string, filter?: Filter): string {
  const query = filter ? filterQuery(filter) : '';
  return `/secrets?${new URLSearchParams({ scope })}${query && `&${query}`}`;
}

/** A secret's page; `rollback` opens the review of a move of AWSCURRENT to that version. */
export function secretPath(scope: string, arn: string, rollback?: string): string {
  return `/secret?${new URLSearchParams({ scope, arn, ...(rollback ? { rollback } : {}) })}`;
}

const ofAnyScope = new Set(['/rotation', '/replication', '/permissions', '/diagnose']);

/** The page one is on, as it is in another scope; what is about one secret leads to the table there. */
export function placePath(path: string, scope: string, several: boolean): string {
  // These, too, show all accounts, and narrow to one.
  const wide = path === '/rotation' || path === '/replication';
  const narrowed = several && wide ? { account: scope.slice(0, 12) } : {};
  if (ofAnyScope.has(path)) return `${path}?${new URLSearchParams({ scope, ...narrowed })}`;
  // The table shows all accounts: a token says which of them is meant.
  return secretsPath(scope, { text: '', tokens: several ? [`account:${scope.slice(0, 12)}`] : [] });
}

/** The replication matrix; `open` is the ARN of the copy whose panel is open. */
export function replicationPath(scope: string, open?: string): string {
  return `/replication?${new URLSearchParams({ scope, ...(open ? { open } : {}) })}`;
}

/** Every rotation in groups. */
export function rotationsPath(scope: string): string {
  return `/rotation?${new URLSearchParams({ scope })}`;
}

/** The diagnosis of a pasted log; the scope only says whose console it is. */
export function diagnosePath(scope: string): string {
  return `/diagnose?${new URLSearchParams({ scope })}`;
}

/** What this operator may do. */
export function permissionsPath(scope: string): string {
  return `/permissions?${new URLSearchParams({ scope })}`;
}

/** Sign-in, and back to where the operator was; `ended` says that a sign-in was over. */
export function signInPath(back: string, ended = false): string {
  return `/sign-in?${new URLSearchParams({ callbackUrl: back, ...(ended ? { ended: '1' } : {}) })}`;
}

/** Door one. */
export function operationPath(scope: string, region: string, operation: OfferedOperation): string {
  return `/api/secretsmanager/${encodeURIComponent(scope)}/${encodeURIComponent(region)}/${operation}`;
}

/** Door two. */
export function viewPath(path: `/api/views/${string}`, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`;
}

/** The profiles of the computer the console runs on. */
export const profilesPath = '/api/profiles';

/** A step of the sign-in by IAM Identity Center. */
export function identityCenterPath(
  step: 'begin' | 'depart' | 'poll' | 'accounts' | 'roles' | 'more-accounts' | 'more-roles' | 'cancel',
): string {
  return `/api/identity-center/${step}`;
}

/** What a browser may ask that has come back from the company's sign-in. */
export function companySsoPath(step: 'roles' | 'more-roles' | 'cancel'): string {
  return `/api/company-sso/${step}`;
}
