import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { CompanySso } from './configured';

/** The claims of an id token whose signature, issuer, audience, nonce and time next-auth has checked. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** The company's provider, as next-auth takes it: authorization code with PKCE, state and nonce. */
export function companyProvider({
  discovery,
  clientId,
  clientSecret,
  name,
}: CompanySso): OAuthConfig<Claims> {
  return {
    id: 'company-provider',
    name,
    type: 'oauth',
    wellKnown: discovery,
    // Refresh tokens come with `offline_access`, where the provider gives them at all.
    authorization: { params: { scope: 'openid profile email offline_access' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    ...(clientSecret === undefined ? { client: { token_endpoint_auth_method: 'none' } } : { clientSecret }),
    // Nobody is signed in by this yet: a role has to be chosen first.
    profile: ({ sub }) => ({ id: sub }) as never,
  };
}
