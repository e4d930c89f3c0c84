import { describe, expect, test } from 'vitest';
import { operatorsIn } from '../../identity/operators.ts';
import type { Json } from '../../operation.ts';
import { perform } from '../../perform.ts';
import type { Event } from '../../services/cloudtrail/event.ts';
import { HOME } from '../../services/iam/state.ts';
import type { Secret } from '../../services/secretsmanager/state.ts';
import { createWorld, type World } from '../create.ts';
import { SHARED } from './people.ts';
import { STAGING } from './staging-account.ts';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];
const END = new Date();
/** What a machine that is busy with other tests may take to build the demo once. */
const BUILDING = 60_000;
const open = (end = END) =>
  createWorld({ name: 'demo', seed: 7, replicationMs: 1500, secrets: 0, deliveryMs: 0 }, end);

const world = open();
const secretsOf = ({ state }: World, account: string, region: string): Secret[] => [
  ...(state.secretsManager.regions.get(`${account}/${region}`)?.values() ?? []),
];
const eventsOf = ({ state }: World, account: string, region: string): Event[] => [
  ...state.trail.log(account, region).find(undefined, undefined),
];
const all = REGIONS.flatMap((region) => secretsOf(world, HOME, region));
const events = REGIONS.flatMap((region) => eventsOf(world, HOME, region));
const named = (name: string) => events.filter(({ subject }) => subject.eventName === name);
const userAgents = (name: string) => named(name).map(({ subject }) => subject.caller?.userAgent ?? '');

function ask(operation: string, input: Json, region = 'us-east-1'): Json {
  const { state, random } = world;
  return perform(
    {
      ...{ service: 'secretsmanager', operation, region, principal: operatorsIn(state.iam).riley, state },
      ...{ requestId: 'r', now: END, random, caller: { sourceIp: '127.0.0.1', userAgent: 'test' } },
    },
    input,
  );
}
const describeSecret = (name: string, region?: string) => ask('DescribeSecret', { SecretId: name }, region);
const statusOf = (name: string, region: string) =>
  (describeSecret(name).ReplicationStatus as Json[]).find(({ Region }) => Region === region);

test('about 2,400 secrets are listed, replicas among them, in every region of two accounts', () => {
  const shared = REGIONS.flatMap((region) => secretsOf(world, SHARED, region));
  expect(all.length + shared.length).toBeGreaterThan(2300);
  expect(all.length + shared.length).toBeLessThan(2500);
  expect(shared.length).toBeGreaterThan(50);
  for (const region of REGIONS) {
    expect(secretsOf(world, HOME, region).length).toBeGreaterThan(300);
    expect(secretsOf(world, SHARED, region).length).toBeGreaterThan(5);
  }
  expect(all.filter(({ following }) => following).length).toBeGreaterThan(900);
});

test('a third account has a few secrets in two regions, and its own history', () => {
  expect(secretsOf(world, STAGING, 'us-east-1')).toHaveLength(6);
  expect(secretsOf(world, STAGING, 'eu-west-1')).toHaveLength(5);
  const told = eventsOf(world, STAGING, 'eu-west-1');
  expect(told.map(({ subject }) => subject.eventName)).toEqual(
    expect.arrayContaining(['PutSecretValue', 'DeleteSecret', 'RotationStarted']),
  );
  // A function of its own rotates two of them, and fails as the one of the same name does in the first account.
  const failed = told.filter(({ subject }) => subject.eventName === 'RotationFailed');
  expect(new Set(failed.map(({ about }) => about)).size).toBe(2);
  expect(failed[0]?.failure?.message).toContain(`eu-west-1:${STAGING}:function:rotate-postgres`);
  expect(failed[0]?.failure?.message).toContain('during createSecret step');
});

test('the same seed makes the same secrets and events, whenever it is opened', { timeout: BUILDING }, () => {
  const traces = (one: World, end: Date) =>
    REGIONS.flatMap((region) => [
      secretsOf(one, HOME, region).map(({ arn, content }) => [arn, [...content.versions.keys()]]),
      eventsOf(one, HOME, region).map(({ sequence, at, requestId, request, subject }) => [
        ...[sequence, end.getTime() - at, requestId, request, subject.eventName],
      ]),
    ]);
  const earlier = new Date(END.getTime() - 5 * 3_600_000 - 17_000);
  expect(traces(open(earlier), earlier)).toEqual(traces(world, END));
});

test('the event history is 90 days long and never older', () => {
  const ages = events.map(({ at }) => END.getTime() - at);
  for (const region of REGIONS) {
    // It forgets with each event it hears.
    const times = eventsOf(world, HOME, region).map(({ at }) => at);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(90 * 86_400_000);
  }
  expect(Math.max(...ages)).toBeGreaterThan(88 * 86_400_000);
  expect(Math.min(...ages)).toBeLessThan(15 * 60_000);
  expect(events.length).toBeGreaterThan(25_000);
});

