import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SecretView } from '../../lib/domain/cli-view/cli-view.ts';
import { commandsOf } from '../../lib/domain/cli-view/commands-of.ts';
import { hasCli, openWorld, seed, type World } from './secretsmanager-world.ts';

// A name with what shells and the CLI's short forms have for themselves.
const NAME = 'cli/drawer=1@a+b.c';

describe.skipIf(!hasCli)('the commands of the CLI drawer, pasted into a shell', () => {
  let world: World;
  let view: SecretView;
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'keyturn-drawer-'));
    world = await openWorld({ world: 'empty' });
    const client = world.client('us-east-1');
    const [one, two] = await seed(client, NAME, 2);
    const { ARN = '' } = await client.send(new DescribeSecretCommand({ SecretId: NAME }));
    const row = { arn: ARN, name: NAME, region: 'us-east-1', tags: {}, holders: {}, replicas: [] };
    const stream = { from: '', to: '', complete: false, pages: 1 };
    view = {
      ...{ kind: 'secret', arn: ARN, region: 'us-east-1', tab: 'summary' },
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
    commandsOf(of, { readOnly: false, account: '', token: () => crypto.randomUUID() }).flatMap(
      (group) => group.commands,
    );
  const answer = async (name: string) => {
    const command = commands(view).find((one) => one.name === name);
    return JSON.parse(await world.shell(command?.text ?? 'false', cwd));
  };

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
    for (const { text } of lookups) {
      expect(JSON.parse(await world.shell(text, cwd))).toMatchObject({ Events: expect.any(Array) });
    }
  });

  test('the listing of the table', async () => {
    const [, list] = commands({ kind: 'secrets', regions: ['us-east-1'], selected: [] });
    expect(JSON.parse(await world.shell(list!.text, cwd)).SecretList).toMatchObject([{ ARN: view.arn }]);
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
