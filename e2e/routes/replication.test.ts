import {
  CreateSecretCommand,
  ListSecretsCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { arnInRegion } from '@/lib/domain/arn';
import { type Desk, openDesk, type SignedIn } from './console';
import { post, problemIn } from './doors';
import { askReplication, readCopies, readIn } from './replication-lines';
import { makeSecret } from './secrets';

const HOME = 'us-east-1';
const STRUCK = 'us-west-2';
const OTHERS = ['eu-west-1', 'ap-southeast-2'];
const MANY = 60;

let desk: Desk;
let riley: SignedIn;
let arns: string[] = [];
let number = 0;

beforeAll(async () => {
  desk = await openDesk({ quotas: false, replicationMs: 100 });
  riley = await desk.signedIn('riley');
  const client = desk.as('riley');
  const made = await Promise.all(
    Array.from({ length: MANY }, (_, at) =>
      client.send(
        new CreateSecretCommand({
          Name: `fleet/${at}`,
          SecretString: '-',
          AddReplicaRegions: [STRUCK, ...OTHERS].map((Region) => ({ Region })),
        }),
      ),
    ),
  );
  arns = made.map(({ ARN }) => ARN ?? '');
  const listed = async () =>
    (await desk.as('riley', STRUCK).send(new ListSecretsCommand({}))).SecretList?.length;
  await vi.waitFor(async () => expect(await listed()).toBe(MANY), { timeout: 10_000 });
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());
afterEach(() => desk.heal());

const everywhere = () =>
  [HOME, STRUCK, ...OTHERS].flatMap((region) => arns.map((arn) => arnInRegion(arn, region)));

test('each copy costs one DescribeSecret, and shows its labels; only primaries tell of replicas', async () => {
  const lines = await readCopies(riley, everywhere());
  expect(lines.at(-1)).toEqual({ kind: 'end' });
  for (const region of [HOME, STRUCK, ...OTHERS]) expect(readIn(lines, region)).toBe(MANY);
  expect(await desk.count('DescribeSecret')).toBe(MANY * 4);
  const [primary, copy] = [HOME, STRUCK].map((region) => {
    const line = lines.find((one) => one.kind === 'read' && one.arn === arnInRegion(arns[0] ?? '', region));
    return line?.kind === 'read' ? line.seen : undefined;
  });
  expect(primary?.replicas.map(({ status }) => status)).toEqual(['InSync', 'InSync', 'InSync']);
  expect(copy).toMatchObject({
    primaryRegion: HOME,
    replicas: [],
    holders: primary?.holders,
    protected: false,
  });
});

// fault, tries of one copy, code; so often in a row, and the region is left alone
test.each([
  { kind: 'deny', code: 'access-denied', atMost: 24 + 12 },
  { kind: 'error500', code: 'aws-unavailable', atMost: 3 * (3 + 12) },
  { kind: 'reset', code: 'aws-unavailable', atMost: 3 * (3 + 12) },
  { kind: 'throttle', code: 'throttled', atMost: 3 * (3 + 12) },
])('$kind in one region stops that region alone', async ({ kind, code, atMost }) => {
  await desk.fault({ kind, operation: 'DescribeSecret', region: STRUCK });
  const lines = await readCopies(riley, everywhere());
  for (const region of [HOME, ...OTHERS]) expect(readIn(lines, region)).toBe(MANY);
  expect(readIn(lines, STRUCK)).toBe(0);
  const stopped = lines.filter((line) => line.kind === 'stopped');
  expect(stopped).toMatchObject([{ region: STRUCK, problem: { code, region: STRUCK } }]);
  const asked = (await desk.calls()).find(
    (call) => call.operation === 'DescribeSecret' && call.region === STRUCK,
  );
  expect(asked?.count).toBeLessThanOrEqual(atMost);
  expect(lines.at(-1)).toEqual({ kind: 'end' });
});

test('a region that hangs is left alone, and all others are complete before', async () => {
  await desk.fault({ kind: 'hang', operation: 'DescribeSecret', region: STRUCK });
  const lines = await readCopies(riley, everywhere());
  const first = lines.findIndex((line) => line.kind === 'refused');
  const before = lines.slice(0, first);
  for (const region of [HOME, ...OTHERS]) expect(readIn(before, region)).toBe(MANY);
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'stopped', region: STRUCK }));
});

