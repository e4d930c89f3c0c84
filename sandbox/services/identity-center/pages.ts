import { invalidRequest } from './portal-errors.ts';

/** As many as the portal gives at most. */
const MOST = 100;

/** A page of names in order, and where the next begins; throws InvalidRequestException for a token nobody gave. */
export function pageOf(
  names: readonly string[],
  max = MOST,
  token: string | undefined = undefined,
): { readonly page: readonly string[]; readonly next: string | undefined } {
  const from = token === undefined ? '' : nameIn(token);
  const rest = names.filter((name) => name >= from);
  const following = rest[max];
  return { page: rest.slice(0, max), next: following === undefined ? undefined : tokenFor(following) };
}

function tokenFor(name: string): string {
  return Buffer.from(`from:${name}`).toString('base64url');
}

function nameIn(token: string): string {
  const [, name] = /^from:(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (name === undefined || tokenFor(name) !== token) throw invalidRequest();
  return name;
}
