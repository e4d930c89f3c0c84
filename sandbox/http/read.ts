import type { IncomingMessage } from 'node:http';
import type { Incoming } from './reply.ts';

/** The largest body taken; Secrets Manager's own requests stay far below. */
const BODY_LIMIT = 1_048_576;

/** The body was larger than the limit. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Waits for the whole request; throws TooLarge as soon as it is known to exceed the limit. */
export async function readRequest(message: IncomingMessage): Promise<Incoming> {
  if (Number(message.headers['content-length'] ?? 0) > BODY_LIMIT) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new TooLarge();
    chunks.push(chunk);
  }
  return {
    method: message.method ?? 'GET',
    url: urlOf(message.url ?? '/'),
    headers: Object.fromEntries(
      Object.entries(message.headersDistinct).map(([name, values]) => [name, (values ?? []).join(',')]),
    ),
    body: Buffer.concat(chunks),
    sourceIp: message.socket.remoteAddress ?? '',
  };
}

// The host is of no meaning here: it is checked, or signed, as a header.
function urlOf(target: string): URL {
  const path = target.startsWith('/') ? target : '/';
  return new URL(`http://sandbox${path}`);
}
