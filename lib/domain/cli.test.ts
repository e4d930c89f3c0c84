import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AwsCall } from './aws-call.ts';
import { cliText, shellWord } from './cli.ts';
import { rotateCall } from './rotation/rotation-call.ts';
import { describeCall, labelMoveCall, putCall } from './secret-calls.ts';

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
  expect(cliText(labelMoveCall('us-east-1', input))).toBe(
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
  const command = cliText(
    labelMoveCall('us-east-1', { SecretId: 'x', VersionStage: "keep it's", MoveToVersionId: 'b' }),
  );
  expect(command).not.toContain('remove-from');
  const { stdout } = await run('/bin/sh', ['-c', `aws() { printf '%s\\n' "$@"; }; ${command}`]);
  expect(stdout.split('\n')).toContain("keep it's");
});

const call = (operation: string, input: object, pages?: AwsCall['pages']): AwsCall => ({
  ...{ service: 'logs', operation, region: 'eu-west-1', input },
  ...(pages ? { pages } : {}),
});
const order = { region: 'eu-west-1', arn: 'x', token: 't' };

// call, the command with a blank where it begins a line
test.each<[AwsCall, string]>([
  [describeCall('eu-west-1', 'x'), 'aws secretsmanager describe-secret --region eu-west-1 --secret-id x'],
  [
    putCall('eu-west-1', { arn: 'x', token: 't' }),
    'aws secretsmanager put-secret-value --region eu-west-1 --secret-id x --client-request-token t --secret-string file://value.txt',
  ],
  [
    putCall('eu-west-1', { arn: 'x', token: 't', label: 'next', binary: true }),
    'aws secretsmanager put-secret-value --region eu-west-1 --secret-id x --client-request-token t --version-stages next --secret-binary fileb://value.bin',
  ],
  [
    rotateCall({
      ...order,
      immediately: false,
      functionArn: 'f',
      rules: { ScheduleExpression: 'rate(3 days)' },
    }),
    `aws secretsmanager rotate-secret --region eu-west-1 --secret-id x --client-request-token t --rotation-lambda-arn f --rotation-rules '{"ScheduleExpression":"rate(3 days)"}' --no-rotate-immediately`,
  ],
  [call('A', { startTime: 12 }), 'aws logs a --region eu-west-1 --start-time 12'],
  [call('A', {}, { size: 5, most: 9 }), 'aws logs a --region eu-west-1 --page-size 5 --max-items 9'],
  [call('A', { Names: ['a', "b'c"] }), `aws logs a --region eu-west-1 --names a 'b'\\''c'`],
  [call('A', { Of: [{ K: 'a', V: 'b' }, { K: 'c' }] }), 'aws logs a --region eu-west-1 --of K=a,V=b K=c'],
  [call('A', { Of: [{ K: 'a=b' }] }), `aws logs a --region eu-west-1 --of '[{"K":"a=b"}]'`],
])('%j is %s', (one, line) => {
  expect(cliText(one).replaceAll(' \\\n  ', ' ')).toBe(line);
});
