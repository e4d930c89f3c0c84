import type { Incoming } from '../http/reply.ts';
import { ControlError } from './error.ts';

/**
 * The control API answers programs of this computer, not web pages. A page's request says its origin or
 * that it comes from another site; a page that has its own name point here says that name as host.
 */
export function requireLocalCaller({ headers }: Incoming, port: number): void {
  if (headers.origin !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none') {
    throw new ControlError('A web page may not drive the sandbox.', 403);
  }
  requireHost({ headers }, port);
}

/** Throws unless the request was sent to this computer by one of its own names. */
export function requireHost({ headers }: Pick<Incoming, 'headers'>, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) {
    throw new ControlError(`The host must be ${hosts.join(' or ')}.`, 403);
  }
}
