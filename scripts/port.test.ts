import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { anyFreePort, freePortFrom, isFree, portOf } from './port.ts';

test('a port somebody listens on is not free, and the search goes past it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port)).toBe(false);
  expect(await freePortFrom(port)).toBeGreaterThan(port);
  server.close();
});

test('a port nobody listens on is free', async () => {
  expect(await isFree(await anyFreePort())).toBe(true);
});

test.each([
  ['3000', 3000],
  ['65535', 65_535],
  ['65536', undefined],
  ['0', undefined],
  ['080', undefined],
  ['http', undefined],
  ['', undefined],
])('the port in %j is %j', (text, port) => {
  expect(portOf(text)).toBe(port);
});
