import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as operationDoor } from '@/app/api/secretsmanager/[scope]/[region]/[operation]/route';
import { operations } from '@/lib/contract/operations';
import { KINDS } from '../../sandbox/faults/fault.ts';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { type Made, makeSecret } from './secrets';

// Every kind of fault at every view and every operation, at all of AWS at once: whatever AWS does, a door answers in its own
// form, in time, and is well again when AWS is.

const ROOT = join(import.meta.dirname, '../..');
const NAMES = globSync('app/api/views/*/route.ts', { cwd: ROOT }).map((file) => file.split(/[\\/]/)[3] ?? '');
const FAULTS = [
  { kind: 'throttle' },
  { kind: 'deny' },
  { kind: 'error500' },
  { kind: 'reset' },
  { kind: 'reset', after: true },
  { kind: 'latency', ms: 60 },
  { kind: 'hang' },
] as const;

const SERVICES = ['secretsmanager', 'kms', 'lambda', 'logs', 'account', 'sts'];
/** Views that read CloudTrail, at two look-ups a second: not read twice here. */
const PACED = new Set(['timeline', 'readers', 'rotation', 'suspects']);

/** What makes the value of every secret here, and so may be in what was asked for alone. */
const CANARY = 'the value';
const MAY_HOLD = new Set(['reveal']);

let desk: Desk;
let secret: Made;
beforeAll(async () => {
  desk = await openDesk({ quotas: false });
  secret = await makeSecret(desk.as('riley'), 'payments/card-processor', 2);
});
afterAll(() => desk.close());

type Question = { readonly query?: Record<string, string>; readonly body?: object };

/** A good question for each view; one without is a view nobody has struck yet. */
const questions = (): Record<string, Question> => {
  const { arn, versions } = secret;
  const functionArn = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
  const [left, right] = versions.map((versionId) => ({ arn, versionId }));
  const failed = new Date().toISOString();
  return {
    inventory: { query: {} },
    secret: { query: { arn } },
    key: { query: { region: 'us-east-1', key: 'alias/aws/secretsmanager' } },
    function: { query: { function: functionArn } },
    spent: { query: {} },
    permissions: { query: {} },
    simulation: { body: { regions: ['us-east-1'], secrets: 'payments/', functions: '' } },
    timeline: { query: { arn } },
    readers: { query: { arn } },
    rotation: { query: { regions: 'us-east-1,eu-west-1' } },
    replication: { body: { arns: [arn] } },
    evidence: { body: { attempts: [{ arn, failed, functionArn, message: 'It failed.' }] } },
    suspects: { body: { region: 'us-east-1', cause: 'kms-denied', before: failed, functionArn } },
    reveal: { body: { ...left, part: { kind: 'whole' } } },
    compare: { body: { left, right } },
    password: {
      body: {
        region: 'us-east-1',
        length: 20,
        kinds: { lowercase: true, uppercase: true, numbers: true, punctuation: false },
        exclude: '',
      },
    },
  };
};

interface Answered {
  readonly name: string;
  readonly status: number;
  readonly said: string;
}

async function askView(who: SignedIn, name: string): Promise<Answered> {
  const { query, body } = questions()[name] ?? {};
  const route: Record<string, (request: Request) => Promise<Response>> = await import(
    join(ROOT, `app/api/views/${name}/route.ts`)
  );
  const { scope } = who.session;
  const search = query ? `?${new URLSearchParams({ scope, ...query })}` : '';
  const request = requestTo(`/api/views/${name}${search}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: who.cookie, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify({ scope, ...body }) } : {}),
  });
  const answer = await route[body ? 'POST' : 'GET']?.(request);
  return { name, status: answer?.status ?? 0, said: (await answer?.text()) ?? '' };
}

const inputs = (): Record<string, object> => {
  const { arn: SecretId, versions } = secret;
  const [from, to] = [versions[1], versions[0]];
  const ClientRequestToken = randomUUID();
  return {
    PutSecretValue: { SecretId, ClientRequestToken, SecretString: 'the value put', VersionStages: ['keep'] },
    RemoveRegionsFromReplication: { SecretId, RemoveReplicaRegions: ['eu-west-1'] },
    ReplicateSecretToRegions: { SecretId, AddReplicaRegions: [{ Region: 'eu-west-1' }] },
    RotateSecret: { SecretId, ClientRequestToken, RotateImmediately: false },
    TagResource: { SecretId, Tags: [{ Key: 'a', Value: 'b' }] },
    UntagResource: { SecretId, TagKeys: ['a'] },
    UpdateSecret: { SecretId, Description: 'a' },
    UpdateSecretVersionStage: {
      SecretId,
      VersionStage: 'AWSCURRENT',
      RemoveFromVersionId: from,
      MoveToVersionId: to,
    },
  };
};

async function askOperation(who: SignedIn, name: string): Promise<Answered> {
  const { scope } = who.session;
  const request = requestTo(`/api/secretsmanager/${scope}/us-east-1/${name}`, {
    method: 'POST',
    headers: { cookie: who.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ input: inputs()[name] ?? { SecretId: secret.arn } }),
  });
  const params = Promise.resolve({ scope, region: 'us-east-1', operation: name });
  const answer = await operationDoor(request, { params });
  return { name, status: answer.status, said: await answer.text() };
}

/** The operations offered at door one. */
const offered = Object.entries(operations).flatMap(([name, row]) => (row ? [name] : []));
const everything = (who: SignedIn) =>
  Promise.all([
    ...NAMES.map((name) => askView(who, name)),
    ...offered.map((name) => askOperation(who, name)),
  ]);

test('every view has a question and every kind of fault a row, so that none is left out', () => {
  expect(Object.keys(questions()).sort()).toEqual([...NAMES].sort());
  expect(new Set(FAULTS.map(({ kind }) => kind))).toEqual(new Set(KINDS));
});

test.each(FAULTS)(
  `%o at all of AWS: each of ${NAMES.length + offered.length} doors answers in its own form, and is well again after`,
  async (fault) => {
    // A sign-in of its own: what an earlier one has read would be answered without AWS.
    const who = await desk.signedIn('riley');
    // CloudTrail has a pace of its own for being throttled (lib/aws/limiter.test.ts): here it is so three times.
    const struckServices = fault.kind === 'throttle' ? SERVICES : [undefined];
    for (const service of struckServices) await desk.fault({ ...fault, ...(service ? { service } : {}) });
    if (fault.kind === 'throttle') await desk.fault({ ...fault, service: 'cloudtrail', count: 3 });
    const struck = await everything(who);
    await desk.heal();
    expect(struck).toHaveLength(NAMES.length + offered.length);
    for (const { name, status, said } of struck) {
      // 503 is AWS's own failure; 500 would be ours.
      expect(status < 500 || status === 503, `${name}: ${status} ${said}`).toBe(true);
      const lines = said
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      if (status >= 400) expect(lines[0]).toMatchObject({ status, type: `/problems/${lines[0].code}` });
      if (!(MAY_HOLD.has(name) && status === 200)) expect(said, name).not.toContain(CANARY);
      expect(said, name).not.toMatch(/node_modules|\bat async\b/);
      for (const key of Object.values(who.session.credentials)) expect(said, name).not.toContain(key);
    }
    if (fault.kind !== 'latency')
      expect(struck.filter(({ status }) => status >= 400).length).toBeGreaterThan(10);
    const again = await Promise.all(
      NAMES.filter((name) => !PACED.has(name)).map((name) => askView(who, name)),
    );
    expect(again.filter(({ status }) => status >= 500)).toEqual([]);
  },
  90_000,
);
