import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from './server.ts';
import {
  riley,
  signRequest,
  type TestCredentials,
  type TestRequest,
  target,
} from './signature/sign-request.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => control('POST', 'reset'));

const host = () => new URL(sandbox.url).host;

async function control(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function aws(
  request: TestRequest = {},
  credentials: TestCredentials = riley,
  signal: AbortSignal | null = null,
) {
  const signed = await signRequest(credentials, { ...request, host: host() });
  // A client sets its host itself; under that very name it was signed.
  const { host: _, ...headers } = signed;
  const url = `${sandbox.url}${request.path ?? '/'}`;
  const response = await fetch(url, { method: 'POST', headers, body: request.body ?? '{}', signal });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const create = (Name: string): TestRequest => ({
  headers: target('CreateSecret'),
  body: JSON.stringify({ Name, ClientRequestToken: 'a'.repeat(32) }),
});
const whoAmI: TestRequest = {
  service: 'sts',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};
const listRegions: TestRequest = {
  service: 'account',
  path: '/listRegions',
  headers: { 'content-type': 'application/json' },
};
const secretNames = async () => {
  const { SecretList } = JSON.parse((await aws()).text) as { SecretList: { Name: string }[] };
  return SecretList.map(({ Name }) => Name);
};
const inquire = async (path: string) => (await control('GET', path)).body as unknown;

describe('AWS', () => {
  test('an answer carries a request id, and the virtual time', async () => {
    await control('POST', 'clock', { advance: 'P30D' });
    const { status, headers, text } = await aws();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ SecretList: [] });
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    expect(Math.abs(ahead - 30 * 86_400_000)).toBeLessThan(5000);
  });

  test.each([
    ['an unknown operation', { headers: target('Frobnicate') }, 'UnknownOperationException'],
    ['a name of JavaScript', { headers: target('constructor') }, 'UnknownOperationException'],
    ['a body that is not JSON', { body: '{"SecretString":"hunter2' }, 'SerializationException'],
    ['a body that is no object', { body: '[]' }, 'SerializationException'],
    ['a region that is not enabled', { region: 'af-south-1' }, 'UnrecognizedClientException'],
    ['a region there is not', { region: 'mars-1' }, 'UnrecognizedClientException'],
  ])('%s', async (_, request, code) => {
    const { status, headers, text } = await aws(request);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: code });
    expect(headers.get('x-amzn-errortype')).toBe(code);
    expect(text).not.toContain('hunter2');
  });

  test('a request addressed to no service', async () => {
    for (const path of ['/', '/nowhere', '//']) {
      const response = await fetch(sandbox.url + path, { method: 'GET' });
      expect([response.status, await response.json()]).toEqual([
        400,
        { __type: 'UnknownOperationException' },
      ]);
    }
  });

  test('a body beyond 1 MB is refused, with its length and without', async () => {
    const headers = target('CreateSecret');
    const big = 'x'.repeat(1_048_577);
    expect((await fetch(sandbox.url, { method: 'POST', headers, body: big })).status).toBe(413);
    const stream = new Blob([big]).stream();
    const streamed = await fetch(sandbox.url, {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await aws()).status).toBe(200);
  });

  test('STS answers XML, and refuses in XML', async () => {
    const good = await aws(whoAmI);
    expect(good.headers.get('content-type')).toBe('text/xml');
    expect(good.text).toContain('<Arn>arn:aws:iam::441200879921:user/riley</Arn>');
    const bad = await aws({ ...whoAmI, body: 'Action=Nothing&Version=2011-06-15' });
    expect(bad.status).toBe(400);
    expect(bad.text).toMatch(
      /^<ErrorResponse xmlns="https:\/\/sts.amazonaws.com\/doc\/2011-06-15\/"><Error><Type>Sender<\/Type><Code>InvalidAction<\/Code>/,
    );
  });

  test('text in XML is escaped', async () => {
    const { text } = await aws({ ...whoAmI, body: 'Action=<b>%26&Version=2011-06-15' });
    expect(text).toContain('Could not find operation &lt;b&gt;&amp; for');
  });

  test('regions come in pages, and by status', async () => {
    const page = async (body: object) =>
      JSON.parse((await aws({ ...listRegions, body: JSON.stringify(body) })).text);
    const first = await page({ MaxResults: 3, RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] });
    expect(first.Regions).toHaveLength(3);
    expect(first.Regions[0]).toEqual({ RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' });
    const rest = { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'], NextToken: first.NextToken };
    expect(await page(rest)).toEqual({
      Regions: [{ RegionName: 'ap-southeast-2', RegionOptStatus: 'ENABLED_BY_DEFAULT' }],
    });
    for (const wrong of [
      { MaxResults: 0 },
      { NextToken: 'x' },
      { RegionOptStatusContains: ['ON'] },
      { AccountId: 'x' },
    ]) {
      expect(await page(wrong)).toMatchObject({ __type: 'ValidationException' });
    }
  });
});

