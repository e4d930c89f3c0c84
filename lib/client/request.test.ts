import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Problem, problemOf } from '@/lib/contract/problem';
import { inventoryPath } from '@/lib/contract/view-paths';
import { awsNow, forgetAwsTime } from './aws-time';
import { ask, callOperation, problemIn } from './request';
import { readLines } from './views';

const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:x-AbCdEf';
const scope = '441200879921.riley';
const move = { SecretId: arn, VersionStage: 'AWSCURRENT', RemoveFromVersionId: 'a', MoveToVersionId: 'b' };

const door = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', door));
afterEach(() => {
  vi.unstubAllGlobals();
  door.mockReset();
  forgetAwsTime();
});

const failed = async (attempt: Promise<unknown>): Promise<Problem> =>
  problemIn(
    await attempt.then(
      () => expect.unreachable('it was answered'),
      (cause: unknown) => cause,
    ),
  );
const write = () => callOperation(scope, 'us-east-1', 'UpdateSecretVersionStage', move);
const read = () => callOperation(scope, 'us-east-1', 'DescribeSecret', { SecretId: arn });
const broken = () =>
  new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('broke off')) }));

test('a write is sent once, as one body, with a reason only where one was given', async () => {
  const answer = { output: { ARN: arn }, requestId: 'r-1', at: '2026-11-19T03:42:14.000Z' };
  door.mockImplementation(async () => Response.json(answer));
  expect(await write()).toEqual(answer);
  expect(door).toHaveBeenCalledTimes(1);
  const [path, init] = door.mock.calls[0]!;
  expect(path).toBe('/api/secretsmanager/441200879921.riley/us-east-1/UpdateSecretVersionStage');
  expect(init).toMatchObject({ method: 'POST', cache: 'no-store', body: JSON.stringify({ input: move }) });
  await callOperation(scope, 'us-east-1', 'UpdateSecretVersionStage', move, 'INC-4711');
  expect(door.mock.calls[1]?.[1]?.body).toBe(JSON.stringify({ input: move, reason: 'INC-4711' }));
});

test("an answer sets the clock to AWS's", async () => {
  door.mockImplementation(async () =>
    Response.json({ output: {}, requestId: '', at: '2030-01-01T00:00:00.000Z' }),
  );
  await read();
  expect(Math.abs(awsNow() - Date.parse('2030-01-01T00:00:00.000Z'))).toBeLessThan(1_000);
});

describe('when there is no answer to be had', () => {
  // what happens, what the door does
  test.each<[string, () => Promise<Response>]>([
    ['the console is gone', () => Promise.reject(new TypeError('fetch failed'))],
    ['the answer breaks off', async () => broken()],
    ['the answer is no JSON', async () => new Response('<html>')],
    ['the time is up', () => Promise.reject(new DOMException('time out', 'TimeoutError'))],
  ])('because %s, a write may have happened, a read has not', async (_what, answer) => {
    door.mockImplementation(answer);
    expect((await failed(write())).code).toBe('answer-lost');
    expect((await failed(read())).code).toBe('aws-unavailable');
    expect(door).toHaveBeenCalledTimes(2);
  });

  test('because the operator left the page, that is no problem to report', async () => {
    door.mockImplementation(() => Promise.reject(new DOMException('left', 'AbortError')));
    const left = AbortSignal.abort();
    await expect(ask('/api/views/secret', { signal: left })).rejects.toThrow('left');
  });
});

test("a door's problem arrives as it is", async () => {
  const problem = problemOf('label-moved', { region: 'us-east-1', requestId: 'r-1' });
  door.mockImplementation(async () => Response.json(problem, { status: 409 }));
  expect(await failed(write())).toEqual(problem);
});

// what stands between browser and console answers
test.each<[number, string]>([
  [502, '<html>Bad gateway</html>'],
  [503, '{"code":"__proto__"}'],
  [403, '{"code":"made-up","detail":"x"}'],
  [403, '{"type":"/problems/made-up","detail":"x"}'],
  [403, '{"code":"access-denied","type":"about:blank"}'],
  [404, 'null'],
  [400, '[]'],
])('a %i with the body %s is not taken for one of our problems', async (status, body) => {
  door.mockImplementation(async () => new Response(body, { status }));
  expect(await failed(read())).toMatchObject({
    code: 'unexpected',
    detail: expect.stringContaining(`${status}`),
  });
});

const lines = async (text: string, sizes: () => number): Promise<unknown[]> => {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (let at = 0; at < bytes.length; ) {
        const size = sizes();
        stream.enqueue(bytes.slice(at, at + size));
        at += size;
      }
      stream.close();
    },
  });
  door.mockImplementation(async () => new Response(body));
  const read: unknown[] = [];
  for await (const line of readLines(inventoryPath, { scope }, new AbortController().signal)) read.push(line);
  return read;
};

test('lines are read whole, wherever the network cuts them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ kind: fc.string({ unit: 'grapheme' }) })),
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      async (sent, sizes) => {
        const text = sent.map((line) => `${JSON.stringify(line)}\n`).join('');
        expect(await lines(text, () => sizes.next().value)).toEqual(sent);
      },
    ),
  );
});

test('a line that was cut off is not shown as if it were whole', async () => {
  expect(await lines('{"kind":"end"}\n{"kind":"pa', () => 3)).toEqual([{ kind: 'end' }]);
});
