import 'server-only';
import { ownOrigin } from './config';

/** Whether operators open the console by https. */
export const isSecure = () => ownOrigin().startsWith('https:');

/**
 * A cookie's name as it is set here: under https with the prefix that keeps other hosts of the domain, and other paths,
 * from setting it. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
export const cookieName = (name: string) => `${isSecure() ? '__Host-' : ''}${name}`;

/** The name of the cookie that is the sign-in. */
export const sessionCookieName = () => cookieName('next-auth.session-token');

/** Under https a browser that was here once does not come by plain http again, for a year; else nothing. */
export function transportHeaders(): Record<string, string> {
  return isSecure() ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
