import { afterEach, expect, test, vi } from 'vitest';
import { clientAddress } from './peer';

afterEach(() => void vi.unstubAllEnvs());

// proxies, X-Forwarded-For, the other end of the connection, the client
test.each<[string, string | undefined, string, string | undefined]>([
  ['', undefined, '10.0.0.7', '10.0.0.7'],
  ['', '203.0.113.9', '10.0.0.7', '10.0.0.7'],
  ['0', '203.0.113.9', '::ffff:10.0.0.7', '10.0.0.7'],
  ['1', '203.0.113.9', '10.0.0.7', '203.0.113.9'],
  ['1', '6.6.6.6, 203.0.113.9', '10.0.0.7', '203.0.113.9'],
  ['2', '6.6.6.6, 203.0.113.9, 10.0.0.6', '10.0.0.7', '203.0.113.9'],
  ['2', '203.0.113.9', '10.0.0.7', '203.0.113.9'],
  ['1', '203.0.113.9:51234', '10.0.0.7', '203.0.113.9'],
  ['1', '[2001:db8::1]:443', '10.0.0.7', '2001:db8::1'],
  ['1', '2001:db8::1', '10.0.0.7', '2001:db8::1'],
  ['1', 'riley"}, "client":"', '10.0.0.7', undefined],
  ['1', '', '10.0.0.7', '10.0.0.7'],
  ['many', '203.0.113.9', '10.0.0.7', '10.0.0.7'],
  ['-1', '203.0.113.9', '10.0.0.7', '10.0.0.7'],
  ['', undefined, '', undefined],
])('%j proxies, %j from %j: %j', (proxies, forwarded, peer, client) => {
  vi.stubEnv('KEYTURN_PROXIES', proxies);
  const headers = new Headers({ 'x-keyturn-peer': peer });
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded);
  expect(clientAddress(headers)).toBe(client);
});
