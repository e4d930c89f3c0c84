import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { invalidToken } from './errors.ts';

/** A JSON Web Token that was read, but whose signature nobody has checked. */
export interface Token {
  readonly algorithm: string;
  readonly keyId: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** Reads a token without believing it; throws InvalidIdentityToken when it is none. */
export function readToken(text: string): Token {
  const parts = text.split('.');
  const [head = '', body = '', signature = ''] = parts;
  const header = objectIn(head);
  const claims = objectIn(body);
  if (parts.length !== 3 || !header || !claims || typeof header.alg !== 'string') {
    throw invalidToken(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
  return {
    algorithm: header.alg,
    keyId: typeof header.kid === 'string' ? header.kid : undefined,
    claims,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** What each algorithm of STS needs of a key, and how it hashes. */
const ALGORITHMS: Readonly<
  Record<string, { readonly hash: string; readonly kty: string; readonly crv?: string }>
> = {
  RS256: { hash: 'sha256', kty: 'RSA' },
  RS384: { hash: 'sha384', kty: 'RSA' },
  RS512: { hash: 'sha512', kty: 'RSA' },
  ES256: { hash: 'sha256', kty: 'EC', crv: 'P-256' },
  ES384: { hash: 'sha384', kty: 'EC', crv: 'P-384' },
  ES512: { hash: 'sha512', kty: 'EC', crv: 'P-521' },
};

/** Throws InvalidIdentityToken unless one of the provider's keys signed the token. */
export function checkSignature(token: Token, keys: readonly JsonWebKey[]): void {
  const algorithm = Object.hasOwn(ALGORITHMS, token.algorithm) ? ALGORITHMS[token.algorithm] : undefined;
  // The wording for other algorithms, `none` among them, is not recorded.
  if (!algorithm) throw invalidToken('The ID Token is signed with an algorithm that is not supported.');
  const fitting = keys.filter(
    (key) =>
      key.kty === algorithm.kty &&
      (algorithm.crv === undefined || key.crv === algorithm.crv) &&
      (token.keyId === undefined || !('kid' in key) || key.kid === token.keyId),
  );
  if (fitting.length === 0) {
    throw invalidToken(
      "Couldn't retrieve verification key from your identity provider, please reference " +
        'AssumeRoleWithWebIdentity documentation for requirements',
    );
  }
  const proved = fitting.some((jwk) => {
    const key = publicKey(jwk);
    const options = key && { key, dsaEncoding: 'ieee-p1363' as const };
    return options !== undefined && verify(algorithm.hash, token.signed, options, token.signature);
  });
  // The wording is not recorded.
  if (!proved) throw invalidToken('The signature of the ID Token is not valid.');
}

function publicKey(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
