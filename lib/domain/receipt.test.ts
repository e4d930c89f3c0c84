import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Receipt, receiptMarkdown } from './receipt.ts';

const receipt: Receipt = {
  arn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf',
  name: 'prod/db',
  region: 'us-east-1',
  kind: 'rollback',
  from: 'v2',
  to: 'v1',
  moves: [
    { label: 'AWSCURRENT', from: 'v2', to: 'v1' },
    { label: 'AWSPREVIOUS', from: null, to: 'v2' },
  ],
  at: '2026-11-19T03:42:14.000Z',
  requestId: 'r-1',
  operator: 'arn:aws:iam::441200879921:user/riley',
  reason: 'INC-4711',
  replicas: ['eu-west-1'],
  todo: [],
};

test('a receipt says what moved, when, by whom, and how AWS knows it', () => {
  expect(receiptMarkdown(receipt, [{ region: 'eu-west-1', word: 'confirmed' }], ['Set the *password*'])).toBe(
    [
      '**Roll back of `prod/db`**',
      '',
      `- Secret: \`${receipt.arn}\``,
      "- At: 2026-11-19T03:42:14.000Z (AWS's clock), by arn:aws:iam::441200879921:user/riley",
      '- AWSCURRENT: `v2` → `v1`',
      '- AWSPREVIOUS: no version → `v2`',
      '- AWS request id: `r-1`',
      '- Reason: INC-4711',
      '- eu-west-1: confirmed',
      '',
      'Still to do:',
      '',
      '- [ ] Set the \\*password\\*',
      '',
      '```sh',
      'aws secretsmanager update-secret-version-stage \\',
      '  --region us-east-1 \\',
      `  --secret-id ${receipt.arn} \\`,
      '  --version-stage AWSCURRENT \\',
      '  --remove-from-version-id v2 \\',
      '  --move-to-version-id v1',
      '```',
      '',
    ].join('\n'),
  );
});

test('a receipt says when the answer was lost, and leaves out a reason nobody gave', () => {
  const text = receiptMarkdown({ ...receipt, kind: 'undo', requestId: undefined, reason: undefined }, [], []);
  expect(text).toContain('**Undo of the last change of `prod/db`**');
  expect(text).toContain('the answer was lost and the move was read back');
  expect(text).not.toContain('Reason');
});

test('the receipt of a new value names its version, and how to put one by hand, without the value', () => {
  const text = receiptMarkdown({ ...receipt, kind: 'put', to: 'v3' }, [], []);
  expect(text).toContain('**New value of `prod/db`**');
  expect(text).toContain('--client-request-token v3');
  expect(text).toContain('--secret-string file://value.txt');
});

// operator's name, as Markdown
test.each([
  ['a_b_c', 'a\\_b\\_c'],
  ['**bold**', '\\*\\*bold\\*\\*'],
  ['[x](y)', '\\[x\\](y)'],
  ['<b>', '\\<b\\>'],
  ['`x`', '\\`x\\`'],
  ['\\', '\\\\'],
  ['#1', '\\#1'],
  ['a|b', 'a\\|b'],
])('%s is written as %s', (operator, written) => {
  expect(receiptMarkdown({ ...receipt, operator }, [], [])).toContain(`, by ${written}\n`);
});

test('no free text can format the receipt', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      const text = receiptMarkdown({ ...receipt, operator: word }, [{ region: 'r', word }], []);
      expect(text.replace(/\\[\\`*_[\]<>|#~]/g, '')).not.toMatch(/by .*[*_[\]<>|#~].*\n/);
    }),
  );
});
