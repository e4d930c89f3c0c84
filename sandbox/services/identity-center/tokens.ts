import type { Json } from '../../operation.ts';
import { forgetEnded, unguessable } from './requests.ts';
import type { Client, IdentityCenterState, SignIn } from './state.ts';

/** What a client must ask for to see accounts and roles, and to refresh. */
export const ACCOUNT_ACCESS = 'sso:account:access';

const HOUR = 3600;
/** How long somebody is signed in to the portal unless the organisation chose otherwise. */
const SIGNED_IN = 8 * HOUR;
/** Ended ones are remembered that long. */
const REMEMBERED_MS = 24 * HOUR * 1000;

/** A person has allowed a client in. */
export function signIn(person: string, client: Client, now: number): SignIn {
  return { person, client, endsAt: now + SIGNED_IN * 1000 };
}

/**
 * Gives out tokens. A client that asked for scopes gets an hour and a refresh token, one of the older way the whole
 * time at once: https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html. Whether refreshing ends the
 * tokens before is not recorded: here they stay.
 */
export function issueTokens(center: IdentityCenterState, session: SignIn, now: number): Json {
  const { accessTokens, refreshTokens } = center;
  forgetEnded(accessTokens, now - REMEMBERED_MS);
  forgetEnded(refreshTokens, now - REMEMBERED_MS);
  const { scopes, grantTypes } = session.client;
  const refreshes = scopes.includes(ACCOUNT_ACCESS) && grantTypes.includes('refresh_token');
  const left = Math.floor((session.endsAt - now) / 1000);
  const expiresIn = Math.min(left, refreshes ? HOUR : SIGNED_IN);
  const accessToken = `aoa-sandbox-${unguessable(96)}`;
  accessTokens.set(accessToken, { signIn: session, endsAt: now + expiresIn * 1000 });
  const tokens = { accessToken, tokenType: 'Bearer', expiresIn };
  if (!refreshes) return tokens;
  const refreshToken = `aor-sandbox-${unguessable(96)}`;
  refreshTokens.set(refreshToken, session);
  return { ...tokens, refreshToken };
}

/** Whose token it is; undefined when it has ended, was revoked or never was one. */
export function signInOf(center: IdentityCenterState, accessToken: string, now: number): SignIn | undefined {
  const token = center.accessTokens.get(accessToken);
  return token && token.endsAt > now && token.signIn.endsAt > now ? token.signIn : undefined;
}

/** Signs somebody out everywhere: neither their tokens nor refreshing open anything any more. */
export function endTokens({ accessTokens, refreshTokens }: IdentityCenterState, person: string): void {
  const sessions = [...[...accessTokens.values()].map((token) => token.signIn), ...refreshTokens.values()];
  for (const session of sessions) if (session.person === person) session.endsAt = 0;
}

/** Lets somebody's access tokens end now; they can be refreshed. */
export function expireTokens({ accessTokens }: IdentityCenterState, person: string): void {
  for (const token of accessTokens.values()) if (token.signIn.person === person) token.endsAt = 0;
}
