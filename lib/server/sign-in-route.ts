import 'server-only';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './auth';
import { ownOrigin } from './config';

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
      const response: Response = await NextAuth(request, context, authOptions());
      return response.status >= 500 ? refuse(400) : response;
    } catch {
      return refuse(400);
    }
  };
}

const refuse = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });
