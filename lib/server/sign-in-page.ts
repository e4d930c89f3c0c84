import 'server-only';
import { isSandbox } from '@/lib/aws/endpoint';
import type { Center } from '@/lib/contract/identity-center';
import type { SandboxOperator } from '@/lib/contract/operator';
import { companySso } from './company-sso/configured';
import { isOnLoopback } from './config';
import { configuredCenter } from './identity-center/configured';
import { isLaunched, launchCookieName, profilesOffered } from './launch';
import { ownPath } from './own-path';
import { type Pending, readPending } from './pending/pending';
import { readSandboxOperators, withoutKeys } from './sandbox-operators';

/** What the sign-in page shows before anybody is known: no profile, for they are somebody's. */
export interface SignInPage {
  /** The sandbox's operators; absent: AWS is no sandbox. */
  readonly operators?: SandboxOperator[];
  /** Whether profiles of this computer are a way in; `launched`: and this browser was given the token. */
  readonly profiles: 'none' | 'locked' | 'launched';
  /** The IAM Identity Center of this console; absent: an operator names their own. */
  readonly center?: Center;
  /** Whether a browser is sent to IAM Identity Center and comes back: the console is on its computer. */
  readonly direct: boolean;
  /** The company's own sign-in, by its name and the host one goes to; absent: there is none. */
  readonly company?: { readonly name: string; readonly host: string };
  /** What this browser has been through already, so that only the role is to be chosen. */
  readonly approved?: 'center' | 'company';
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
  const sso = companySso();
  const approved = approvedBy((await readPending(cookie))?.step);
  const page: SignInPage = {
    back,
    profiles,
    direct: isOnLoopback(),
    ...(center ? { center } : {}),
    ...(sso ? { company: { name: sso.name, host: new URL(sso.discovery).host } } : {}),
    ...(approved ? { approved } : {}),
  };
  if (!isSandbox()) return page;
  // No answer is an empty list: the page then says that the sandbox cannot be reached.
  const operators = await readSandboxOperators().catch(() => []);
  return { ...page, operators: withoutKeys(operators) };
}

function approvedBy(step: Pending['step'] | undefined): SignInPage['approved'] {
  if (step === 'approved') return 'center';
  return step === 'company' ? 'company' : undefined;
}
