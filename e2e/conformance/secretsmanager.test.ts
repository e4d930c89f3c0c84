import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  InvalidNextTokenException,
  InvalidParameterException,
  InvalidRequestException,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  paginateListSecrets,
  ResourceExistsException,
  ResourceNotFoundException,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, refusal, seed, type World } from './secretsmanager-world.ts';

const HOME = 'us-east-1';

let world: World;
beforeAll(async () => {
  world = await openWorld({ world: 'empty' });
});
afterAll(() => world.close());

const home = () => world.client(HOME);

const seeded = (name: string, count: number) => seed(home(), name, count);

test('a secret is made, read, described and given a new value', async () => {
  const made = await home().send(
    new CreateSecretCommand({
      Name: 'sdk/first',
      Description: 'the first',
      SecretString: 'one',
      Tags: [{ Key: 'owner', Value: 'payments' }],
    }),
  );
  expect(made.ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:\d{12}:secret:sdk\/first-[A-Za-z0-9]{6}$/);
  const put = await home().send(
    new PutSecretValueCommand({ SecretId: made.ARN!, SecretBinary: new Uint8Array([0, 1, 255]) }),
  );
  expect(put.VersionStages).toEqual(['AWSCURRENT']);

  const read = await home().send(new GetSecretValueCommand({ SecretId: 'sdk/first' }));
  expect(Array.from(read.SecretBinary!)).toEqual([0, 1, 255]);
  expect(read.CreatedDate).toBeInstanceOf(Date);
  const previous = await home().send(
    new GetSecretValueCommand({ SecretId: 'sdk/first', VersionStage: 'AWSPREVIOUS' }),
  );
  expect(previous.SecretString).toBe('one');

  const described = await home().send(new DescribeSecretCommand({ SecretId: 'sdk/first' }));
  expect(described).toMatchObject({
    ARN: made.ARN,
    Description: 'the first',
    Tags: [{ Key: 'owner', Value: 'payments' }],
    VersionIdsToStages: { [made.VersionId!]: ['AWSPREVIOUS'], [put.VersionId!]: ['AWSCURRENT'] },
  });
  expect(described.LastAccessedDate?.toISOString()).toMatch(/T00:00:00.000Z$/);
  expect(described).not.toHaveProperty('RotationEnabled');

  const updated = await home().send(
    new UpdateSecretCommand({ SecretId: 'sdk/first', Description: 'still the first' }),
  );
  expect(updated.VersionId).toBeUndefined();
});

test('unknown secrets, taken names and used tokens are refused by their own classes', async () => {
  const [id] = await seeded('sdk/taken', 1);
  const missing = await refusal(home().send(new DescribeSecretCommand({ SecretId: 'sdk/none' })));
  expect(missing).toBeInstanceOf(ResourceNotFoundException);
  expect(missing.message).toBe("Secrets Manager can't find the specified secret.");

  const taken = await refusal(home().send(new CreateSecretCommand({ Name: 'sdk/taken' })));
  expect(taken).toBeInstanceOf(ResourceExistsException);
  expect(taken.message).toBe('The operation failed because the secret sdk/taken already exists.');

  const used = await refusal(
    home().send(
      new PutSecretValueCommand({ SecretId: 'sdk/taken', ClientRequestToken: id!, SecretString: 'x' }),
    ),
  );
  expect(used).toBeInstanceOf(ResourceExistsException);
  expect(used.message).toMatch(`You can't use ClientRequestToken ${id}`);

  const named = await refusal(home().send(new CreateSecretCommand({ Name: 'no spaces' })));
  expect(named).toMatchObject({
    name: 'ValidationException',
    message:
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  });
});