describe('it tells of', () => {
  test('the incident: an endpoint deleted, seven rotations that failed and have AWSPENDING left', () => {
    const deleted = named('DeleteVpcEndpoints');
    expect(deleted.map(({ at }) => Math.round((END.getTime() - at) / 60_000)).sort()).toEqual([104, 104]);
    const failed = named('RotationFailed').filter(
      ({ at, failure }) =>
        at > deleted[0]!.at && failure?.message.includes('rotate-aurora during createSecret'),
    );
    // Tried twice until the demo opens.
    expect(failed).toHaveLength(14);
    expect(new Set(failed.map(({ about }) => about)).size).toBe(7);
    for (const { about } of failed) {
      const secret = all.find(({ arn }) => arn === about);
      const open = secret?.content.versions.get(secret.openRotation ?? '');
      expect(open).toMatchObject({ labels: ['AWSPENDING'], value: undefined });
    }
    const refused = named('RotateSecret').filter(({ failure }) => failure);
    expect(refused[0]?.failure?.message).toMatch(/previous rotation isn't complete/);
  });

  test('the payments login: rotated 23 minutes ago, after a first attempt that failed, without one member', () => {
    const value = (stage: string) =>
      JSON.parse(
        String(
          ask('GetSecretValue', { SecretId: 'prod/payments/db-writer', VersionStage: stage }).SecretString,
        ),
      );
    expect(value('AWSPREVIOUS')).toHaveProperty('dbname');
    expect(value('AWSCURRENT')).not.toHaveProperty('dbname');
    const { ARN, LastRotatedDate, RotationEnabled } = describeSecret('prod/payments/db-writer');
    expect(RotationEnabled).toBe(true);
    expect(Math.round((END.getTime() / 1000 - Number(LastRotatedDate)) / 60)).toBe(23);
    const life = events.filter(
      ({ about, subject }) => about === ARN && subject.eventName.startsWith('Rotation'),
    );
    expect(life.slice(0, 3).map(({ subject }) => subject.eventName)).toEqual([
      'RotationSucceeded',
      'RotationFailed',
      'RotationStarted',
    ]);
  });

  test('rotations by schedule, most of which succeeded, and those of services and partners', () => {
    expect(named('RotationSucceeded').length).toBeGreaterThan(200);
    expect(named('RotationStarted').length).toBeGreaterThan(named('RotationSucceeded').length);
    const managed = all.filter(({ owningService }) => owningService === 'rds');
    expect(managed.length).toBeGreaterThan(10);
    const about = new Set(named('RotationSucceeded').map((event) => event.about));
    expect(managed.every(({ arn }) => about.has(arn))).toBe(true);
    expect(all.filter(({ content }) => content.type !== undefined).length).toBeGreaterThanOrEqual(3);
  });

  test('replicas in sync, behind, on their way and failed', () => {
    expect(statusOf('prod/payments/db-writer', 'eu-west-1')).toMatchObject({ Status: 'InSync' });
    expect(statusOf('prod/fraud/sift-api', 'ap-southeast-2')).toMatchObject({ Status: 'InProgress' });
    expect(statusOf('prod/identity/oidc-signing', 'us-west-2')?.StatusMessage).toMatch(/already exists/);
    expect(statusOf('prod/checkout/session-key', 'ap-southeast-2')?.StatusMessage).toMatch(/KMS key/);
    const labels = (region?: string) => describeSecret('prod/checkout/klarna-api', region).VersionIdsToStages;
    expect(statusOf('prod/checkout/klarna-api', 'eu-west-1')).toMatchObject({ Status: 'InSync' });
    expect(labels('us-west-2')).toEqual(labels());
    expect(labels('eu-west-1')).not.toEqual(labels());
    expect(statusOf('data/looker/embed-signing', 'us-west-2')).toMatchObject({ Status: 'InSync' });
    expect(statusOf('data/looker/embed-signing', 'ap-southeast-2')).toBeUndefined();
    expect(describeSecret('data/looker/embed-signing', 'ap-southeast-2').PrimaryRegion).toBeUndefined();
    expect(named('ReplicationFailed').length).toBeGreaterThanOrEqual(3);
  });

  test('secrets waiting for their end, restored ones, and such that are gone', () => {
    expect(all.filter(({ deletionDue }) => deletionDue).length).toBeGreaterThanOrEqual(5);
    expect(named('RestoreSecret').length).toBeGreaterThanOrEqual(2);
    expect(named('EndSecretVersionDelete').length).toBeGreaterThanOrEqual(3);
    expect(all.some(({ name }) => name === 'dev/orders/tmp-import')).toBe(false);
  });

  test('custom labels, and people who took a version back and said why', () => {
    const labels = new Set(
      all.flatMap(({ content }) => [...content.versions.values()].flatMap((version) => version.labels)),
    );
    expect([...labels].filter((label) => !label.startsWith('AWS')).length).toBeGreaterThanOrEqual(5);
    expect(
      userAgents('UpdateSecretVersionStage').filter((text) => /keyturn reason\/INC-/.test(text)).length,
    ).toBeGreaterThanOrEqual(9);
  });

  test('applications that read by a label or a version, and from the other account by ARN', () => {
    const requests = named('GetSecretValue').map(({ request }) => request ?? '');
    expect(requests.some((text) => text.includes('"versionStage":"AWSCURRENT"'))).toBe(true);
    expect(requests.some((text) => text.includes('"versionId"'))).toBe(true);
    const foreign = named('GetSecretValue').filter(
      ({ request, failure }) => request?.includes(`:${SHARED}:secret:`) && !failure,
    );
    expect(foreign.length).toBeGreaterThan(50);
    // The owner's account hears of it too, and knows the caller's account only.
    const heard = eventsOf(world, SHARED, 'us-east-1').filter(({ shared }) => shared !== undefined);
    expect(heard.length).toBeGreaterThan(50);
  });

  test('refused calls, and policies of secrets', () => {
    const refused = events.filter(
      ({ failure, subject }) => failure?.code === 'AccessDenied' && subject.kind === 'call',
    );
    expect(refused.length).toBeGreaterThan(40);
    expect(new Set(refused.map(({ subject }) => subject.principal?.name)).size).toBeGreaterThanOrEqual(4);
    expect(all.filter(({ content }) => content.policy !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(named('DeleteResourcePolicy')).toHaveLength(1);
  });
});