describe('faults', () => {
  const failing: [kind: string, request: TestRequest, status: number, answer: string][] = [
    ['throttle', {}, 400, '{"__type":"ThrottlingException","Message":"Rate exceeded"}'],
    ['throttle', listRegions, 429, '{"__type":"TooManyRequestsException","message":"Rate exceeded"}'],
    ['throttle', whoAmI, 400, '<Code>Throttling</Code><Message>Rate exceeded</Message>'],
    ['error500', {}, 500, '"__type":"InternalServiceError"'],
    ['error500', whoAmI, 500, '<Type>Receiver</Type><Code>InternalFailure</Code>'],
    [
      'deny',
      {},
      400,
      'User: arn:aws:iam::441200879921:user/riley is not authorized to perform: secretsmanager:ListSecrets with an explicit deny in an identity-based policy',
    ],
    ['deny', listRegions, 403, 'on resource: arn:aws:account::441200879921:account with an explicit deny'],
  ];
  test.each(failing)('%s', async (kind, request, status, answer) => {
    await control('POST', 'faults', { kind, count: 1 });
    const struck = await aws(request);
    expect(struck.status).toBe(status);
    expect(struck.text).toContain(answer);
    expect((await aws(request)).status).toBe(200);
  });

  test('a fault does not strike who cannot prove a signature, and is not counted so', async () => {
    await control('POST', 'faults', { kind: 'error500', count: 1 });
    const wrong = await aws({}, { ...riley, secretAccessKey: 'sandbox-wrong' });
    expect(wrong.text).toContain('InvalidSignatureException');
    expect(await inquire('faults')).toMatchObject([{ count: 1 }]);
    expect(await inquire('calls')).toEqual([]);
  });

  test('latency holds the answer back, not the deed', async () => {
    await control('POST', 'faults', { kind: 'latency', ms: 300, operation: 'CreateSecret' });
    const begun = performance.now();
    const answer = aws(create('slow'));
    await expect.poll(secretNames, { timeout: 250, interval: 10 }).toEqual(['slow']);
    expect((await answer).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(290);
  });

  test('reset loses the call; with "after" only its answer', async () => {
    await control('POST', 'faults', { kind: 'reset', count: 1 });
    await expect(aws(create('before'))).rejects.toThrow();
    await control('POST', 'faults', { kind: 'reset', count: 1, after: true });
    await expect(aws(create('after'))).rejects.toThrow();
    expect(await secretNames()).toEqual(['after']);
  });

  test('hang lasts until the faults are deleted', async () => {
    await control('POST', 'faults', { kind: 'hang' });
    let answered = false;
    const answer = aws(create('patient')).finally(() => {
      answered = true;
    });
    await expect.poll(() => inquire('calls')).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    await control('DELETE', 'faults');
    expect((await answer).status).toBe(200);
  });

  test('a client that leaves a hanging call has changed nothing', async () => {
    await control('POST', 'faults', { kind: 'hang' });
    const impatience = new AbortController();
    const answer = aws(create('never'), riley, impatience.signal);
    await expect.poll(() => inquire('calls')).toHaveLength(1);
    impatience.abort();
    await expect(answer).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await control('DELETE', 'faults');
    expect(await secretNames()).toEqual([]);
  });

  test('closing cuts a call that hangs', async () => {
    const other = await startSandbox();
    const { host: _, ...headers } = await signRequest(riley, { host: new URL(other.url).host });
    await fetch(`${other.url}/_sandbox/faults`, { method: 'POST', body: '{"kind":"hang"}' });
    const answer = fetch(other.url, { method: 'POST', headers, body: '{}' });
    const cut = expect(answer).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    await cut;
  });
});

describe('the control API', () => {
  test('counts calls by service, operation, region and principal', async () => {
    await aws();
    await aws();
    await aws({ region: 'eu-west-1' });
    await aws(whoAmI);
    const key = { service: 'secretsmanager', operation: 'ListSecrets', principal: 'riley' };
    expect(await inquire('calls')).toEqual([
      { ...key, region: 'us-east-1', count: 2 },
      { ...key, region: 'eu-west-1', count: 1 },
      { ...key, service: 'sts', operation: 'GetCallerIdentity', region: 'us-east-1', count: 1 },
    ]);
    expect((await control('DELETE', 'calls')).body).toEqual([]);
  });

  test('every operator signs in with the keys it gives away', async () => {
    const given = (await inquire('operators')) as (TestCredentials & { arn: string })[];
    expect(given).toHaveLength(4);
    for (const one of given) expect((await aws(whoAmI, one)).text).toContain(`<Arn>${one.arn}</Arn>`);
  });

  test('a session is its operator until it ends', async () => {
    const { body } = await control('POST', 'sessions', { name: 'noor', seconds: 900 });
    expect(body.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Date.parse(body.expiration) - Date.now()).toBeGreaterThan(890_000);
    expect((await aws(whoAmI, body)).text).toContain('assumed-role/RegionLimited/noor');
    await control('POST', 'sessions', { accessKeyId: body.accessKeyId, seconds: 0 });
    expect((await aws(whoAmI, body)).text).toContain('<Code>ExpiredToken</Code>');
    expect((await aws({}, body)).text).toContain('ExpiredTokenException');
  });

  test('reset makes the world new, and takes faults, calls and skipped time away', async () => {
    await aws(create('gone'));
    await control('POST', 'faults', { kind: 'throttle' });
    await control('POST', 'clock', { advance: 'PT24H' });
    const { body } = await control('POST', 'reset', { world: 'empty', seed: 9 });
    expect(body).toMatchObject({ world: 'empty', seed: 9 });
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(5000);
    expect(await inquire('faults')).toEqual([]);
    expect(await inquire('calls')).toEqual([]);
    expect(await secretNames()).toEqual([]);
    expect(await inquire('health')).toMatchObject({ ready: true, world: 'empty' });
  });

  test('the same seed gives the same identifiers', async () => {
    const arn = async () => {
      await control('POST', 'reset', { seed: 20261119 });
      return (JSON.parse((await aws(create('same'))).text) as { ARN: string }).ARN;
    };
    expect(await arn()).toBe(await arn());
  });

  test.each([
    ['faults', {}, 'Field "kind" is missing.'],
    ['faults', { kind: 'flood' }, 'Field "kind" must be one of throttle, deny,'],
    ['faults', { kind: 'deny', colour: 'red' }, 'Unknown field "colour"; known are kind,'],
    [
      'faults',
      { kind: 'deny', service: 's3' },
      'Field "service" must be one of secretsmanager, sts, account.',
    ],
    ['faults', { kind: 'deny', operation: 'ListSecret' }, 'Field "operation" must be one of '],
    ['faults', { kind: 'deny', region: 'mars-1' }, 'Field "region" must be one of '],
    ['faults', { kind: 'deny', principal: 'eve' }, 'Field "principal" must be one of '],
    ['faults', { kind: 'deny', probability: 2 }, 'Field "probability" must be a number from 0 to 1.'],
    ['faults', { kind: 'deny', count: 0 }, 'Field "count" must be a whole number from 1 to'],
    ['faults', { kind: 'latency' }, 'A latency needs the field "ms".'],
    ['faults', { kind: 'deny', ms: 4 }, 'Only a latency takes the field "ms".'],
    ['faults', { kind: 'hang', after: true }, 'Only a reset takes the field "after".'],
    ['faults', { kind: 'reset', after: 'yes' }, 'Field "after" must be true or false.'],
    ['faults', '{"kind":', 'The body is not JSON.'],
    ['faults', '"deny"', 'The body must be a JSON object.'],
    ['faults', '{"__proto__":1}', 'Unknown field "__proto__"'],
    ['clock', {}, 'Field "advance" is missing.'],
    ['clock', { advance: '1 day' }, 'Field "advance" must be an ISO-8601 duration'],
    ['clock', { advance: 5 }, 'Field "advance" must be a text'],
    ['reset', { world: 'mars' }, 'Field "world" must be one of empty, demo.'],
    ['reset', { seed: -1 }, 'Field "seed" must be a whole number'],
    ['sessions', { name: 'riley' }, 'Field "seconds" is missing.'],
    ['sessions', { seconds: 5 }, 'Field "name" is missing.'],
    ['sessions', { name: 'eve', seconds: 5 }, 'Field "name" must be one of'],
    ['sessions', { accessKeyId: 'ASIANOBODY', seconds: 0 }, 'No session has this "accessKeyId".'],
    ['sessions', { accessKeyId: 'x', name: 'riley', seconds: 0 }, 'Give either "name" or "accessKeyId".'],
  ])('%s refuses %j', async (path, body, reason) => {
    const refused = await control('POST', path, body);
    expect(refused.status).toBe(400);
    expect(refused.body.reason).toContain(reason);
  });

  test('says which paths and methods there are', async () => {
    expect((await control('GET', 'nothing')).status).toBe(404);
    expect((await control('GET', 'constructor')).status).toBe(404);
    expect(await control('DELETE', 'clock')).toMatchObject({
      status: 405,
      body: { reason: 'This path takes GET, POST.' },
    });
  });

  test('a web page may not drive it', async () => {
    const pages = [
      { origin: 'http://evil.example' },
      { origin: sandbox.url },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of pages) expect((await control('POST', 'reset', {}, headers)).status).toBe(403);
  });
});
