import { describe, expect, test } from 'vitest';
import { listRegions, openDesk, whoAmI } from './desk.ts';
import { target } from './signature/sign-request.ts';

const { aws, control, url } = openDesk();

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
      const response = await fetch(url() + path, { method: 'GET' });
      expect([response.status, await response.json()]).toEqual([
        400,
        { __type: 'UnknownOperationException' },
      ]);
    }
  });

  test('a body beyond 1 MB is refused, with its length and without', async () => {
    const headers = target('CreateSecret');
    const big = 'x'.repeat(1_048_577);
    expect((await fetch(url(), { method: 'POST', headers, body: big })).status).toBe(413);
    const stream = new Blob([big]).stream();
    const streamed = await fetch(url(), {
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
    const first = await page({ MaxResults: 16, RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] });
    expect(first.Regions).toHaveLength(16);
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
