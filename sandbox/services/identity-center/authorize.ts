import type { State } from '../../state.ts';
import { isRegistered } from './loopback.ts';
import { forgetEnded, unguessable } from './requests.ts';
import type { Client } from './state.ts';

/** How long a person has to answer, and the program to redeem the code; neither is documented. */
const ANSWER_MS = 600_000;

/** Where the browser goes next: to a page that asks, back to the program, or nowhere. */
export type Way = { readonly to: string } | { readonly problem: string };

/**
 * Begins the sign-in of a program that a browser comes back to. Nobody is sent to an address that its client did not
 * register; every other mistake is told to the program, in OAuth's words.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1, https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 */
export function authorize(
  { identityCenter: { clients, logins } }: State,
  query: URLSearchParams,
  now: Date,
): Way {
  const client = clients.get(query.get('client_id') ?? '');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client || client.endsAt <= now.getTime()) return { problem: 'No client is registered under this id.' };
  if (!isRegistered(redirectUri, client.redirectUris)) {
    return { problem: 'The client did not register this address to come back to.' };
  }
  const state = query.get('state') ?? undefined;
  const error = mistakeIn(query, client);
  if (error !== undefined) return { to: backTo({ redirectUri, state }, { error }) };
  forgetEnded(logins, now.getTime());
  const request = unguessable(24);
  logins.set(request, {
    ...{ client, redirectUri, state, challenge: query.get('code_challenge') ?? '', code: unguessable(32) },
    ...{ endsAt: now.getTime() + ANSWER_MS, answer: 'pending', used: false },
  });
  return { to: `/start/authorize?request=${request}` };
}

/** The address of a program with an answer for it. */
export function backTo(
  { redirectUri, state }: { readonly redirectUri: string; readonly state: string | undefined },
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}

function mistakeIn(query: URLSearchParams, client: Client): string | undefined {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (!client.grantTypes.includes('authorization_code')) return 'unauthorized_client';
  const isProvable =
    query.get('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(query.get('code_challenge') ?? '');
  if (!isProvable) return 'invalid_request';
  const scopes = (query.get('scopes') ?? query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  return scopes.every((scope) => client.scopes.includes(scope)) ? undefined : 'invalid_scope';
}
