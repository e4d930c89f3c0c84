import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventIdOf, sequenceOf } from './event-id.ts';

test('an id leads back to its event, and to no event of another log', () => {
  fc.assert(
    fc.property(fc.nat(), (sequence) => {
      const id = eventIdOf('441200879921/us-east-1', sequence);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(sequenceOf('441200879921/us-east-1', id)).toBe(sequence);
      expect(sequenceOf('441200879921/eu-west-1', id)).toBeUndefined();
    }),
  );
});

test.each(['', 'x', '11111111-2222-4333-8444-555555555555'])('%j is no event', (id) => {
  expect(sequenceOf('a', id)).toBeUndefined();
});
