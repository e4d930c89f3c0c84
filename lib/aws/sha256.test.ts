import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { ownSha256, Sha256 } from './sha256';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const after = async (hash: Sha256, ...parts: (string | Uint8Array)[]) => {
  for (const part of parts) hash.update(part);
  return hex(await hash.digest());
};
const bytes = new Uint8Array([0, 1, 2, 250, 251]);

test('it is SHA-256 of text and bytes, in as many parts as one likes', async () => {
  expect(await after(new Sha256())).toBe(createHash('sha256').digest('hex'));
  expect(await after(new Sha256(), 'é', bytes)).toBe(
    createHash('sha256').update('é').update(bytes).digest('hex'),
  );
});

// a secret, as the SDK gives it
test.each<[string, string | Uint8Array | ArrayBuffer]>([
  ['text', 'AWS4wJalrXUtnFEMI/K7MDENG'],
  ['bytes', bytes],
  ['a part of an array', bytes.subarray(1, 3)],
  ['a buffer', bytes.buffer],
])('with %s for a secret it is the HMAC, also when it begins anew', async (_what, secret) => {
  const wanted = createHmac(
    'sha256',
    typeof secret === 'string' ? secret : Buffer.from(new Uint8Array(secret)),
  )
    .update('20261126')
    .digest('hex');
  const hash = new Sha256(secret);
  expect(await after(hash, '20261126')).toBe(wanted);
  hash.reset();
  expect(await after(hash, '20261126')).toBe(wanted);
  expect(await after(new Sha256(secret), '20261126')).toBe(wanted);
});

test('one that remembers its key is the HMAC of whichever secret it was given', async () => {
  const Own = ownSha256();
  const wanted = (secret: string) => createHmac('sha256', secret).update('id').digest('hex');
  for (const secret of ['one', 'one', 'AWS4one', 'two', 'one']) {
    expect(await after(new Own(secret), 'id')).toBe(wanted(secret));
  }
  expect(await after(new Own(), 'id')).toBe(createHash('sha256').update('id').digest('hex'));
});
