import fc from 'fast-check';
import { expect } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import { problemIn } from '../routes/doors';

/** Part of every text a stranger sends: nothing the console answers may hold it. */
export const MARKER = 'keyturn-marker-5f1c';

/** Names that mean something to JavaScript, and texts that mean something to somebody else. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
];
const PIECES = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202e',
  '\r\nSet-Cookie: a=b',
  '../../',
  '..%2f',
  '%00',
  '%2e%2e/',
  '<script>',
  "' OR 1=1 --",
  '%{7*7}',
  '{{7*7}}',
  'http://169.254.169.254/',
  '//evil.example',
  '@evil.example',
  'evil.example.com#',
  'us-east-1.evil.example',
  'arn:aws:secretsmanager:',
];

/** What is no region, though some would make a host name of it. */
export const REGIONS = [
  'evil.example.com#',
  'evil.example.com/',
  'us-east-1.evil.example',
  'us-east-1#',
  'us-east-1/..',
  'us-east-1%2f..',
  'us-east-1@evil.example',
  'us-east-1:80',
  'us-east-1\n',
  'us-east-1 ',
  ' us-east-1',
  'US-EAST-1',
  'us-east-1\u0000',
  'us-east-١',
  'localhost',
  '127.0.0.1',
  '169.254.169.254',
  '[::1]',
  '..',
  '',
  'aws-global',
  'us-east-1,eu-west-1',
  `us-east-1?${MARKER}`,
  '__proto__',
  'constructor',
  'a'.repeat(5_000),
];

/** A text with the marker in it, around something unpleasant. */
export const text: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...PIECES, ...NAMES), fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(2))
  .map(([piece, rest, at]) => {
    const parts = [piece, rest];
    parts.splice(at, 0, MARKER);
    return parts.join('');
  });

const key = fc.oneof(fc.constantFrom(...NAMES, 'input', 'reason', 'SecretId', 'VersionStage'), text);

const { value } = fc.letrec<{ value: JsonText; list: JsonText; object: JsonText }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '0', '-0', '1e999', '9007199254740993', '""', '[]', '{}'),
    text.map((one) => JSON.stringify(one)),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join(',')}]`),
  // As text, not as an object: only so a key can be `__proto__`, or be there twice.
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 4 })
    .map((members) => `{${members.map(([name, one]) => `${JSON.stringify(name)}:${one}`).join(',')}}`),
}));
type JsonText = string;

/** Any JSON, written out. */
export const json: fc.Arbitrary<JsonText> = value;

/** Fails unless a door refused quietly: a problem below 500 that repeats nothing of what it was sent. */
export async function refused(response: Response): Promise<Problem> {
  const copy = response.clone();
  const problem = await problemIn(response);
  expect(problem.status).toBeGreaterThanOrEqual(400);
  expect(problem.status).toBeLessThan(500);
  const said = await copy.text();
  expect(said).not.toContain(MARKER);
  expect([...copy.headers].join()).not.toContain(MARKER);
  expect(Object.keys(Object.prototype)).toEqual([]);
  return problem;
}

/** The same for a breach of form: it says which field broke which rule. */
export async function invalid(response: Response): Promise<readonly { path: string; rule: string }[]> {
  const problem = await refused(response);
  expect(problem).toMatchObject({ status: 422, code: 'input-invalid' });
  expect(problem.fields?.length).toBeGreaterThan(0);
  for (const field of problem.fields ?? []) {
    expect(field.path).toMatch(/^[\w.-]+$/);
    expect(field.rule.length).toBeGreaterThan(5);
  }
  return problem.fields ?? [];
}
