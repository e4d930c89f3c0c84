import { afterEach, expect, test, vi } from 'vitest';
import { contentPolicy } from './content-policy';

afterEach(() => vi.unstubAllEnvs());

const policyIn = (mode: 'production' | 'development') => {
  vi.stubEnv('NODE_ENV', mode);
  const directives = contentPolicy('a-nonce').split('; ');
  return new Map(directives.map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]));
};

test('a page runs scripts by nonce alone, talks to this console alone, and is framed by nobody', () => {
  const policy = policyIn('production');
  expect(policy.get('script-src')).toBe("'self' 'nonce-a-nonce' 'strict-dynamic'");
  expect(policy.get('default-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('form-action')).toBe("'self'");
  for (const directive of ['object-src', 'base-uri', 'frame-ancestors']) {
    expect(policy.get(directive)).toBe("'none'");
  }
});

test('only style attributes may be written freely', () => {
  const free = [...policyIn('production')].filter(([, sources]) => sources.includes('unsafe'));
  expect(free).toEqual([['style-src-attr', "'unsafe-inline'"]]);
});

test('development alone may evaluate code', () => {
  expect(policyIn('development').get('script-src')).toContain("'unsafe-eval'");
});
