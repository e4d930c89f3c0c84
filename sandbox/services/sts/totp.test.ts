import { expect, test } from 'vitest';
import { codeIn } from './totp.ts';

// The last six digits of appendix B of RFC 6238, SHA-1.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d seconds the code is %s', (at, code) => {
  expect(codeIn(Math.floor(at / 30), Buffer.from('12345678901234567890'))).toBe(code);
});
