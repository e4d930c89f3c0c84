import 'server-only';
import { isSandbox } from '@/lib/aws/endpoint';
import type { SandboxOperator } from '@/lib/contract/operator';
import { ownOrigin } from './config';
import { readSandboxOperators, withoutKeys } from './sandbox-operators';

/** What the sign-in page shows: the sandbox's operators, if there is one, and where to return to. */
export async function readSignInPage(
  callbackUrl: string | string[] | undefined,
): Promise<{ operators?: SandboxOperator[]; back: string }> {
  const back = ownPath(callbackUrl);
  if (!isSandbox()) return { back };
  // No answer is an empty list: the page then says that the sandbox cannot be reached.
  const operators = await readSandboxOperators().catch(() => []);
  return { back, operators: withoutKeys(operators) };
}

// Only a page of ours: `//host`, `https://host` and `javascript:` all end up elsewhere or nowhere.
function ownPath(callbackUrl: string | string[] | undefined): string {
  const own = ownOrigin();
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl, own)) return '/';
  const url = new URL(callbackUrl, own);
  // A path of two slashes (`/..//host` becomes one) would be taken for a host.
  const isPage = /^\/(?!\/|sign-in)/.test(url.pathname);
  return url.origin === own && isPage ? url.pathname + url.search : '/';
}
