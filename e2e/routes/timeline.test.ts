import {
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetClients } from '@/lib/aws/own-client';
import { type Desk, openDesk, type SignedIn } from './console';
import { get, moveLabel } from './doors';
import { type Made, makeSecret } from './secrets';
import { foundIn, timeline } from './timeline';

const NAMES = 9;

describe.each(['none', 'arn'] as const)('where a lookup by ARN finds what %s says', (resourceLookup) => {
  let desk: Desk;
  let secret: Made;
  let riley: SignedIn;

  beforeAll(async () => {
    desk = await openDesk({ deliveryMs: 0, resourceLookup, quotas: false });
    secret = await makeSecret(desk.as('riley'), 'orders/db', 3);
    await makeSecret(desk.as('riley'), 'other/db', 2);
    riley = await desk.signedIn('riley');
    const [, second, third] = secret.versions;
    await moveLabel(riley, secret.arn, { from: third!, to: second! }, { reason: 'INC-4711' });
  });
  afterAll(() => desk.close());

  test('an operator sees who put each version and moved the label, with what tool and why, and no value', async () => {
    const lines = await timeline(riley, secret.arn);
    const { events } = foundIn(lines);
    const told = events.map(({ name, actor, tool, effect }) => [
      name,
      actor.name,
      tool.kind,
      tool.reason,
      effect.kind,
    ]);
    expect(told.sort()).toEqual(
      [
        ['CreateSecret', 'riley', 'sdk', undefined, 'created'],
        ['PutSecretValue', 'riley', 'sdk', undefined, 'value-put'],
        ['PutSecretValue', 'riley', 'sdk', undefined, 'value-put'],
        ['UpdateSecretVersionStage', 'riley', 'keyturn', 'INC-4711', 'label-moved'],
      ].sort(),
    );
    expect(events.every(({ requestId, sourceIp }) => requestId && sourceIp)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('the value');
    expect(lines.at(-1)).toMatchObject({ kind: 'end' });
  });
});

test('of a replication an operator sees who asked for which region, by a look-up for each name and not for each secret', async () => {
  const desk = await openDesk({ deliveryMs: 0, quotas: false });
  const riley = await desk.signedIn('riley');
  const { arn } = await makeSecret(desk.as('riley'), 'orders/db');
  const other = await makeSecret(desk.as('riley'), 'other/db');
  const to = (...regions: string[]) => regions.map((Region) => ({ Region }));
  const client = desk.as('riley');
  const AddReplicaRegions = to('eu-west-1', 'us-west-2');
  await client.send(new ReplicateSecretToRegionsCommand({ SecretId: 'orders/db', AddReplicaRegions }));
  await client.send(
    new RemoveRegionsFromReplicationCommand({ SecretId: arn, RemoveReplicaRegions: ['us-west-2'] }),
  );
  await desk.forgetCalls();
  const { events } = foundIn(await timeline(riley, arn, { about: 'replication' }));
  const told = events.map(({ name, effect }) => [name, effect.kind === 'replication' && effect.regions]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['ReplicateSecretToRegions', ['eu-west-1', 'us-west-2']],
      ['RemoveRegionsFromReplication', ['us-west-2']],
      ['ReplicationStarted', ['eu-west-1']],
    ]),
  );
  expect(foundIn(await timeline(riley, other.arn, { about: 'replication' })).events).toEqual([]);
  expect(await desk.count('LookupEvents')).toBe(5);
  await desk.close();
});

