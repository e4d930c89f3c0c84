import { expect, test } from 'vitest';
import { isBroken, type ProfileRow, type ProfileStateCode } from '../../lib/contract/profiles';
import { stateAdvice, stateTone, stateWords } from './profile-words';

const NOW = Date.parse('2026-11-19T03:42:14.000Z');
const row = (state: ProfileRow['state'], name = 'prod'): ProfileRow => ({ name, kind: 'role', state });

// code, in the row, part of what is said beneath
test.each<[ProfileStateCode, string, string | undefined]>([
  ['untried', 'Not tried yet', undefined],
  ['sso-renews', 'Renews itself', undefined],
  ['sso-absent', 'Signed out', 'Nobody has signed in'],
  ['sso-incomplete', 'Incomplete', 'The setting y is missing'],
  ['session-missing', 'sso_session missing', 'sso-session “y”'],
  ['keys-incomplete', 'Half a key', 'y is missing'],
  ['role-invalid', 'role_arn invalid', '“y”, which it leads to, has a role_arn'],
  ['role-without-source', 'No source_profile', 'no source_profile'],
  ['source-missing', 'source_profile missing', 'names “y”'],
  ['source-loop', 'source_profile loops', 'back to “y”'],
  ['source-empty', 'Source has no keys', 'leads to “y”'],
  ['mfa', 'Asks for MFA code', 'The role of “y” asks'],
  ['credential-source', 'credential_source', 'not a machine’s'],
  ['token-file-missing', 'Token file missing', 'does not exist'],
  ['no-credentials', 'No credentials', 'nothing to sign in with'],
])('a profile that is %s says "%s", and beneath what to do', (code, short, long) => {
  const state = { code, about: 'y' };
  expect(stateWords(state, NOW)).toBe(short);
  const advice = stateAdvice(row(state));
  if (long === undefined) expect(advice).toBeUndefined();
  else expect(advice?.text).toContain(long);
});

test('a sign-in to Identity Center says how long it lasts, or since when it is over', () => {
  const valid = { code: 'sso-valid', at: '2026-11-19T08:54:14.000Z' } as const;
  expect([stateWords(valid, NOW), stateTone(valid)]).toEqual(['Valid 5 h 12 min', 'ok']);
  const over = { code: 'sso-expired', at: '2026-11-19T01:42:14.000Z' } as const;
  expect([stateWords(over, NOW), stateTone(over)]).toEqual(['Expired 2 h ago', 'warn']);
  expect(isBroken(over)).toBe(false);
});

// the name of the profile, as a shell has to be told it
test.each([
  ['acme-prod', 'acme-prod'],
  ['a b', "'a b'"],
  ['$(touch x)', "'$(touch x)'"],
  ["it's", "'it'\\''s'"],
])('the command for %s is safe to paste', (name, word) => {
  expect(stateAdvice(row({ code: 'sso-absent' }, name))?.command).toBe(`aws sso login --profile ${word}`);
});
