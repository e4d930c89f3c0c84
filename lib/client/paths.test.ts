import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operationPath, placePath, secretPath, secretsPath, signInPath, viewPath } from './paths';
import { undoOpen } from './receipts';

const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:a//b/../c+d-AbCdEf';
const base = 'http://localhost:3000';

test('an ARN comes back out of the address of its page, whatever its name holds', () => {
  const url = new URL(secretPath('441200879921.riley', arn, 'v1'), base);
  expect(Object.fromEntries(url.searchParams)).toEqual({ scope: '441200879921.riley', arn, rollback: 'v1' });
  expect(new URL(secretPath('441200879921.riley', arn), base).searchParams.has('rollback')).toBe(false);
});

test('whatever is typed stays inside its part of an address', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const secrets = new URL(secretsPath(one, { text: other, tokens: [other] }), base);
      expect(secrets.pathname).toBe('/secrets');
      expect(secrets.searchParams.getAll('scope')).toEqual([one]);
      expect(secrets.searchParams.get('q') ?? '').toBe(other.trim());
      expect(secrets.searchParams.getAll('f')).toEqual([other]);
      const signIn = new URL(signInPath(one, true), base);
      expect([signIn.host, signIn.pathname]).toEqual(['localhost:3000', '/sign-in']);
      expect(new URL(viewPath('/api/views/secret', { arn: one }), base).searchParams.get('arn')).toBe(one);
      // Dots alone are a path's own language; no scope or region consists of them.
      if (/^\.{0,2}$/.test(one) || /^\.{0,2}$/.test(other)) return;
      const door = new URL(operationPath(one, other, 'DescribeSecret'), base);
      expect(door.pathname.split('/')).toHaveLength(6);
    }),
  );
});

// page, several accounts, its address in a scope
test.each([
  ['/replication', false, '/replication?scope=441200879921.riley'],
  ['/replication', true, '/replication?scope=441200879921.riley&account=441200879921'],
  ['/rotation', true, '/rotation?scope=441200879921.riley&account=441200879921'],
  ['/permissions', true, '/permissions?scope=441200879921.riley'],
  ['/secret', true, '/secrets?scope=441200879921.riley&f=account:441200879921'],
])('%s (several accounts: %s) is %s elsewhere', (path, several, address) => {
  expect(placePath(path, '441200879921.riley', several)).toBe(address);
});

// kind, undone, milliseconds since the move, offered
test.each([
  ['rollback', false, 0, true],
  ['rollback', false, 599_999, true],
  ['rollback', false, 600_000, false],
  ['rollback', true, 0, false],
  ['undo', false, 0, false],
] as const)('undo of a %s (undone: %s) after %i ms is offered: %s', (kind, undone, elapsed, offered) => {
  const at = '2026-11-19T03:00:00.000Z';
  const receipt = { arn, name: 'a', region: 'us-east-1', kind, from: 'v2', to: 'v1', moves: [], at, undone };
  const whole = { ...receipt, operator: 'riley', replicas: [], todo: [] };
  expect(undoOpen(whole, Date.parse(at) + elapsed)).toBe(offered);
});
