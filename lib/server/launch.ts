import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ownOrigin } from './config';
import { cookieName } from './transport';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
/** 32 random bytes as `npm start` writes them; a shorter token is taken for none. */
const SHORTEST = 43;

/** The token this process was started with (`KEYTURN_LAUNCH_TOKEN`); undefined where there is none. */
function launchToken(): string | undefined {
  const token = process.env.KEYTURN_LAUNCH_TOKEN ?? '';
  return token.length >= SHORTEST ? token : undefined;
}

/**
 * Whether the profiles of this computer may be offered at all: the console listens on loopback only, is opened at a
 * loopback address, and was started with a launch token.
 */
export function profilesOffered(): boolean {
  const { hostname } = new URL(ownOrigin());
  return LOOPBACK.has(process.env.HOSTNAME ?? '') && LOOPBACK.has(hostname) && launchToken() !== undefined;
}

/** Whether a text is the launch token; how long that takes does not tell how much of it is right. */
export function isLaunchToken(text: string): boolean {
  const token = launchToken();
  return token !== undefined && same(text, token);
}

/** The cookie's name: with the port, because the browser shares cookies between the ports of a host. */
export function launchCookieName(): string {
  const { port, protocol } = new URL(ownOrigin());
  return cookieName(`keyturn.launch-${port || (protocol === 'https:' ? '443' : '80')}`);
}

/** What the cookie holds: proof of the token, not the token; undefined where there is no token. */
export function launchProof(): string | undefined {
  const token = launchToken();
  return token && digest(`keyturn launch cookie ${token}`).toString('base64url');
}

/** Whether a request's cookies prove that its browser was given the token of this start. */
export function isLaunched(cookie: string | undefined): boolean {
  const proof = launchProof();
  return profilesOffered() && proof !== undefined && cookie !== undefined && same(cookie, proof);
}

/** Tells this start from every other; sign-ins by profile end with the start they were made in. */
export function launchMark(): string | undefined {
  const token = launchToken();
  return token && digest(`keyturn launch mark ${token}`).toString('base64url').slice(0, 16);
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
