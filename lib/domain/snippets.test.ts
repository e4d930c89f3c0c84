import { expect, test } from 'vitest';
import { snippets } from './snippets.ts';

const subject = {
  arn: 'arn:aws:secretsmanager:eu-west-1:441200879921:secret:prod/db-AbCdEf',
  region: 'eu-west-1',
};

test.each(snippets(subject))('the code in $language reads this secret in its region', ({ code, page }) => {
  expect(code).toContain(subject.arn);
  expect(code).toContain(subject.region);
  expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/secretsmanager\//);
});

test('there is code by the AWS CLI and for six languages', () => {
  const languages = snippets(subject).map(({ language }) => language);
  expect(languages).toEqual(['AWS CLI', 'JavaScript', 'Python', 'Java', 'Go', '.NET', 'Rust']);
});
