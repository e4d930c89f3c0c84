import { AwsError, type Call, type Principal } from '../../operation.ts';
import { invalidToken } from './errors.ts';
import { checkSignature, readToken, type Token } from './jwt.ts';

/** Who a token of an identity provider speaks of. */
export interface WebIdentity {
  /** The issuer without `https://`: what trust policies put before `:aud` and `:sub`. */
  readonly issuer: string;
  readonly subject: string;
  /** Who the token is for: the authorized party if there is one, else the audience. */
  readonly audience: string;
  readonly claims: Token['claims'];
}

/** Reads whom a token speaks of, believing everything; throws InvalidIdentityToken when it does not say. */
export function claimedIn(token: Token): WebIdentity {
  const { iss, sub, aud, azp } = token.claims;
  const one = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  const audience = azp ?? one;
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof audience !== 'string') {
    throw invalidToken('Missing a required claim: iss, sub and aud are needed.');
  }
  return { issuer: iss.replace(/^https:\/\//, ''), subject: sub, audience, claims: token.claims };
}

/**
 * Proves a token: its provider is registered in the account, its keys have signed it, it is for one of the
 * provider's audiences and has not ended, by the wall's time as all credentials. Else throws.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function prove(
  call: Call,
  text: string,
  account: string,
): WebIdentity & { readonly provider: string } {
  const token = readToken(text);
  const identity = claimedIn(token);
  const { iam } = call.state;
  const provider = iam.providers.get(providerArn(account, identity.issuer));
  if (!provider) {
    throw invalidToken(`No OpenIDConnect provider found in your account for https://${identity.issuer}`);
  }
  const keys = iam.jwks.get(identity.issuer);
  if (!keys) {
    // AWS would fetch them; the sandbox opens no connections and is told them by its control API.
    throw new AwsError('IDPCommunicationError', 'Unable to reach the identity provider for its keys.');
  }
  checkSignature(token, keys);
  if (!provider.audiences.includes(identity.audience)) throw invalidToken('Incorrect token audience');
  checkTimes(token, Math.floor(Math.min(call.now.getTime(), Date.now()) / 1000));
  return { ...identity, provider: provider.arn };
}

/** The ARN of an account's provider. */
export function providerArn(account: string, issuer: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${issuer}`;
}

function checkTimes({ claims }: Token, now: number): void {
  if (!Number.isInteger(claims.exp) || !Number.isInteger(claims.iat)) {
    throw invalidToken('Missing a required claim: exp and iat must be whole numbers.');
  }
  const end = Number(claims.exp);
  if (end > now) return;
  throw new AwsError(
    'ExpiredTokenException',
    `Token expired: current date/time ${now} must be before the expiration date/time ${end}`,
  );
}

/** Whoever calls without a signature, as their token has it; nothing of it is proved yet. */
export function strangerOf(input: { readonly [key: string]: unknown }): Principal {
  const account = /^arn:aws:iam::(\d{12}):/.exec(String(input.RoleArn))?.[1] ?? '';
  const nobody = { type: 'federated', account, name: 'anonymous', arn: '', userId: '', policy: [] } as const;
  try {
    const { issuer, audience, subject } = claimedIn(readToken(String(input.WebIdentityToken)));
    const arn = providerArn(account, issuer);
    return { ...nobody, name: subject, arn, userId: `${arn}:${audience}:${subject}` };
  } catch (cause) {
    if (cause instanceof AwsError) return nobody;
    throw cause;
  }
}
