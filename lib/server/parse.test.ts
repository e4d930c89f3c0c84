import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { type Problem, ProblemError } from '@/lib/contract/problem';
import { LARGEST_BODY, parse, readJson, readQuery } from './parse';

const MARKER = 'hostile-marker';
const form = z.strictObject({
  id: z.string().min(3).max(5),
  code: z.string().regex(/^a+$/, 'a row of a').optional(),
  mail: z.email().optional(),
  inner: z.strictObject({ list: z.array(z.string()).optional() }).optional(),
});

const problemOf = async (attempt: () => unknown): Promise<Problem> => {
  try {
    await attempt();
  } catch (cause) {
    if (cause instanceof ProblemError) return cause.problem;
    throw cause;
  }
  return expect.unreachable('it was accepted');
};

// input, path, rule
test.each<[unknown, string, string]>([
  [{}, 'id', 'must be string'],
  [{ id: 7 }, 'id', 'must be string'],
  [{ id: 'x' }, 'id', 'must have at least 3'],
  [{ id: 'xxxxxx' }, 'id', 'must have at most 5'],
  [{ id: 'xxx', code: MARKER }, 'code', 'must be a row of a'],
  [{ id: 'xxx', mail: MARKER }, 'mail', 'does not have the expected form'],
  [{ id: 'xxx', [MARKER]: 1 }, 'body', 'has a field that is not taken here'],
  [{ id: 'xxx', inner: { [MARKER]: 1 } }, 'inner', 'has a field that is not taken here'],
  [{ id: 'xxx', inner: { list: ['a', 1] } }, 'inner.list.1', 'must be string'],
  [null, 'body', 'must be object'],
  [[], 'body', 'must be object'],
  [MARKER, 'body', 'must be object'],
  [undefined, 'body', 'must be object'],
])('%j breaks a rule at %s: %s', async (input, path, rule) => {
  const problem = await problemOf(() => parse(form, input));
  expect(problem).toMatchObject({ code: 'input-invalid', status: 422 });
  expect(problem.fields).toEqual([{ path, rule }]);
  expect(JSON.stringify(problem)).not.toContain(MARKER);
});

test.each([
  '{"id":"xxx","__proto__":{"id":1}}',
  '{"id":"xxx","constructor":{"prototype":{}}}',
  '{"id":"xxx","inner":{"__proto__":{"list":["a"]}}}',
])('a key of every object is a field like any other: %s', async (body) => {
  const problem = await problemOf(() => parse(form, JSON.parse(body)));
  expect(problem.fields?.[0]?.rule).toBe('has a field that is not taken here');
});

test('brackets inside of strings nest nothing', async () => {
  const value = `${'[{'.repeat(40)}\\" " ]`;
  const request = new Request('http://localhost', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value, [`${'['.repeat(20)}`]: 1 }),
  });
  expect(await readJson(request)).toEqual({ value, ['['.repeat(20)]: 1 });
});

test('a form that fits answers what was parsed', () => {
  expect(parse(form, { id: 'xxx' })).toEqual({ id: 'xxx' });
});

test('a caller cannot make a refusal long', async () => {
  const list = Array.from({ length: 500 }, () => 1);
  const { fields } = await problemOf(() => parse(form, { id: 'xxx', inner: { list } }));
  expect(fields).toHaveLength(20);
});

const post = (body: BodyInit | null, type = 'application/json') =>
  new Request('http://localhost:3000/', {
    method: 'POST',
    body,
    headers: type ? { 'content-type': type } : {},
  });

// what it is, body, content type, path, rule
test.each<[string, BodyInit | null, string, string, string]>([
  ['another type', '{}', 'text/plain', 'content-type', 'must be application/json'],
  ['a form', 'a=1', 'application/x-www-form-urlencoded', 'content-type', 'must be application/json'],
  ['a type that begins alike', '{}', 'application/jsonp', 'content-type', 'must be application/json'],
  ['no JSON', `{${MARKER}`, 'application/json', 'body', 'must be JSON in UTF-8'],
  ['nothing', null, 'application/json', 'body', 'must be JSON in UTF-8'],
  ['two values', '{}{}', 'application/json', 'body', 'must be JSON in UTF-8'],
  ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 'body', 'must be JSON in UTF-8'],
  ['UTF-8 cut off', new Uint8Array([0x22, 0xe2, 0x82]), 'application/json', 'body', 'must be JSON in UTF-8'],
  [
    'too much',
    `"${'x'.repeat(LARGEST_BODY)}"`,
    'application/json',
    'body',
    `must have at most ${LARGEST_BODY} bytes`,
  ],
  [
    'far too much',
    `"${'é'.repeat(1_000_000)}"`,
    'application/json',
    'body',
    `must have at most ${LARGEST_BODY} bytes`,
  ],
])('a body of %s is refused', async (_what, body, type, path, rule) => {
  const problem = await problemOf(() => readJson(post(body, type)));
  expect(problem.fields).toEqual([{ path, rule }]);
  expect(JSON.stringify(problem)).not.toContain(MARKER);
});

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
  'a body of type %s is read',
  async (type) => {
    expect(await readJson(post('{"a":"é"}', type))).toEqual({ a: 'é' });
  },
);

test('a body of exactly the largest size is read', async () => {
  expect(await readJson(post(`"${'x'.repeat(LARGEST_BODY - 2)}"`))).toHaveLength(LARGEST_BODY - 2);
});

test('text cut into pieces anywhere is put together again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, size) => {
      const bytes = new TextEncoder().encode(JSON.stringify(text));
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
      expect(await readJson(new Request('http://localhost:3000/', init))).toBe(text);
    }),
  );
});

const asked = (query: string) => readQuery(new Request(`http://localhost:3000/?${query}`));

test('a query is read once per name, and a name of every object is a name like any other', () => {
  expect(asked('a=1&b=%20&c')).toEqual({ a: '1', b: ' ', c: '' });
  const read = asked('__proto__=1&constructor=2');
  expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
});

test.each(['a=1&a=2', 'a=1&%61=2', 'a&a'])(
  'the query %s names a field twice and is refused',
  async (query) => {
    const problem = await problemOf(() => asked(query));
    expect(problem.fields).toEqual([{ path: 'query', rule: 'must name each field once' }]);
  },
);
