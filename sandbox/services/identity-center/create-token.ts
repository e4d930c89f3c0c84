import { createHash } from 'node:crypto';
import type { Call, Operation } from '../../operation.ts';
import { list, required, text } from '../secretsmanager/fields.ts';
import { DEVICE_CODE, GRANT_TYPES } from './grant-types.ts';
import { oidcError } from './oidc-errors.ts';
import { clientOf, readRequest } from './requests.ts';
import type { Ask, Client, SignIn } from './state.ts';
import { issueTokens, signIn } from './tokens.ts';

const line = text({ min: 1, max: 8192, sensitive: true });
const members = {
  clientId: required(line),
  clientSecret: required(line),
  grantType: required(line),
  deviceCode: line,
  code: line,
  refreshToken: line,
  redirectUri: line,
  codeVerifier: line,
  scope: list(required(line), { min: 0, max: 50 }),
};

type Read = Readonly<
  Partial<Record<'deviceCode' | 'code' | 'refreshToken' | 'redirectUri' | 'codeVerifier', string | undefined>>
>;

/**
 * Tokens for what a person has allowed, or for a refresh token.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
 */
export const createToken: Operation = (input, call) => {
  const read = readRequest(call, input, members);
  const client = clientOf(call, read.clientId, read.clientSecret);
  const { grantType } = read;
  if (!GRANT_TYPES.includes(grantType)) throw oidcError('UnsupportedGrantTypeException');
  if (!client.grantTypes.includes(grantType)) throw oidcError('UnauthorizedClientException');
  const redeem = grantType === DEVICE_CODE ? byDevice : grantType === 'refresh_token' ? byRefresh : byCode;
  // Tokens end by the wall's time, as all sessions: a browser's cookie knows no other.
  const now = Date.now();
  return issueTokens(call.state.identityCenter, redeem(read, client, call, now), now);
};

type Redeem = (read: Read, client: Client, call: Call, now: number) => SignIn;

const byDevice: Redeem = ({ deviceCode }, client, call, now) => {
  const { devices, interval } = call.state.identityCenter;
  if (deviceCode === undefined) throw oidcError('InvalidRequestException');
  const ask = devices.get(deviceCode);
  if (!ask || ask.client !== client || ask.used) throw oidcError('InvalidGrantException');
  const at = call.now.getTime();
  if (ask.endsAt <= at) throw oidcError('ExpiredTokenException');
  if (ask.answer === 'refused') throw oidcError('AccessDeniedException');
  if (ask.answer === 'pending') {
    const since = ask.polledAt === undefined ? Number.POSITIVE_INFINITY : at - ask.polledAt;
    ask.polledAt = at;
    // Clients wait for the interval by timers of their own, which are not exact.
    const isTooFast = since < interval * 1000 - 250;
    throw oidcError(isTooFast ? 'SlowDownException' : 'AuthorizationPendingException');
  }
  return redeemed(ask, ask.answer, now);
};

const byCode: Redeem = ({ code, redirectUri, codeVerifier }, client, call, now) => {
  if (code === undefined || redirectUri === undefined || codeVerifier === undefined) {
    throw oidcError('InvalidRequestException');
  }
  const ask = [...call.state.identityCenter.logins.values()].find((one) => one.code === code);
  const isFor = ask?.client === client && ask.redirectUri === redirectUri && !ask.used;
  const isProved = ask?.challenge === createHash('sha256').update(codeVerifier).digest('base64url');
  if (!ask || !isFor || !isProved || ask.endsAt <= call.now.getTime() || typeof ask.answer === 'string') {
    throw oidcError('InvalidGrantException');
  }
  return redeemed(ask, ask.answer, now);
};

const byRefresh: Redeem = ({ refreshToken }, client, call, now) => {
  if (refreshToken === undefined) throw oidcError('InvalidRequestException');
  const session = call.state.identityCenter.refreshTokens.get(refreshToken);
  if (session?.client !== client || session.endsAt <= now) throw oidcError('InvalidGrantException');
  return session;
};

function redeemed(ask: Ask, { person }: { readonly person: string }, now: number): SignIn {
  ask.used = true;
  return signIn(person, ask.client, now);
}
