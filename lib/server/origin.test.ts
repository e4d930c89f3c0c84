import { expect, test, vi } from 'vitest';
import { requireOwnOrigin } from './origin';

const own = { host: 'localhost:3000' };
const ask = (headers: Record<string, string>) => () => {
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  requireOwnOrigin(new Request('http://localhost:3000/', { headers }));
};

// what is sent beside the cookie
test.each([
  [{ ...own, 'sec-fetch-site': 'same-origin' }],
  [{ ...own, origin: 'http://localhost:3000' }],
  [{ ...own, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
])('%j comes from this console', (headers) => {
  expect(ask(headers)).not.toThrow();
});

test.each<[Record<string, string>]>([
  [{}],
  [own],
  [{ 'sec-fetch-site': 'same-origin' }],
  [{ host: 'evil.example', 'sec-fetch-site': 'same-origin' }],
  [{ host: 'localhost', 'sec-fetch-site': 'same-origin' }],
  [{ host: 'localhost:3000.evil.example', 'sec-fetch-site': 'same-origin' }],
  [{ host: '127.0.0.1:3000', origin: 'http://localhost:3000' }],
  [{ ...own, 'sec-fetch-site': 'cross-site' }],
  [{ ...own, 'sec-fetch-site': 'same-site' }],
  [{ ...own, 'sec-fetch-site': 'none' }],
  [{ ...own, 'sec-fetch-site': 'same-origin, cross-site' }],
  [{ ...own, origin: 'null' }],
  [{ ...own, origin: 'https://localhost:3000' }],
  [{ ...own, origin: 'http://localhost:3001' }],
  [{ ...own, origin: 'http://localhost:3000.evil.example' }],
  [{ ...own, origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
  [{ ...own, origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
])('%j does not', (headers) => {
  expect(ask(headers)).toThrow('origin-refused');
});