describe('what a reading costs', () => {
  let desk: Desk;
  let secret: Made;
  let others: Made[];
  let riley: SignedIn;

  beforeAll(async () => {
    desk = await openDesk({ deliveryMs: 0, quotas: false });
    secret = await makeSecret(desk.as('riley'), 'orders/db', 3);
    others = [await makeSecret(desk.as('riley'), 'other/db'), await makeSecret(desk.as('riley'), 'third/db')];
    riley = await desk.signedIn('riley');
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.forgetCalls());

  test('one lookup by ARN and one by each name; read again at once, none; another secret, its own, while that may help', async () => {
    await timeline(riley, secret.arn);
    expect(await desk.count('LookupEvents')).toBe(NAMES + 1);
    await desk.forgetCalls();
    const again = await timeline(riley, secret.arn);
    expect(await desk.count('LookupEvents')).toBe(0);
    expect(foundIn(again).events).toHaveLength(3);
    for (const { arn } of others) expect(foundIn(await timeline(riley, arn)).events).toHaveLength(2);
    expect(await desk.calls()).toMatchObject([{ operation: 'LookupEvents', count: 1 }]);
  });

  test('reading further back reads the names that matter less, and says when there is no more', async () => {
    const further = await timeline(riley, secret.arn, { further: '1' });
    expect(await desk.count('LookupEvents')).toBe(6);
    expect(further.at(-1)).toEqual({ kind: 'end', more: false });
    expect(foundIn(further).streams.every(({ complete }) => complete)).toBe(true);
  });

  test('what one sign-in has read is nobody else’s, and gone when it ends', async () => {
    const found = async (who: SignedIn) => (await timeline(who, secret.arn))[0];
    expect(await found(riley)).toMatchObject({ kind: 'found', stream: { pages: 1 } });
    expect(await desk.count('LookupEvents')).toBe(0);
    forgetClients(riley.session.sid);
    await timeline(riley, secret.arn);
    expect(await desk.count('LookupEvents')).toBe(NAMES + 1);
    await timeline(await desk.signedIn('dana'), secret.arn);
    expect(await desk.count('LookupEvents')).toBe(2 * (NAMES + 1));
  });
});

describe('when CloudTrail does not answer as wished', () => {
  let desk: Desk;
  let secret: Made;
  let riley: SignedIn;

  beforeAll(async () => {
    desk = await openDesk({ deliveryMs: 0, quotas: false });
    secret = await makeSecret(desk.as('riley'), 'orders/db');
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.heal();
    await desk.forgetCalls();
    riley = await desk.signedIn('riley');
  });

  test('an operator who may not look up events hears which right is missing, after one call', async () => {
    await desk.fault({ kind: 'deny', service: 'cloudtrail' });
    const lines = await timeline(riley, secret.arn);
    expect(lines).toMatchObject([
      { kind: 'stopped', problem: { code: 'access-denied', action: 'cloudtrail:LookupEvents' } },
      { kind: 'end', more: true },
    ]);
    // Two pages are asked for at once.
    expect(await desk.count('LookupEvents')).toBeLessThanOrEqual(2);
  });

  test('a throttled page is asked for again, and the timeline is complete', async () => {
    await desk.fault({ kind: 'throttle', service: 'cloudtrail', count: 2 });
    const lines = await timeline(riley, secret.arn);
    expect(lines.filter(({ kind }) => kind === 'stopped')).toEqual([]);
    expect(foundIn(lines).events).toHaveLength(2);
    expect(await desk.count('LookupEvents')).toBe(NAMES + 1 + 2);
  });

  test('a region full of other secrets’ events is read page by page, as far as asked', async () => {
    const busy = desk.as('riley');
    const noise = await makeSecret(busy, 'noise', 1);
    for (let at = 0; at < 60; at++) {
      await busy.send(new PutSecretValueCommand({ SecretId: noise.arn, SecretString: `${at}` }));
    }
    const first = foundIn(await timeline(riley, secret.arn));
    expect(first.events.map(({ name }) => name)).toEqual(['CreateSecret']);
    expect(first.streams.find(({ name }) => name === 'PutSecretValue')).toMatchObject({
      complete: false,
      pages: 1,
    });
    // As far as an instant that the first page covers already: nothing more is asked of AWS.
    await desk.forgetCalls();
    await timeline(riley, secret.arn, {
      further: '1',
      until: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(await desk.count('LookupEvents')).toBe(0);
    // Back to before the secret: of the names that move AWSCURRENT, the one with more pages, and no other.
    const back = foundIn(
      await timeline(riley, secret.arn, { further: '1', until: '2020-01-01T00:00:00.000Z' }),
    );
    expect(await desk.calls()).toMatchObject([{ operation: 'LookupEvents', count: 1 }]);
    expect(back.streams.find(({ name }) => name === 'PutSecretValue')).toMatchObject({ complete: true });
    const further = foundIn(await timeline(riley, secret.arn, { further: '1' }));
    expect(further.events.map(({ name }) => name).sort()).toEqual(['CreateSecret', 'PutSecretValue']);
    expect(further.streams.find(({ name }) => name === 'PutSecretValue')).toMatchObject({
      complete: true,
      pages: 2,
    });
  });

  test('a page that is left asks AWS for nothing more', async () => {
    await desk.fault({ kind: 'latency', service: 'cloudtrail', ms: 50 });
    const response = await get(riley, '/api/views/timeline', { scope: riley.session.scope, arn: secret.arn });
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    const asked = await desk.count('LookupEvents');
    expect(asked).toBeLessThanOrEqual(4);
    await timeline(await desk.signedIn('riley'), secret.arn);
    expect((await desk.count('LookupEvents')) - asked).toBeLessThanOrEqual(NAMES + 1 + 2);
  });
});

test('events that are not delivered yet are missing, and there at the next reading', async () => {
  const late = await openDesk({ deliveryMs: 300_000, quotas: false });
  const sam = await late.signedIn('sam');
  const made = await makeSecret(late.as('riley'), 'late/db');
  expect(foundIn(await timeline(sam, made.arn)).events).toEqual([]);
  await late.control('clock', { advance: 'PT10M' });
  // What was read a moment ago counts as fresh; a new sign-in has read nothing.
  expect(foundIn(await timeline(await late.signedIn('sam'), made.arn)).events).toHaveLength(2);
  await late.close();
});
