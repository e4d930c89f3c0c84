import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Person, sessionNameOf } from './session-name.ts';

const MARK = '0123456789abcdef';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

test.each<[string, Person, string]>([
  ['a verified address', { subject: 's', email: 'Riley@acme.example', verified: true }, 'riley@acme.example'],
  [
    'an address nobody made sure of',
    { subject: 's', email: 'riley@acme.example' },
    'riley@acme.example-0123456789ab',
  ],
  ['a user name', { subject: 's', username: 'Riley O’Hara' }, 'riley-o-hara-0123456789ab'],
  ['nothing but a subject', { subject: 'auth0|1234' }, 'auth0-1234-0123456789ab'],
  ['nothing at all', { subject: '' }, '-0123456789ab'],
])('%s', (_what, person, name) => {
  expect(sessionNameOf(person, MARK)).toBe(name);
});

const person = fc.record(
  {
    subject: fc.string({ maxLength: 255, unit: 'grapheme' }),
    email: fc.oneof(fc.emailAddress(), fc.string({ maxLength: 200 })),
    verified: fc.boolean(),
    username: fc.string({ maxLength: 100, unit: 'grapheme' }),
  },
  { requiredKeys: ['subject'] },
) as fc.Arbitrary<Person>;

test('a name is always one that AWS takes', async () => {
  await fc.assert(
    fc.property(person, (one) => {
      expect(sessionNameOf(one, digest(one.subject))).toMatch(/^[\w+=,.@-]{2,64}$/);
    }),
  );
});

test('two people have two names, unless a provider vouches for one address of both', async () => {
  await fc.assert(
    fc.property(person, person, (one, other) => {
      fc.pre(one.subject !== other.subject);
      const same = one.email?.toLowerCase() === other.email?.toLowerCase();
      fc.pre(!(same && one.verified === true && other.verified === true));
      expect(sessionNameOf(one, digest(one.subject))).not.toBe(sessionNameOf(other, digest(other.subject)));
    }),
  );
});
