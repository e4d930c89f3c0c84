import { createHash, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Incoming } from '../http/reply.ts';
import type { Key, Keyring } from '../identity/keyring.ts';
import type { AwsError } from '../operation.ts';
import { refuse, unknownKey } from '../protocols/refusals.ts';
import type { Protocol } from '../services/service.ts';
import { type Authorization, readAuthorization } from './authorization.ts';
import { Sha256 } from './sha256.ts';
import { fromBasic, skewOf } from './skew.ts';

/** The service a request is addressed to, by its signing name. */
export interface Addressee {
  readonly name: string;
  readonly protocol: Protocol;
}

/** What a signature is checked against. */
export interface Verifier {
  readonly keyring: Keyring;
  /** Virtual time first, then the wall's: either will do, sessions end by the wall's. */
  readonly clocks: readonly [virtual: Date, wall: Date];
}

/** Whose key signed a request, and for which region. */
export interface Signer {
  readonly key: Key;
  readonly region: string;
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret ' +
  'Access Key and signing method. Consult the service documentation for details.';

/**
 * Proves that a request was signed by a key we know, for the service it is addressed to, just now, and
 * has not been changed since; else throws AWS's refusal. Says nothing of what the caller may do.
 */
export async function verify(
  incoming: Incoming,
  { name, protocol }: Addressee,
  verifier: Verifier,
): Promise<Signer> {
  const claim = readAuthorization(protocol, incoming);
  const wrong = (message: string): AwsError => refuse(protocol, 'wrong-signature', message);

  if (claim.service !== name) {
    throw wrong(`Credential should be scoped to correct service: '${name}'. `);
  }
  const day = claim.date.slice(0, 8);
  if (claim.day !== day) {
    const rule = 'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP';
    throw wrong(`${rule}: '${claim.day}' != '${day}', from '${claim.date}'.`);
  }
  const key = verifier.keyring.find(claim.accessKeyId);
  if (!key || incoming.headers['x-amz-security-token'] !== key.session?.token) throw unknownKey(protocol);
  if (key.session && key.session.expiration <= verifier.clocks[1]) {
    throw refuse(protocol, 'expired-token', 'The security token included in the request is expired');
  }
  const skew = skewOf(claim.date, verifier.clocks);
  if (skew !== undefined) throw wrong(skew);
  const unsigned = unsignedHeader(incoming, claim);
  if (unsigned !== undefined) throw wrong(unsigned);
  if (!bodyIsAsClaimed(incoming) || !(await matches(incoming, claim, key))) throw wrong(MISMATCH);
  return { key, region: claim.region };
}

/**
 * The host and every `x-amz-` header must be under the signature, or they could be exchanged.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
function unsignedHeader({ headers }: Incoming, { signedHeaders }: Authorization): string | undefined {
  if (!signedHeaders.has('host')) {
    return "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
  }
  const name = Object.keys(headers).find((one) => one.startsWith('x-amz-') && !signedHeaders.has(one));
  return name && `'${name}' must be a 'SignedHeader' in the AWS Authorization.`;
}

/** The signer takes a given body hash at its word, so the word is checked: else any body would pass. */
function bodyIsAsClaimed({ headers, body }: Incoming): boolean {
  const claimed = headers['x-amz-content-sha256'];
  return claimed === undefined || claimed === createHash('sha256').update(body).digest('hex');
}

/** Signs the request once more with the key we know, over exactly the headers it says it signed. */
async function matches(incoming: Incoming, claim: Authorization, key: Key): Promise<boolean> {
  const signer = new SignatureV4({
    service: claim.service,
    region: claim.region,
    sha256: Sha256,
    applyChecksum: false,
    credentials: {
      accessKeyId: key.accessKeyId,
      secretAccessKey: key.secretAccessKey,
      ...(key.session && { sessionToken: key.session.token }),
    },
  });
  const signed = Object.entries(incoming.headers).filter(([name]) => claim.signedHeaders.has(name));
  if (signed.length !== claim.signedHeaders.size) return false;
  const again = await signer.sign(
    {
      method: incoming.method,
      protocol: 'http:',
      hostname: incoming.url.hostname,
      path: incoming.url.pathname,
      query: queryOf(incoming.url.searchParams),
      headers: Object.fromEntries(signed),
      body: incoming.body,
    },
    { signingDate: new Date(fromBasic(claim.date)), signableHeaders: new Set(claim.signedHeaders) },
  );
  const ours = /Signature=(\w+)$/.exec(again.headers.authorization ?? '')?.[1] ?? '';
  return equal(ours, claim.signature);
}

function queryOf(parameters: URLSearchParams): Record<string, string[]> {
  const names = new Set(parameters.keys());
  return Object.fromEntries([...names].map((name) => [name, parameters.getAll(name)]));
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
