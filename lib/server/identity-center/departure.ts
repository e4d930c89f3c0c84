import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { browserRegistration, SCOPE } from '@/lib/aws/identity-center/registration';
import type { Center } from '@/lib/contract/identity-center';
import { ownOrigin } from '../config';
import type { Pending } from '../pending/pending';

/** Where a browser comes back to: the path that AWS's own tools use, which is registered for the loopback alone. */
export const RETURN_PATH = '/oauth/callback';
// By number, as RFC 8252 advises, whatever name the console is opened by.
const LOOPBACK = 'http://127.0.0.1';

/** As long as a person may take at IAM Identity Center, in seconds. */
const LIFETIME = 600;

type Away = Extract<Pending, { step: 'away' }>;

/**
 * The page of IAM Identity Center that a browser goes to, and what it keeps meanwhile: only whoever has the verifier can
 * redeem what comes back.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3, https://www.rfc-editor.org/rfc/rfc7636
 */
export async function depart(center: Center, back: string): Promise<{ address: string; away: Away }> {
  const { authorizeAt, clientId, clientSecret } = await browserRegistration(
    center,
    `${LOOPBACK}${RETURN_PATH}`,
  );
  const { port } = new URL(ownOrigin());
  const redirectUri = `${LOOPBACK}:${port || '80'}${RETURN_PATH}`;
  const [state, verifier] = [randomBytes(24).toString('base64url'), randomBytes(32).toString('base64url')];
  const address = new URL(authorizeAt);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    scopes: SCOPE,
  }).toString();
  const until = Math.floor(Date.now() / 1000) + LIFETIME;
  const kept = { registration: { clientId, clientSecret }, until, state, verifier, redirectUri, back };
  return { address: address.href, away: { step: 'away', ...center, ...kept } };
}
