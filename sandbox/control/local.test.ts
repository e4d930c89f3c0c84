import { expect, test } from 'vitest';
import type { Incoming } from '../http/reply.ts';
import { requireLocalCaller } from './local.ts';

const incoming = (headers: Record<string, string>): Incoming => ({
  method: 'GET',
  url: new URL('http://sandbox/_sandbox/health'),
  headers,
  sourceIp: '127.0.0.1',
  body: Buffer.alloc(0),
});

test.each(['127.0.0.1:4599', 'localhost:4599'])('%s is this computer', (host) => {
  expect(() => requireLocalCaller(incoming({ host }), 4599)).not.toThrow();
});

// A name of the attacker's that resolves to 127.0.0.1 is still said as host.
test.each(['evil.example:4599', '127.0.0.1:80', 'localhost', ''])('"%s" is not', (host) => {
  expect(() => requireLocalCaller(incoming({ host }), 4599)).toThrow('The host must be 127.0.0.1:4599 or');
});
