import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as passwordDoor } from '@/app/api/views/password/route';
import { POST as revealDoor } from '@/app/api/views/reveal/route';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { get, inventory, moveLabel, post } from './doors';

// docs/iam/*.json: each policy allows exactly what its name says, through our own doors.

const ACCOUNT = '441200879921';
const files = new URL('../../docs/iam/', import.meta.url);
const names = readdirSync(files)
  .map((file) => file.replace('.json', ''))
  .sort();

interface Secret {
  readonly arn: string;
  readonly old: string;
  readonly current: string;
}

let desk: Desk;
let inProd: Secret;
let elsewhere: Secret;
const people = new Map<string, SignedIn>();

beforeAll(async () => {
  desk = await openDesk({ world: 'empty' });
  inProd = await secret('prod/payments/db');
  elsewhere = await secret('dev/payments/db');
  for (const name of names) people.set(name, await personWith(name));
});
afterAll(() => desk.close());

async function secret(Name: string): Promise<Secret> {
  const client = desk.as('riley');
  const [old, current] = [randomUUID(), randomUUID()];
  const { ARN: arn = '' } = await client.send(
    new CreateSecretCommand({ Name, SecretString: 'one', ClientRequestToken: old }),
  );
  await client.send(
    new PutSecretValueCommand({ SecretId: arn, SecretString: 'two', ClientRequestToken: current }),
  );
  return { arn, old, current };
}

/** Somebody in a role of this account that has the policy of the file and no other. */
async function personWith(name: string): Promise<SignedIn> {
  const change = (what: string, input: object) => desk.control('infrastructure', { change: what, input });
  const RoleName = `docs-${name}`;
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
    },
  };
  await change('CreateRole', { RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) });
  const policy = readFileSync(new URL(`${name}.json`, files), 'utf8').replaceAll('111122223333', ACCOUNT);
  await change('PutRolePolicy', { RoleName, PolicyName: name, PolicyDocument: policy });
  const { accessKeyId, secretAccessKey } = desk.session('riley').credentials;
  const sts = new STSClient({
    region: 'us-east-1',
    endpoint: desk.url,
    credentials: { accessKeyId, secretAccessKey },
  });
  const arn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
  const { Credentials: given, AssumedRoleUser: user } = await sts.send(
    new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'kim' }),
  );
  sts.destroy();
  return desk.signedIn('riley', {
    name: 'kim',
    arn: user?.Arn ?? '',
    scope: `${ACCOUNT}.${RoleName}`,
    credentials: {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    },
  });
}

const operation =
  (name: string, input: object) =>
  (who: SignedIn, { arn }: Secret) =>
    post(who, { SecretId: arn, ...input }, { operation: name });

/** What can be done here, each once with a secret under `prod/` and once with another. */
const acts: Readonly<Record<string, (who: SignedIn, secret: Secret) => Promise<Response>>> = {
  describe: operation('DescribeSecret', {}),
  policy: operation('GetResourcePolicy', {}),
  timeline: (who, { arn }) => get(who, '/api/views/timeline', { scope: who.session.scope, arn }),
  reveal: (who, { arn, current }) =>
    revealDoor(
      requestTo('/api/views/reveal', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie },
        body: JSON.stringify({ scope: who.session.scope, arn, versionId: current, part: { kind: 'whole' } }),
      }),
    ),
  'roll back': (who, { arn, old, current }) => moveLabel(who, arn, { from: current, to: old }),
  'clear AWSPENDING': (who, { arn, old }) =>
    post(
      who,
      { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: old },
      { operation: 'UpdateSecretVersionStage' },
    ),
  rotate: operation('RotateSecret', { ClientRequestToken: randomUUID(), RotateImmediately: true }),
  'cancel rotation': operation('CancelRotateSecret', {}),
  'put a value': (who, { arn }) =>
    post(
      who,
      { SecretId: arn, SecretString: 'three', ClientRequestToken: randomUUID(), VersionStages: ['STAGED'] },
      { operation: 'PutSecretValue' },
    ),
  password: (who) =>
    passwordDoor(
      requestTo('/api/views/password', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie },
        body: JSON.stringify({
          ...{ scope: who.session.scope, region: 'us-east-1', length: 20, exclude: '' },
          kinds: { lowercase: true, uppercase: true, numbers: true, punctuation: false },
        }),
      }),
    ),
  tag: operation('TagResource', { Tags: [{ Key: 'team', Value: 'payments' }] }),
  untag: operation('UntagResource', { TagKeys: ['team'] }),
  describing: operation('UpdateSecret', { Description: 'of the payments team' }),
  replicate: operation('ReplicateSecretToRegions', { AddReplicaRegions: [{ Region: 'eu-west-1' }] }),
  'remove a replica': operation('RemoveRegionsFromReplication', { RemoveReplicaRegions: ['eu-west-1'] }),
  promote: operation('StopReplicationToReplica', {}),
  'read a log': readLog,
};

/** By AWS's own client: our door asks for a log once a function has failed. */
async function readLog({ session }: SignedIn): Promise<Response> {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = session.credentials;
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  const logs = new CloudWatchLogsClient({ region: 'us-east-1', endpoint: desk.url, credentials });
  const command = new FilterLogEventsCommand({ logGroupName: '/aws/lambda/rotate' });
  const said = await logs.send(command).catch(({ name }: Error) => name);
  logs.destroy();
  return said === 'AccessDeniedException'
    ? Response.json({ code: 'access-denied', action: 'logs:FilterLogEvents' }, { status: 403 })
    : Response.json(said);
}

const READS = ['describe', 'policy', 'timeline'];
const allowed: Readonly<Record<string, { prod: string[]; elsewhere: string[] }>> = {
  viewer: { prod: READS, elsewhere: READS },
  'rotation-responder': {
    prod: [...READS, 'clear AWSPENDING', 'rotate', 'cancel rotation', 'read a log'],
    elsewhere: [...READS, 'read a log'],
  },
  'rollback-operator': { prod: [...READS, 'roll back', 'clear AWSPENDING'], elsewhere: READS },
  editor: {
    prod: [
      ...[...READS, 'reveal', 'roll back', 'clear AWSPENDING', 'put a value', 'password'],
      ...['tag', 'untag', 'describing'],
    ],
    // AWS takes no secret for it: it makes one up and keeps nothing.
    elsewhere: [...READS, 'password'],
  },
  admin: { prod: Object.keys(acts), elsewhere: Object.keys(acts) },
};

test('each policy has a name that says something', () => {
  expect(Object.keys(allowed).sort()).toEqual(names);
});

describe.each(names)('%s', (name) => {
  const who = () => people.get(name)!;

  test('sees the whole table', async () => {
    const lines = await inventory(who(), { regions: 'us-east-1,eu-west-1' });
    expect(JSON.stringify(lines)).not.toContain('access-denied');
    expect(JSON.stringify(lines)).toContain('prod/payments/db');
  });

  test.each(['prod', 'elsewhere'] as const)('may do what it says, and nothing else: %s', async (where) => {
    const done: string[] = [];
    for (const [act, run] of Object.entries(acts)) {
      const response = await run(who(), where === 'prod' ? inProd : elsewhere);
      const text = await response.text();
      // A form of ours that refuses would prove nothing.
      expect(text, act).not.toContain('"fields":');
      // Whatever else AWS says against it, it was not a right that was missing.
      if (!/"(access-denied|kms-refused)"/.test(text)) done.push(act);
      else if (!response.ok)
        expect(JSON.parse(text)).toMatchObject({ action: expect.stringMatching(/^\w+:\w+$/) });
    }
    expect(done).toEqual(allowed[name]?.[where]);
  });
});
