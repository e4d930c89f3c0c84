import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';

/** Under this name the address of the other end of a connection reaches the doors. */
const PEER = 'x-keyturn-peer';

/** Notes with each request who is at the other end, in place of what a caller sends under that name; TRACE is none of ours. */
export function notePeers(): void {
  // https://nodejs.org/api/diagnostics_channel.html#http
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    request.headers[PEER] = socket.remoteAddress ?? '';
    // The framework fails over it (500), as the fetch standard knows no such request; a method that no door takes is refused.
    if (request.method === 'TRACE') request.method = 'PUT';
  });
}

/**
 * The address a request came from, seen through so many proxies of ours (`KEYTURN_PROXIES`): each appends whom it was
 * asked by to X-Forwarded-For, and what stands before those is the caller's own invention. Undefined where nothing tells.
 */
export function clientAddress(headers: Headers): string | undefined {
  const told = (headers.get('x-forwarded-for') ?? '').split(',').filter((part) => part.trim() !== '');
  const hops = [...told, headers.get(PEER) ?? ''];
  return addressIn(hops.at(Math.max(0, hops.length - 1 - proxies())) ?? '');
}

function proxies(): number {
  const given = Number(process.env.KEYTURN_PROXIES || 0);
  return Number.isInteger(given) && given >= 0 ? given : 0;
}

// Some proxies add a port; Node writes IPv4 as IPv6 where it listens on both.
function addressIn(hop: string): string | undefined {
  const bare = hop
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare : undefined;
}
