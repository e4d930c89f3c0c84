import { expect, test } from 'vitest';
import { failedRunOf, type StreamEntry } from './failed-run-of.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:db-a1b2c3';
const at = (second: number) => Date.UTC(2026, 10, 25, 2, 0, second);
const run = (stream: string, from: number, id: string, ...said: string[]): StreamEntry[] =>
  [`START RequestId: ${id} Version: $LATEST`, ...said, `END RequestId: ${id}`, `REPORT RequestId: ${id}`].map(
    (text, index) => ({ stream, at: at(from) + index, text }),
  );
const ids = (entries: readonly StreamEntry[]) => entries.map(({ text }) => text.split(' ').at(-1));
const sought = { arn: ARN, version: 'v2', failed: at(30) };

test('the last run that names the secret and ended before AWS told of the failure', () => {
  const entries = [
    ...run('s1', 1, 'create', `createSecret: put ${ARN}`),
    ...run('s1', 10, 'other', 'setSecret: arn:aws:secretsmanager:us-east-1:441200879921:secret:else-a1b2c3'),
    ...run('s2', 20, 'ours', `setSecret: Unable to log into database of ${ARN}`),
    ...run('s1', 50, 'later', `createSecret: got ${ARN}`),
  ];
  const found = failedRunOf(entries, sought);
  expect(found).toHaveLength(4);
  expect(found[0]?.text).toContain('ours');
});

test('a start-up belongs to the run that follows it, and streams do not mix', () => {
  const start = { stream: 's1', at: at(9), text: 'INIT_START Runtime Version: python:3.12' };
  const entries = [start, ...run('s2', 9, 'else'), ...run('s1', 10, 'ours', 'version v2')];
  expect(failedRunOf(entries, sought)[0]).toEqual(start);
  expect(ids(failedRunOf(entries, sought))).not.toContain('else');
});

test('a run that names nothing is taken only where it alone ended then', () => {
  const silent = run('s1', 28, 'silent');
  expect(failedRunOf(silent, sought)).toHaveLength(3);
  expect(failedRunOf([...silent, ...run('s2', 29, 'another')], sought)).toEqual([]);
  expect(failedRunOf(run('s1', 2, 'long-ago'), sought)).toEqual([]);
});

test('a run that names no secret is ours where it follows one of ours in its stream, and not another’s', () => {
  const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf';
  const run = (stream: string, at: number, text: string): StreamEntry[] => [
    { stream, at, text: `START RequestId: ${stream}${at}` },
    { stream, at: at + 10, text },
  ];
  const entries = [
    ...run('x', 1_000, `createSecret: ${SECRET}`),
    ...run('x', 1_100, 'login refused'),
    ...run('y', 1_000, `createSecret: ${SECRET.replace('a-AbCdEf', 'b-AbCdEf')}`),
    ...run('y', 1_200, 'another’s'),
  ];
  const found = failedRunOf(entries, { arn: SECRET, failed: 2_000 });
  expect(found.map(({ text }) => text)).toEqual(['START RequestId: x1100', 'login refused']);
});