test('one failure among many leaves no trace on the region', async () => {
  await desk.fault({ kind: 'deny', operation: 'DescribeSecret', region: STRUCK, count: 2 });
  const lines = await readCopies(riley, everywhere());
  expect(readIn(lines, STRUCK)).toBe(MANY - 2);
  expect(lines.filter((line) => line.kind === 'stopped')).toEqual([]);
});

test('a copy that is gone is an answer, however many there are', async () => {
  const gone = Array.from(
    { length: 40 },
    (_, at) => `arn:aws:secretsmanager:${STRUCK}:441200879921:secret:gone/${at}-AbCdEf`,
  );
  const lines = await readCopies(riley, gone);
  expect(lines.filter((line) => line.kind === 'refused')).toHaveLength(40);
  expect(lines.filter((line) => line.kind === 'stopped')).toEqual([]);
});

test('noor reads three regions of four', async () => {
  const noor = await desk.signedIn('noor');
  const lines = await readCopies(noor, everywhere());
  for (const region of [HOME, STRUCK, 'eu-west-1']) expect(readIn(lines, region)).toBe(MANY);
  expect(readIn(lines, 'ap-southeast-2')).toBe(0);
});

test.each([
  ['nobody', 'sign-in-expired', undefined],
  ['another scope', 'scope-not-held', { scope: '441200879921.somebody', arns: ['x'] }],
])('%s is not answered', async (_who, code, question) => {
  const who = question ? riley : undefined;
  const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:a-AbCdEf';
  const response = await askReplication(who, { scope: riley.session.scope, ...question, arns: [arn] });
  expect((await problemIn(response)).code).toBe(code);
});

test.each([
  { arns: [] },
  { arns: ['prod/db'] },
  {
    arns: Array.from(
      { length: 2_001 },
      () => 'arn:aws:secretsmanager:us-east-1:441200879921:secret:a-AbCdEf',
    ),
  },
  { arns: ['arn:aws:secretsmanager:us-east-1:441200879921:secret:a-AbCdEf'], regions: 'x' },
])('a question of another form is refused', async (question) => {
  const response = await askReplication(riley, { scope: riley.session.scope, ...question });
  expect((await problemIn(response)).code).toBe('input-invalid');
});

const act = (operation: string, input: object, region = HOME, who = riley) =>
  post(who, input, { operation, region });

test('regions are added, removed and promoted through door one, each with its audit line', async () => {
  const { arn } = await makeSecret(desk.as('riley'), `prod/act-${number++}`);
  desk.takeAudit();
  const added = await act('ReplicateSecretToRegions', {
    SecretId: arn,
    AddReplicaRegions: [{ Region: 'eu-west-1' }, { Region: 'us-west-2' }],
  });
  expect(added.status).toBe(200);
  const there = (region: string) => readCopies(riley, [arnInRegion(arn, region)]);
  await vi.waitFor(async () => expect((await there('eu-west-1'))[0]?.kind).toBe('read'));
  const removed = await act('RemoveRegionsFromReplication', {
    SecretId: arn,
    RemoveReplicaRegions: ['us-west-2'],
  });
  expect(removed.status).toBe(200);
  expect((await there('us-west-2'))[0]).toMatchObject({
    kind: 'refused',
    problem: { code: 'secret-not-found' },
  });
  const copy = arnInRegion(arn, 'eu-west-1');
  expect((await act('StopReplicationToReplica', { SecretId: copy }, 'eu-west-1')).status).toBe(200);
  const [line] = await there('eu-west-1');
  expect(line?.kind === 'read' && line.seen.primaryRegion).toBeUndefined();
  const lines = desk.takeAudit().map((text) => JSON.parse(text));
  expect(
    lines.map(({ operation, effect, regions, secret }) => ({ operation, effect, regions, secret })),
  ).toEqual([
    {
      operation: 'ReplicateSecretToRegions',
      effect: 'write',
      regions: ['eu-west-1', 'us-west-2'],
      secret: arn,
    },
    { operation: 'RemoveRegionsFromReplication', effect: 'destroy', regions: ['us-west-2'], secret: arn },
    { operation: 'StopReplicationToReplica', effect: 'destroy', regions: undefined, secret: copy },
  ]);
});

