import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AwsCall } from '../../lib/domain/aws-call.ts';
import { boto3Text } from '../../lib/domain/boto3.ts';
import { cliText } from '../../lib/domain/cli.ts';
import type { Past, SecretView } from '../../lib/domain/cli-view/cli-view.ts';
import { commandsOf } from '../../lib/domain/cli-view/commands-of.ts';
import { logCalls } from '../../lib/domain/cli-view/log-calls.ts';
import {
  callerCall,
  functionCalls,
  keyCall,
  listCall,
  lookupCall,
  made,
  policyCall,
  regionsCall,
  versionsCall,
} from '../../lib/domain/cli-view/read-calls.ts';
import { simulationCalls } from '../../lib/domain/cli-view/simulation-calls.ts';
import { kmsName } from '../../lib/domain/kms-key.ts';
import { describeCall, labelMoveCall, putCall } from '../../lib/domain/secret-calls.ts';
import { hasCli, openWorld, seed, type World } from './secretsmanager-world.ts';

// A name with what shells and the CLI's short forms have for themselves.
const NAME = 'cli/drawer=1@a+b.c';

describe.skipIf(!hasCli)('the commands of the CLI drawer, pasted into a shell', () => {
  let world: World;
  let view: SecretView;
  let past: Past;
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'keyturn-drawer-'));
    world = await openWorld({ world: 'empty' });
    const client = world.client('us-east-1');
    const [one, two] = await seed(client, NAME, 2);
    const { ARN = '' } = await client.send(new DescribeSecretCommand({ SecretId: NAME }));
    const row = { arn: ARN, name: NAME, region: 'us-east-1', tags: {}, holders: {}, replicas: [] };
    const now = Date.now();
    const from = new Date(now - 86_400_000).toISOString();
    const stream = { from, to: new Date(now + 3_600_000).toISOString(), complete: false, pages: 1 };
    past = {
      listing: { source: 'configuration', regions: [{ region: 'us-east-1' }] },
      reads: [made(policyCall('us-east-1', ARN)), made(keyCall('us-east-1', kmsName(undefined)))],
      ...{ lookups: [], logs: [] },
    };
    view = {
      ...{ kind: 'secret', arn: ARN, region: 'us-east-1' },
      secret: { ...row, rotation: { enabled: false } },
      versions: [
        { id: two!, labels: ['AWSCURRENT'] },
        { id: one!, labels: ['AWSPREVIOUS'] },
      ],
      streams: [
        { name: 'resource', ...stream },
        { name: 'PutSecretValue', ...stream },
      ],
    };
  });
  afterAll(async () => {
    await world.close();
    rmSync(cwd, { recursive: true });
  });

  const commands = (of: Parameters<typeof commandsOf>[0]) =>
    commandsOf(of, { past, readOnly: false, account: '', token: () => crypto.randomUUID() }).flatMap(
      (group) => group.commands,
    );
  const run = async (calls: readonly AwsCall[]) =>
    JSON.parse(await world.shell(calls.map(cliText).join('\n'), cwd));
  const answer = async (name: string) =>
    run(commands(view).find((one) => one.name === name)?.calls ?? expect.unreachable(`no ${name}`));

  test('whose credentials, and what the page was read with', async () => {
    expect(await answer('GetCallerIdentity')).toMatchObject({ Account: view.arn.split(':')[4] });
    expect(await answer('DescribeSecret')).toMatchObject({ Name: NAME });
    expect((await answer('ListSecretVersionIds')).Versions).toHaveLength(2);
    expect(await answer('GetResourcePolicy')).toMatchObject({ Name: NAME });
    expect(await answer('DescribeKey')).toMatchObject({ KeyMetadata: { KeyManager: 'AWS' } });
  });

  test('every lookup in CloudTrail is accepted', async () => {
    const lookups = commands(view).filter(({ name }) => name === 'LookupEvents');
    expect(lookups).toHaveLength(2);
    for (const { calls } of lookups) expect(await run(calls)).toMatchObject({ Events: expect.any(Array) });
  });

  test('the listing of the table', async () => {
    const [, list] = commands({ kind: 'secrets', selected: [] });
    expect((await run(list?.calls ?? [])).SecretList).toMatchObject([{ ARN: view.arn }]);
  });

  test('the roll back moves the label, and a new value comes from a file', async () => {
    const [current, previous] = view.versions;
    await answer('Roll back');
    const { Versions } = await answer('ListSecretVersionIds');
    const labels = Object.fromEntries(
      Versions.map((one: { VersionId: string; VersionStages: string[] }) => [
        one.VersionId,
        one.VersionStages,
      ]),
    );
    expect(labels).toEqual({ [previous!.id]: ['AWSCURRENT'], [current!.id]: ['AWSPREVIOUS'] });
    writeFileSync(join(cwd, 'value.txt'), 'three');
    expect(await answer('Put a new text from a file')).toMatchObject({ VersionStages: ['AWSCURRENT'] });
  });
});

