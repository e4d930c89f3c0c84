import { describe, expect, test } from 'vitest';
import { create, listRegions, openDesk, whoAmI } from './desk.ts';
import { startSandbox } from './server.ts';
import { riley, signRequest, type TestRequest, target } from './signature/sign-request.ts';

const { aws, control, inquire, secretNames } = openDesk();

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

  test('CloudTrail tells of what was throttled, denied or broken by a fault', async () => {
    const kinds = ['throttle', 'error500', 'deny'];
    for (const kind of kinds) {
      await control('POST', 'faults', { kind, count: 1 });
      await aws({ headers: target('DescribeSecret'), body: '{"SecretId":"prod/db"}' });
    }
    await control('POST', 'clock', { advance: 'PT10M' });
    const { text } = await aws({
      service: 'cloudtrail',
      headers: { 'x-amz-target': 'CloudTrail_20131101.LookupEvents' },
      body: '{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"DescribeSecret"}]}',
    });
    const { Events } = JSON.parse(text) as { Events: { CloudTrailEvent: string }[] };
    const told = Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent));
    expect(told.map(({ errorCode }) => errorCode).sort()).toEqual([
      'AccessDenied',
      'InternalServiceError',
      'ThrottlingException',
    ]);
    for (const { requestParameters, responseElements } of told) {
      expect(requestParameters).toEqual({ secretId: 'prod/db' });
      expect(responseElements).toBeNull();
    }
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
