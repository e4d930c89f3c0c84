import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth';
import { ownOrigin } from './config';
import { log } from './log';
import { requireOwnOrigin } from './origin';
import { ownPath } from './own-path';
import { type Pending, writePending } from './pending/pending';
import { readBytes } from './read-bytes';
import { signInWays } from './sign-in-ways';
import { cookieName, transportHeaders } from './transport';

/** The largest sign-in form, in bytes: three keys and a session token, url-encoded. */
const LARGEST_FORM = 32_768;

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/**
 * next-auth's routes behind our own floor: no other Host, no form of another origin, and whatever it cannot digest (a malformed body, an
 * unparsable callback) is the caller's fault, said without repeating any of it.
 */
export function signInRoute(): Handler {
  return async (request, context) => {
    const response = await answered(request, context);
    // What next-auth says of it itself is as strict.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
    for (const [name, text] of Object.entries(transportHeaders())) response.headers.set(name, text);
    return response;
  };
}

const answered: Handler = async (request, context) => {
  const isOurHost = request.headers.get('host') === new URL(ownOrigin()).host;
  if (!isOurHost || (request.method === 'POST' && !isOwn(request))) {
    log('warn', 'refused', { door: 'auth', code: 'origin-refused' });
    return refuse(403);
  }
  if (request.method === 'GET' && (await repeats(request, context))) return refuse(404);
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

// Where it leads to, next-auth repeats the error and the way in that an address names.
async function repeats({ nextUrl }: NextRequest, { params }: Parameters<Handler>[1]): Promise<boolean> {
  const [, way] = (await params).nextauth;
  const errors = nextUrl.searchParams.getAll('error');
  return (
    errors.some((error) => !/^[A-Za-z_-]{1,40}$/.test(error)) ||
    (way !== undefined && !signInWays().some(({ id, options }) => (options?.id ?? id) === way))
  );
}

// Its token guards a form as well, but lies in a cookie, which other hosts of a domain may be able to set.
function isOwn(request: NextRequest): boolean {
  try {
    requireOwnOrigin(request);
    return true;
  } catch {
    return false;
  }
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

const refuse = (status: number) => new Response(null, { status });
