import 'server-only';
import { isSandbox } from '@/lib/aws/endpoint';
import type { Center } from '@/lib/contract/identity-center';
import type { SandboxOperator } from '@/lib/contract/operator';
import { ownOrigin } from './config';
import { configuredCenter } from './identity-center/configured';
import { readPending } from './identity-center/pending';
import { isLaunched, launchCookieName, profilesOffered } from './launch';
import { readSandboxOperators, withoutKeys } from './sandbox-operators';

/** What the sign-in page shows before anybody is known: no profile, for they are somebody's. */
export interface SignInPage {
  /** The sandbox's operators; absent: AWS is no sandbox. */
  readonly operators?: SandboxOperator[];
  /** Whether profiles of this computer are a way in; `launched`: and this browser was given the token. */
  readonly profiles: 'none' | 'locked' | 'launched';
  /** The IAM Identity Center of this console; absent: an operator names their own. */
  readonly center?: Center;
  /** Whether this browser has an approval of IAM Identity Center already, and only the role is to be chosen. */
  readonly approved: boolean;
  /** Where to return to. */
  readonly back: string;
}

/** Reads what the sign-in page shows; `cookie` answers a cookie of the request by its name. */
export async function readSignInPage(
  callbackUrl: string | string[] | undefined,
  cookie: (name: string) => string | undefined,
): Promise<SignInPage> {
  const back = ownPath(callbackUrl);
  const launched = () => (isLaunched(cookie(launchCookieName())) ? 'launched' : 'locked');
  const profiles = profilesOffered() ? launched() : 'none';
  const center = configuredCenter();
  const approved = (await readPending(cookie))?.step === 'approved';
  const page: SignInPage = { back, profiles, approved, ...(center ? { center } : {}) };
  if (!isSandbox()) return page;
  // No answer is an empty list: the page then says that the sandbox cannot be reached.
  const operators = await readSandboxOperators().catch(() => []);
  return { ...page, operators: withoutKeys(operators) };
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
