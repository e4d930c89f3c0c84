import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { contentPolicy } from '@/lib/server/content-policy';
import { toSession } from '@/lib/server/session';

/**
 * Pages only: leads to sign-in, puts the scope into the address, sets the content policy. It is not the lock;
 * every door checks for itself (lib/server/answer.ts).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const session = toSession(await getToken({ req: request }).catch(() => null), Date.now());
  const elsewhere = redirection(request.nextUrl, session?.scope);
  if (elsewhere) return NextResponse.redirect(elsewhere);

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
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
  if (url.pathname === '/' || (url.pathname === '/secrets' && !url.searchParams.has('scope'))) {
    const target = new URL('/secrets', url);
    target.search = url.search;
    target.searchParams.set('scope', scope);
    return target;
  }
  return undefined;
}

const PAGES = new Set(['/', '/secrets', '/secret']);

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|icon\\.svg).*)'],
};
