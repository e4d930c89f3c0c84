import { expect, test } from 'vitest';
import { ownPrincipal } from './own-principal.ts';

test('a user’s ARN is the whole of it, path included', () => {
  const arn = 'arn:aws:iam::441200879921:user/ops/riley';
  expect(ownPrincipal(arn)).toEqual({ kind: 'user', arn });
});

test('a session tells the name of its role, and no path', () => {
  expect(ownPrincipal('arn:aws-us-gov:sts::441200879921:assumed-role/Operator/kim@example.com')).toEqual({
    ...{ kind: 'role', name: 'Operator', account: '441200879921', partition: 'aws-us-gov' },
  });
});

test('root and federated users cannot be simulated', () => {
  expect(ownPrincipal('arn:aws:iam::441200879921:root')).toMatchObject({
    kind: 'none',
    why: expect.stringMatching(/^The root user/),
  });
  expect(ownPrincipal('arn:aws:sts::441200879921:federated-user/kim')).toMatchObject({ kind: 'none' });
});
