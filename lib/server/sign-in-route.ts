import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth';
import { ownOrigin } from './config';
import { ownPath } from './own-path';
import { type Pending, writePending } from './pending/pending';
import { readBytes } from './read-bytes';
import { cookieName } from './transport';

/** The largest sign-in form, in bytes: three keys and a session token, url-encoded. */
const LARGEST_FORM = 32_768;

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/**
 * next-auth's routes behind our own floor: no other Host, and whatever it cannot digest (a malformed body, an
 * unparsable callback) is the caller's fault, said without repeating any of it.
 */
export function signInRoute(): Handler {
  return async (request, context) => {
    if (request.headers.get('host') !== new URL(ownOrigin()).host) return refuse(403);
    try {
      const bounded = await withinLimit(request);
      if (!bounded) return refuse(413);
      let pending: Pending | undefined;
      const options = authOptions({
        back: backOf(request),
        onPending: (arrived) => {
          pending = arrived;
        },
      });
      const response: Response = await NextAuth(bounded, context, options);
      if (response.status >= 500) return refuse(400);
      return pending || endsApproval(request, response) ? await withPending(response, pending) : response;
    } catch {
      return refuse(400);
    }
  };
}

// An approval is good for one choice: who uses this browser next must not find it.
function endsApproval({ nextUrl, method }: NextRequest, { status }: Response): boolean {
  return method === 'POST' && status < 400 && /\/(signout|callback\/[a-z]+)$/.test(nextUrl.pathname);
}

async function withPending(response: Response, pending: Pending | undefined): Promise<Response> {
  const headers = new Headers(response.headers);
  await writePending(headers, pending);
  return new Response(response.body, { status: response.status, headers });
}

// Where the operator was when they left for another sign-in; next-auth lets only addresses of ours in there.
function backOf(request: NextRequest): string {
  return ownPath(request.cookies.get(cookieName('next-auth.callback-url'))?.value);
}

// next-auth reads a body whole, whoever sends it.
async function withinLimit(request: NextRequest): Promise<NextRequest | undefined> {
  if (!request.body) return request;
  const body = await readBytes(request, LARGEST_FORM);
  const { method, headers } = request;
  return body && new NextRequest(request.url, { method, headers, body: new Uint8Array(body) });
}

const refuse = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });
