import { Sha256 as Reference } from '@aws-crypto/sha256-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sha256 } from './sha256.ts';

test('hashes as the SDK’s own class does, with and without a secret', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.oneof(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1 })), { nil: undefined }),
      fc.array(fc.uint8Array()),
      async (secret, parts) => {
        const [ours, theirs] = [new Sha256(secret), new Reference(secret)];
        for (const part of parts) {
          ours.update(part);
          theirs.update(part);
        }
        expect(Buffer.from(await ours.digest()).toString('hex')).toBe(
          Buffer.from(await theirs.digest()).toString('hex'),
        );
      },
    ),
  );
});

test('begins anew after a reset', async () => {
  const hash = new Sha256('secret');
  hash.update('one');
  const first = await hash.digest();
  hash.reset();
  hash.update('one');
  expect(await hash.digest()).toEqual(first);
});
