import 'server-only';
import { encode } from 'next-auth/jwt';
import * as z from 'zod';
import { ownOrigin } from '../config';
import { openSealed, sealingSecret } from '../seal';
import { fromPieces, toPieces } from './chunks';

const registration = z.object({ clientId: z.string(), clientSecret: z.string() });
const common = { startUrl: z.string(), region: z.string(), registration, until: z.number() };
const form = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...common, deviceCode: z.string(), interval: z.number() }),
  z.object({
    step: z.literal('away'),
    ...common,
    state: z.string(),
    verifier: z.string(),
    redirectUri: z.string(),
    back: z.string(),
  }),
  z.object({
    step: z.literal('approved'),
    ...common,
    accessToken: z.string(),
    refreshToken: z.string().exactOptional(),
  }),
  z.object({
    step: z.literal('company'),
    region: z.string(),
    until: z.number(),
    idToken: z.string(),
    refreshToken: z.string().exactOptional(),
    sessionName: z.string(),
    roles: z.array(z.object({ arn: z.string(), account: z.string(), name: z.string(), because: z.string() })),
  }),
]);

/**
 * How far a browser is before it has chosen a role, with IAM Identity Center or with the company's own sign-in; `until` in
 * epoch seconds. It lives in an encrypted cookie of the browser that began, and nowhere else: a code approved for somebody
 * else's browser is worth nothing in this one, and any process behind a load balancer can go on with it.
 */
export type Pending = z.infer<typeof form>;

// Another key than the session's: neither cookie can stand for the other.
const SALT = 'keyturn pending';

function cookieName(): string {
  const { protocol, port } = new URL(ownOrigin());
  // The browser shares cookies between the ports of a host.
  return protocol === 'https:' ? '__Host-keyturn.pending' : `keyturn.pending-${port || '80'}`;
}

/** Reads it; undefined where there is none, or it is over. `cookie` answers a cookie of the request by its name. */
export async function readPending(
  cookie: (name: string) => string | undefined,
): Promise<Pending | undefined> {
  const token = fromPieces(cookieName(), cookie);
  if (token === undefined) return undefined;
  const opened = await openSealed(token, SALT);
  const pending = form.safeParse(opened?.pending).data;
  return pending && pending.until * 1000 > Date.now() ? pending : undefined;
}

/** Leaves it in the browser of this answer; undefined takes it away. */
export async function writePending(headers: Headers, pending: Pending | undefined): Promise<void> {
  const maxAge = pending ? Math.max(1, pending.until - Math.floor(Date.now() / 1000)) : 0;
  const sealed = pending
    ? await encode({ token: { pending }, secret: sealingSecret(), salt: SALT, maxAge })
    : '';
  const secure = ownOrigin().startsWith('https:') ? '; Secure' : '';
  for (const { name, value } of toPieces(cookieName(), sealed)) {
    const age = value === '' ? 0 : maxAge;
    // Sealed text is of letters, digits, dots, dashes and underscores: nothing to encode.
    headers.append('set-cookie', `${name}=${value}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${secure}`);
  }
}
