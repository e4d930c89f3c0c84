import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { ownOrigin } from './config';

/**
 * Refuses whatever another origin's page makes a browser send, and any Host but ours (DNS rebinding).
 * Browsers set Sec-Fetch-Site and Origin themselves; a script cannot.
 */
export function requireOwnOrigin(request: Request): void {
  const own = new URL(ownOrigin());
  const { headers } = request;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (headers.get('host') !== own.host) refuse('The Host header is not this console.');
  if (origin !== null && origin !== own.origin) refuse('The Origin header is not this console.');
  if (site !== null && site !== 'same-origin') refuse('Sec-Fetch-Site is not same-origin.');
  // A caller that sends neither is no browser of today; it has no ambient cookie to abuse, but no reason either.
  if (site === null && origin === null) refuse('Neither Sec-Fetch-Site nor Origin was sent.');
}

function refuse(detail: string): never {
  throw new ProblemError(problemOf('origin-refused', { detail }));
}