test('what AWS refuses of a replication is said in its own words, and an answer that is lost is not sent again', async () => {
  const { arn } = await makeSecret(desk.as('riley'), `prod/act-${number++}`);
  const own = await act('ReplicateSecretToRegions', { SecretId: arn, AddReplicaRegions: [{ Region: HOME }] });
  expect(await problemIn(own)).toMatchObject({ code: 'input-invalid', detail: 'Invalid replica region.' });
  const sam = await desk.signedIn('sam');
  const input = { SecretId: arn, AddReplicaRegions: [{ Region: 'eu-west-1' }] };
  const refused = await act('ReplicateSecretToRegions', input, HOME, sam);
  expect(await problemIn(refused)).toMatchObject({
    code: 'access-denied',
    action: 'secretsmanager:ReplicateSecretToRegions',
  });
  await desk.forgetCalls();
  await desk.fault({ kind: 'reset', after: true, operation: 'ReplicateSecretToRegions' });
  expect((await problemIn(await act('ReplicateSecretToRegions', input))).code).toBe('answer-lost');
  expect(await desk.count('ReplicateSecretToRegions')).toBe(1);
});

test.each([
  ['ReplicateSecretToRegions', {}],
  ['ReplicateSecretToRegions', { AddReplicaRegions: [] }],
  ['ReplicateSecretToRegions', { AddReplicaRegions: [{ Region: 'x.evil.example' }] }],
  ['ReplicateSecretToRegions', { AddReplicaRegions: [{ Region: 'eu-west-1', KmsKeyId: 'alias/a b' }] }],
  ['ReplicateSecretToRegions', { AddReplicaRegions: [{ Region: 'eu-west-1', More: 1 }] }],
  ['RemoveRegionsFromReplication', { RemoveReplicaRegions: [] }],
  ['StopReplicationToReplica', { Region: 'eu-west-1' }],
])('%s with %j is refused before AWS hears of it', async (operation, more) => {
  const SecretId = arns[0] ?? '';
  expect((await problemIn(await act(operation, { SecretId, ...more }))).code).toBe('input-invalid');
  expect(await desk.count(operation)).toBe(0);
});

test('a replica behind its primary shows as it is: AWS says in sync, the labels differ', async () => {
  const slow = await openDesk({ quotas: false, replicationMs: 60_000 });
  try {
    const who = await slow.signedIn('riley');
    const { arn, versions } = await makeSecret(slow.as('riley'), 'prod/slow');
    const add = { SecretId: arn, AddReplicaRegions: [{ Region: 'eu-west-1' }] };
    await post(who, add, { operation: 'ReplicateSecretToRegions' });
    await slow.control('clock', { advance: 'PT2M' });
    const [from, to] = [versions.at(-1), versions[0]];
    const move = {
      SecretId: arn,
      VersionStage: 'AWSCURRENT',
      RemoveFromVersionId: from,
      MoveToVersionId: to,
    };
    await slow.as('riley').send(new UpdateSecretVersionStageCommand(move));
    const lines = await readCopies(who, [arn, arnInRegion(arn, 'eu-west-1')]);
    const [primary, copy] = [HOME, 'eu-west-1'].map((region) => {
      const line = lines.find((one) => one.kind === 'read' && one.arn.includes(`:${region}:`));
      return line?.kind === 'read' ? line.seen : undefined;
    });
    expect(primary?.replicas).toMatchObject([{ region: 'eu-west-1', status: 'InSync' }]);
    expect(primary?.holders.AWSCURRENT).toBe(to);
    expect(copy?.holders.AWSCURRENT).toBe(from);
  } finally {
    await slow.close();
  }
});
