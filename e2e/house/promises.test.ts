import { expect, test } from 'vitest';
import { isTest, sourceAt } from './sources.ts';

/** The rows of the table below a heading, as their cells. */
function rowsBelow(text: string, heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| Promise \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
}

const filesIn = (cell: string) => [...cell.matchAll(/`([^`]+\.[a-z]+)`/g)].map(([, path]) => path!);

const promises = rowsBelow(sourceAt('SECURITY.md')?.text ?? '', 'Promised');

test('SECURITY.md promises something, in three columns', () => {
  expect(promises.length).toBeGreaterThan(15);
  for (const row of promises) expect(row, row[0]).toHaveLength(3);
});

test.each(promises.map(([promise = '', , where = '']) => ({ promise, files: filesIn(where) })))(
  'what keeps it exists, and so does the test that holds it: $promise',
  ({ files }) => {
    for (const path of files) expect(sourceAt(path), path).toBeDefined();
    const tests = files.flatMap((path) => sourceAt(path) ?? []).filter(isTest);
    expect(tests.length, 'a test is named').toBeGreaterThan(0);
    for (const { path, text } of tests) expect(text, path).toMatch(/\bexpect\w*\(/);
  },
);