test('a label is moved by compare-and-swap', async () => {
  const [first, second, third] = await seeded('sdk/labels', 3);
  const move = (from: string | undefined, to: string | undefined, VersionStage = 'AWSCURRENT') =>
    home().send(
      new UpdateSecretVersionStageCommand({
        SecretId: 'sdk/labels',
        VersionStage,
        RemoveFromVersionId: from,
        MoveToVersionId: to,
      }),
    );
  const stages = async () =>
    (await home().send(new DescribeSecretCommand({ SecretId: 'sdk/labels' }))).VersionIdsToStages;

  await move(third, first);
  expect(await stages()).toEqual({ [first!]: ['AWSCURRENT'], [third!]: ['AWSPREVIOUS'] });

  const stale = await refusal(move(third, second));
  expect(stale).toBeInstanceOf(InvalidParameterException);
  expect(stale.message).toMatch('must be set to the version that currently has the staging label AWSCURRENT');
  const blind = await refusal(move(undefined, second));
  expect(blind).toBeInstanceOf(InvalidParameterException);
  expect(blind.message).toBe(
    `The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached to version ${first}, so you must explicitly reference that version in RemoveFromVersionId.`,
  );
  const removed = await refusal(move(first, undefined));
  expect(removed).toBeInstanceOf(InvalidParameterException);
  expect(removed.message).toMatch('You can only move staging label AWSCURRENT');
  expect(await stages()).toEqual({ [first!]: ['AWSCURRENT'], [third!]: ['AWSPREVIOUS'] });

  await move(undefined, second, 'known-good');
  expect((await stages())?.[second!]).toEqual(['known-good']);
  await move(second, undefined, 'known-good');
  expect(await stages()).not.toHaveProperty(second!);
});

test('pages of secrets and of versions go on where the last one ended', async () => {
  for (const at of [1, 2, 3, 4, 5]) await seeded(`sdk/page/${at}`, 1);
  const pages: string[][] = [];
  const filters = { Filters: [{ Key: 'name' as const, Values: ['sdk/page/'] }] };
  for await (const page of paginateListSecrets({ client: home(), pageSize: 2 }, filters)) {
    pages.push((page.SecretList ?? []).map((secret) => secret.Name!));
  }
  expect(pages).toEqual([['sdk/page/1', 'sdk/page/2'], ['sdk/page/3', 'sdk/page/4'], ['sdk/page/5']]);
  const wrong = await refusal(home().send(new ListSecretsCommand({ NextToken: 'nonsense' })));
  expect(wrong).toBeInstanceOf(InvalidNextTokenException);

  const [first, second, third] = await seeded('sdk/versions', 3);
  const labelled = await home().send(new ListSecretVersionIdsCommand({ SecretId: 'sdk/versions' }));
  expect(labelled.Versions?.map((version) => version.VersionId).sort()).toEqual([second, third].sort());
  const all = { SecretId: 'sdk/versions', IncludeDeprecated: true, MaxResults: 2 };
  const one = await home().send(new ListSecretVersionIdsCommand(all));
  const two = await home().send(new ListSecretVersionIdsCommand({ ...all, NextToken: one.NextToken }));
  const found = [...one.Versions!, ...two.Versions!];
  expect(found.map((version) => version.VersionId).sort()).toEqual([first, second, third].sort());
  expect(found.find((version) => version.VersionId === first)).not.toHaveProperty('VersionStages');
  expect(two.NextToken).toBeUndefined();
});

test('tags come and go', async () => {
  await seeded('sdk/tags', 1);
  const SecretId = 'sdk/tags';
  await home().send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'env', Value: 'prod' }] }));
  const tagged = await home().send(new DescribeSecretCommand({ SecretId }));
  expect(tagged.Tags).toEqual([{ Key: 'env', Value: 'prod' }]);
  await home().send(new UntagResourceCommand({ SecretId, TagKeys: ['env'] }));
  expect((await home().send(new DescribeSecretCommand({ SecretId }))).Tags).toEqual([]);
});

test('a deleted secret waits, refuses, and comes back', async () => {
  await seeded('sdk/gone', 1);
  const SecretId = 'sdk/gone';
  const deleted = await home().send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
  expect(deleted.DeletionDate).toBeInstanceOf(Date);
  const marked = await refusal(home().send(new GetSecretValueCommand({ SecretId })));
  expect(marked).toBeInstanceOf(InvalidRequestException);
  expect(marked.message).toBe(
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
  await home().send(new RestoreSecretCommand({ SecretId }));
  expect((await home().send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('value 0');
});
