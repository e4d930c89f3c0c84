import { describe, expect, test } from 'vitest';
import { create, openDesk, whoAmI } from './desk.ts';
import { services } from './services/registry.ts';
import type { TestCredentials } from './signature/sign-request.ts';

const { aws, control, inquire, secretNames, url } = openDesk();

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
      `Field "service" must be one of ${[...services.keys()].join(', ')}.`,
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
    ['reset', { world: 'mars' }, 'Field "world" must be one of empty, demo, fleet.'],
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
    const pages = [{ origin: 'http://evil.example' }, { origin: url() }, { 'sec-fetch-site': 'cross-site' }];
    for (const headers of pages) expect((await control('POST', 'reset', {}, headers)).status).toBe(403);
  });
});
