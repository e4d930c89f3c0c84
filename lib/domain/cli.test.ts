import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelMoveCommand, putCommand, shellWord } from './cli.ts';

const run = promisify(execFile);
const printed = async (words: string) => (await run('/bin/sh', ['-c', `printf %s ${words}`])).stdout;

// text, as a shell word
test.each([
  ['us-east-1', 'us-east-1'],
  ['arn:aws:secretsmanager:us-east-1:441200879921:secret:a/b+c=d.e@f-AbCdEf', undefined],
  ['rds!cluster', "'rds!cluster'"],
  ['', "''"],
  ["it's", `'it'\\''s'`],
  ['$(id)', "'$(id)'"],
  ['`id`', "'`id`'"],
  ['a;b', "'a;b'"],
  ['a\nb', "'a\nb'"],
  ['~', "'~'"],
  ['*', "'*'"],
])('%j is the shell word %s', (text, word) => {
  expect(shellWord(text)).toBe(word ?? text);
});

test('a shell reads back exactly the text that was quoted', async () => {
  const texts = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\0'));
  const hostile = [
    '',
    "'",
    "''",
    '"',
    '\\',
    "\\'",
    '$HOME',
    '$(id)',
    '`id`',
    '!!',
    '*',
    '-n',
    '~',
    '#',
    '\r\n',
  ];
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await printed(shellWord(text))).toBe(text);
    }),
    { numRuns: 40, examples: hostile.map((text): [string] => [text]) },
  );
});

test('the command moves the label with the version the operator saw', () => {
  const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:rds!x-AbCdEf';
  const input = { SecretId: arn, VersionStage: 'AWSCURRENT', RemoveFromVersionId: 'a', MoveToVersionId: 'b' };
  expect(labelMoveCommand('us-east-1', input)).toBe(
    [
      'aws secretsmanager update-secret-version-stage',
      '--region us-east-1',
      `--secret-id '${arn}'`,
      '--version-stage AWSCURRENT',
      '--remove-from-version-id a',
      '--move-to-version-id b',
    ].join(' \\\n  '),
  );
});

test('adding a label names no version to take it from', async () => {
  const command = labelMoveCommand('us-east-1', {
    SecretId: 'x',
    VersionStage: "keep it's",
    MoveToVersionId: 'b',
  });
  expect(command).not.toContain('remove-from');
  const { stdout } = await run('/bin/sh', ['-c', `aws() { printf '%s\\n' "$@"; }; ${command}`]);
  expect(stdout.split('\n')).toContain("keep it's");
});

test('a binary value is put from a file of bytes, a text from one of text', () => {
  expect(putCommand('us-east-1', { arn: 'x', token: 't' })).toContain('--secret-string file://');
  expect(putCommand('us-east-1', { arn: 'x', token: 't', binary: true })).toContain(
    '--secret-binary fileb://',
  );
});
