import 'server-only';
import { ownOrigin } from './config';

/** A page of ours by its path; `//host`, `https://host` and `javascript:` all end up elsewhere or nowhere, and are `/`. */
export function ownPath(callbackUrl: string | string[] | undefined): string {
  const own = ownOrigin();
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl, own)) return '/';
  const url = new URL(callbackUrl, own);
  // A path of two slashes (`/..//host` becomes one) would be taken for a host.
  const isPage = /^\/(?!\/|sign-in)/.test(url.pathname);
  return url.origin === own && isPage ? url.pathname + url.search : '/';
}
