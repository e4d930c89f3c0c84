import { type NextRequest, NextResponse } from 'next/server';
import { parseSecretArn } from '@/lib/domain/arn';
import { isOnLoopback, ownOrigin } from '@/lib/server/config';
import { contentPolicy } from '@/lib/server/content-policy';
import { launchRedirect } from '@/lib/server/launch-redirect';
import { openedOf } from '@/lib/server/opened-session';
import { transportHeaders } from '@/lib/server/transport';

/**
 * Pages only: takes the launch token out of the address, leads to sign-in, puts the scope into the address, sets the
 * content policy. It is not the lock;
 * every door checks for itself (lib/server/answer.ts).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const launched = launchRedirect(request);
  if (launched) return launched;
  const home = ownAddress(request);
  if (home) return kept(NextResponse.redirect(home));

  const session = await openedOf(request);
  const elsewhere = redirection(request.nextUrl, session?.places[0].scope);
  if (elsewhere) return kept(NextResponse.redirect(elsewhere));

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const sent = { headers };
  const response = namesNothing(request.nextUrl)
    ? NextResponse.rewrite(new URL('/no-such-page', request.url), { request: sent })
    : NextResponse.next({ request: sent });
  response.headers.set('content-security-policy', policy);
  return kept(response);
}

/**
 * On the loopback: the same page at our own address, for a browser that came by another name. There no door would answer it,
 * and a name bound anew to this computer is shown nothing. Whoever comes back from IAM Identity Center comes by number.
 */
function ownAddress({ headers, nextUrl }: NextRequest): URL | undefined {
  const home = new URL(ownOrigin());
  if (!isOnLoopback() || headers.get('host') === home.host || nextUrl.pathname === RETURN_PATH)
    return undefined;
  home.pathname = nextUrl.pathname;
  home.search = nextUrl.search;
  return home;
}

const RETURN_PATH = '/oauth/callback';

/** By no cache, and by https alone: where somebody is led to names their account as well. */
function kept(response: NextResponse): NextResponse {
  response.headers.set('cache-control', 'no-store');
  for (const [name, text] of Object.entries(transportHeaders())) response.headers.set(name, text);
  return response;
}

function redirection(url: URL, scope: string | undefined): URL | undefined {
  if (url.pathname === '/sign-in') return undefined;
  if (scope === undefined) {
    if (!PAGES.has(url.pathname)) return undefined;
    const target = new URL('/sign-in', url);
    target.searchParams.set('callbackUrl', url.pathname + url.search);
    return target;
  }
  const scoped = SCOPED.has(url.pathname);
  if (url.pathname === '/' || (scoped && !url.searchParams.has('scope'))) {
    const target = new URL(scoped ? url.pathname : '/secrets', url);
    target.search = url.search;
    target.searchParams.set('scope', scope);
    return target;
  }
  return undefined;
}

/** A secret's page whose address is no full secret ARN: it has to be a 404 before the page begins to stream. */
function namesNothing({ pathname, searchParams }: URL): boolean {
  return pathname === '/secret' && !parseSecretArn(searchParams.get('arn') ?? '');
}

const SCOPED = new Set(['/secrets', '/rotation', '/replication', '/permissions']);
const PAGES = new Set(['/', '/secret', '/diagnose', ...SCOPED]);

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|icon\\.svg|robots\\.txt).*)'],
};
