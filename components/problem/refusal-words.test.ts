import { expect, test } from 'vitest';
import { refusalAdvice, refusalWords } from './refusal-words';

const ACTION = 'secretsmanager:GetSecretValue';

// AWS's reason, who refused and why, what has to change
test.each([
  [
    'because no identity-based policy allows the secretsmanager:GetSecretValue action',
    'Secrets Manager refused: no identity-based policy allows it',
    /role or user have to allow/,
  ],
  [
    'with an explicit deny in a service control policy',
    'Secrets Manager refused: a service control policy denies it',
    /organization decides.*no other policy can allow/,
  ],
  [
    'because no VPC endpoint policy allows the secretsmanager:GetSecretValue action',
    'Secrets Manager refused: no VPC endpoint policy allows it',
    /VPC endpoint/,
  ],
  ['Access to KMS is not allowed', 'KMS refused; AWS does not say which policy', /the key did not/],
])('%s', (sentence, words, advice) => {
  expect(refusalWords(ACTION, sentence)).toBe(words);
  expect(refusalAdvice(ACTION, sentence)).toMatch(advice);
});

test('what AWS does not say is not guessed', () => {
  expect(refusalWords(ACTION, 'No.')).toBe('Secrets Manager refused; AWS does not say which policy');
  expect(refusalAdvice(ACTION, 'No.')).toBeUndefined();
});