describe.skipIf(!hasCli)('what is asked about a function', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ world: 'demo', seed: 7 });
  });
  afterAll(() => world.close());

  test('its policy, concurrency, log and the rights of whoever asks', async () => {
    const client = world.client('us-east-1');
    const { RotationLambdaARN = '' } = await client.send(
      new DescribeSecretCommand({ SecretId: 'prod/payments/db-writer' }),
    );
    const who = JSON.parse(await world.shell(cliText(callerCall('us-east-1')), '.'));
    const answer = { decision: 'allowed', policies: [], unknownKeys: [] } as const;
    const simulated = [
      { ...answer, action: 'secretsmanager:ListSecrets', region: 'us-east-1', resource: '*' },
    ];
    const calls = [
      ...functionCalls(RotationLambdaARN),
      ...logCalls({ functionArn: RotationLambdaARN, failed: [new Date().toISOString()] }),
      ...simulationCalls(who.Arn, simulated).slice(-1),
    ];
    const texts = await Promise.all(calls.map((call) => world.shell(cliText(call), '.')));
    const [configuration, policy, concurrency, groups, events, simulation] = texts.map((text) =>
      JSON.parse(text || '{}'),
    );
    expect(configuration).toMatchObject({ FunctionArn: RotationLambdaARN });
    expect(policy).toMatchObject({ Policy: expect.stringContaining('secretsmanager.amazonaws.com') });
    expect(concurrency).toEqual({});
    expect(groups).toMatchObject({ logGroups: [{ logGroupName: expect.stringContaining('/aws/lambda/') }] });
    expect(events).toMatchObject({ events: expect.any(Array) });
    expect(simulation).toMatchObject({ EvaluationResults: [{ EvalDecision: 'allowed' }] });
  });
});

const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0;

describe.skipIf(!hasBoto3)('the same calls by boto3, where Python has it', () => {
  let world: World;
  const cwd = mkdtempSync(join(tmpdir(), 'keyturn-boto3-'));
  beforeAll(async () => {
    world = await openWorld({ world: 'demo', seed: 7 });
  });
  afterAll(async () => {
    await world.close();
    rmSync(cwd, { recursive: true });
  });

  test('are accepted, and do the same', async () => {
    const region = 'us-east-1';
    const read = () =>
      world.client(region).send(new DescribeSecretCommand({ SecretId: 'prod/payments/db-writer' }));
    const { ARN = '', RotationLambdaARN = '', VersionIdsToStages = {} } = await read();
    const [current = '', previous = ''] = ['AWSCURRENT', 'AWSPREVIOUS'].map(
      (label) => Object.entries(VersionIdsToStages).find(([, labels]) => labels.includes(label))?.[0],
    );
    const token = crypto.randomUUID();
    writeFileSync(join(cwd, 'value.txt'), 'three');
    const now = Date.now();
    const span = { from: new Date(now - 3_600_000).toISOString(), to: new Date(now).toISOString() };
    const calls = [
      ...[callerCall(region), regionsCall(region), listCall(region), versionsCall(region, ARN)],
      ...[describeCall(region, ARN), policyCall(region, ARN), keyCall(region, kmsName(undefined))],
      lookupCall(region, { value: 'PutSecretValue', ...span, pages: 1 }),
      ...functionCalls(RotationLambdaARN),
      ...logCalls({ functionArn: RotationLambdaARN, failed: [span.to] }),
      labelMoveCall(region, {
        ...{ SecretId: ARN, VersionStage: 'AWSCURRENT' },
        ...{ RemoveFromVersionId: current, MoveToVersionId: previous },
      }),
      putCall(region, { arn: ARN, token }),
    ];
    const printed = await world.shell(`python3 - <<'PYTHON'\n${boto3Text(calls)}\nPYTHON`, cwd);
    expect(printed.trim().split('\n')).toHaveLength(calls.length);
    const after = (await read()).VersionIdsToStages;
    expect(after?.[token]).toEqual(['AWSCURRENT']);
    expect(after?.[previous]).toContain('AWSPREVIOUS');
  });
});
