import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasCli, openWorld, type World } from './secretsmanager-world.ts';

test.runIf(process.env.CI)('the build server has the AWS CLI', () => {
  expect(hasCli, 'install awscli 2: the sandbox is measured against it').toBe(true);
});

describe.skipIf(!hasCli)('the AWS CLI and the sandbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ world: 'empty' });
  });
  afterAll(() => world.close());

  const aws = (...args: string[]) => world.cli('us-east-1', ...args);

  test('makes, lists, reads and describes secrets', async () => {
    const made = await aws(
      ...['create-secret', '--name', 'cli/first', '--secret-string', 'one'],
      ...['--tags', 'Key=owner,Value=payments'],
    );
    expect(made).toMatchObject({ Name: 'cli/first', VersionId: expect.any(String) });
    await aws('create-secret', '--name', 'cli/second', '--secret-string', 'two');
    const listed = await aws('list-secrets', '--page-size', '1');
    expect(listed.SecretList).toMatchObject([{ Name: 'cli/first' }, { Name: 'cli/second' }]);
    expect(await aws('get-secret-value', '--secret-id', 'cli/first')).toMatchObject({
      ARN: made.ARN,
      SecretString: 'one',
    });
    expect(await aws('describe-secret', '--secret-id', 'cli/first')).toMatchObject({
      Tags: [{ Key: 'owner', Value: 'payments' }],
      VersionIdsToStages: { [String(made.VersionId)]: ['AWSCURRENT'] },
      CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test('moves a label, and hears about a stale one', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const secret = ['--secret-id', 'cli/labels'];
    await aws(
      ...['create-secret', '--name', 'cli/labels', '--secret-string', 'one'],
      ...['--client-request-token', first],
    );
    await aws(
      ...['put-secret-value', ...secret, '--secret-string', 'two'],
      ...['--client-request-token', second],
    );
    const move = [
      ...['update-secret-version-stage', ...secret, '--version-stage', 'AWSCURRENT'],
      ...['--remove-from-version-id', second, '--move-to-version-id', first],
    ];
    await aws(...move);
    const listed = await aws('list-secret-version-ids', ...secret);
    expect(listed.Versions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ VersionId: first, VersionStages: ['AWSCURRENT'] }),
        expect.objectContaining({ VersionId: second, VersionStages: ['AWSPREVIOUS'] }),
      ]),
    );
    await expect(aws(...move)).rejects.toThrow(
      /\(InvalidParameterException\) when calling the UpdateSecretVersionStage operation: When you move staging label AWSCURRENT/,
    );
  });

  test('tags, deletes and restores', async () => {
    const secret = ['--secret-id', 'cli/tags'];
    await aws('create-secret', '--name', 'cli/tags', '--secret-string', 'one');
    await aws('tag-resource', ...secret, '--tags', 'Key=env,Value=prod');
    await aws('delete-secret', ...secret, '--recovery-window-in-days', '7');
    await expect(aws('get-secret-value', ...secret)).rejects.toThrow(
      /\(InvalidRequestException\).*You can't perform this operation on the secret because it was marked for deletion\./,
    );
    await aws('restore-secret', ...secret);
    expect(await aws('describe-secret', ...secret)).toMatchObject({ Tags: [{ Key: 'env', Value: 'prod' }] });
  });

  test('replicates, and reads the replica', async () => {
    await aws(
      ...['create-secret', '--name', 'cli/far', '--secret-string', 'one'],
      ...['--add-replica-regions', 'Region=us-west-2'],
    );
    await world.replicate();
    expect(await world.cli('us-west-2', 'describe-secret', '--secret-id', 'cli/far')).toMatchObject({
      PrimaryRegion: 'us-east-1',
    });
    await expect(
      world.cli('us-west-2', 'put-secret-value', '--secret-id', 'cli/far', '--secret-string', 'x'),
    ).rejects.toThrow(/\(InvalidParameterException\).*Operation not permitted on a replica secret/);
  });
});
