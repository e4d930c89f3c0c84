import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasCli, openWorld, type World } from './secretsmanager-world.ts';

// BatchGetSecretValue is younger than Debian's AWS CLI: the SDK suite covers it.
describe.skipIf(!hasCli)('the AWS CLI and the rest of Secrets Manager', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ world: 'empty' });
  });
  afterAll(() => world.close());

  const aws = (...args: string[]) => world.cli('us-east-1', ...args);
  const create = (name: string) => aws('create-secret', '--name', name, '--secret-string', 'one');

  test('makes passwords', async () => {
    const made = await aws('get-random-password', '--password-length', '16', '--exclude-punctuation');
    expect(made.RandomPassword).toMatch(/^[A-Za-z0-9]{16}$/);
    await expect(aws('get-random-password', '--password-length', '3')).rejects.toThrow(
      /\(InvalidParameterException\).*Password length is too short based on the required types\./,
    );
  });

  test('puts, validates, reads and deletes a resource policy', async () => {
    await create('cli/policy');
    const secret = ['--secret-id', 'cli/policy'];
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::441200879921:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        },
      ],
    });
    expect(await aws('validate-resource-policy', ...secret, '--resource-policy', policy)).toMatchObject({
      PolicyValidationPassed: true,
    });
    await aws('put-resource-policy', ...secret, '--resource-policy', policy, '--block-public-policy');
    expect(await aws('get-resource-policy', ...secret)).toMatchObject({ ResourcePolicy: policy });
    await expect(aws('put-resource-policy', ...secret, '--resource-policy', '{')).rejects.toThrow(
      /\(MalformedPolicyDocumentException\)/,
    );
    await aws('delete-resource-policy', ...secret);
    expect(await aws('get-resource-policy', ...secret)).not.toHaveProperty('ResourcePolicy');
  });

  test('hears why a rotation is refused', async () => {
    await create('cli/rotation');
    const secret = ['--secret-id', 'cli/rotation'];
    await expect(aws('rotate-secret', ...secret)).rejects.toThrow(
      /\(InvalidRequestException\).*No Lambda rotation function ARN is associated with this secret\./,
    );
    const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
    await expect(
      aws('rotate-secret', ...secret, '--rotation-lambda-arn', FUNCTION, '--rotation-rules', 'Duration=3h'),
    ).rejects.toThrow(/\(InvalidParameterException\)/);
    await expect(aws('rotate-secret', ...secret, '--rotation-lambda-arn', FUNCTION)).rejects.toThrow(
      /\(AccessDeniedException\).*Secrets Manager cannot invoke the specified Lambda function\./,
    );
    await expect(aws('cancel-rotate-secret', ...secret)).rejects.toThrow(/\(InvalidRequestException\)/);
  });

  test('updates, untags, lists versions and takes a region out of the replication', async () => {
    await create('cli/rest');
    const secret = ['--secret-id', 'cli/rest'];
    const token = randomUUID();
    await aws('update-secret', ...secret, '--secret-string', 'two', '--client-request-token', token);
    const versions = await aws('list-secret-version-ids', ...secret, '--include-deprecated');
    expect(versions.Versions).toHaveLength(2);
    await aws('tag-resource', ...secret, '--tags', 'Key=env,Value=prod');
    await aws('untag-resource', ...secret, '--tag-keys', 'env');
    const region = 'eu-west-1';
    await aws('replicate-secret-to-regions', ...secret, '--add-replica-regions', `Region=${region}`);
    await world.replicate();
    await aws('remove-regions-from-replication', ...secret, '--remove-replica-regions', region);
    await aws('replicate-secret-to-regions', ...secret, '--add-replica-regions', `Region=${region}`);
    await world.replicate();
    await world.cli(region, 'stop-replication-to-replica', ...secret);
    expect(await aws('describe-secret', ...secret)).toMatchObject({ Tags: [] });
    await aws('delete-secret', ...secret, '--force-delete-without-recovery');
  });
});
