import 'server-only';
import { Issuer, TokenSet } from 'openid-client';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { companySso } from './configured';

/** What a refresh gives: the next proof, and with what to go on. */
export interface Refreshed {
  readonly idToken: string;
  /** Epoch seconds. */
  readonly idTokenEnds: number;
  readonly refreshToken: string;
}

const ended = (detail: string) => new ProblemError(problemOf('sign-in-expired', { detail }));

/**
 * The next id token of a sign-in, where the provider gives them: of the same person as `before`, the token there was. The
 * library checks its signature, issuer and audience.
 * https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokens
 */
export async function refreshed(refreshToken: string, before: string): Promise<Refreshed> {
  const sso = companySso();
  if (!sso) throw ended('This console no longer offers the company sign-in.');
  const tokens = await ask(refreshToken, sso);
  const { id_token: idToken, refresh_token: next } = tokens;
  if (idToken === undefined) throw ended('The company’s provider renews no id token: sign in again.');
  // The session's name at AWS stays as it was, and with it who CloudTrail says it is.
  if (tokens.claims().sub !== new TokenSet({ id_token: before }).claims().sub)
    throw ended('The company’s provider now knows this sign-in as somebody else: sign in again.');
  return { idToken, idTokenEnds: tokens.claims().exp, refreshToken: next ?? refreshToken };
}

async function ask(
  refreshToken: string,
  { discovery, clientId, clientSecret }: NonNullable<ReturnType<typeof companySso>>,
): Promise<TokenSet> {
  try {
    const issuer = await Issuer.discover(discovery);
    const client = new issuer.Client({
      client_id: clientId,
      ...(clientSecret === undefined
        ? { token_endpoint_auth_method: 'none' as const }
        : { client_secret: clientSecret }),
    });
    return await client.refresh(refreshToken);
  } catch (cause) {
    // RFC 6749 §5.2: it was revoked, has ended, or was used by somebody else.
    if ((cause as { error?: unknown }).error === 'invalid_grant') {
      throw ended('The company’s provider has ended this sign-in.');
    }
    throw new ProblemError(
      problemOf('aws-unavailable', { detail: 'The company’s sign-in provider did not answer.' }),
    );
  }
}
