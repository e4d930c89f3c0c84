import { expect, test } from 'vitest';
import type { AwsCall } from '../aws-call.ts';
import { foldSecrets } from '../fold.ts';
import { asAwsCall } from '../replication/replication-call.ts';
import { cancelCall, rotateCall } from '../rotation/rotation-call.ts';
import type { SecretDetail } from '../secret.ts';
import { labelMoveCall, putCall } from '../secret-calls.ts';
import type { CliView } from './cli-view.ts';
import { terraformOf } from './terraform-of.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const secret: SecretDetail = {
  ...{ arn: ARN, name: 'prod/db', region: 'us-east-1', kmsKeyId: 'alias/db' },
  // What begins a template in Terraform, and is none here.
  description: ['say "$', '{hi}"\n%{if}'].join(''),
  tags: { owner: 'a', 'cost-center': 'b', 'aws:stack': 'c' },
  holders: { AWSCURRENT: 'two' },
  rotation: { enabled: true, functionArn: FUNCTION, schedule: 'rate(3 days)', duration: '3h' },
  replicas: [
    { region: 'eu-west-1', status: 'InSync', kmsKeyId: 'alias/there' },
    { region: 'us-west-2', status: 'InSync', kmsKeyId: 'alias/aws/secretsmanager' },
  ],
};
const page = (of: SecretDetail): CliView => ({
  ...{ kind: 'secret', arn: ARN, region: of.region, secret: of, versions: [], streams: [] },
});
const of = (view: CliView, calls?: readonly AwsCall[], readOnly = false) =>
  terraformOf(view, { readOnly, next: calls && { act: 'Act', calls } });

test('a secret is declared as it is, taken over, and rotated by nothing but its schedule', () => {
  expect(of(page(secret))[0]?.text).toBe(`# By a provider "aws" of region us-east-1.

import {
  to = aws_secretsmanager_secret.secret_AbCdEf
  id = "${ARN}"
}

resource "aws_secretsmanager_secret" "secret_AbCdEf" {
  name        = "prod/db"
  description = "say \\"$\${hi}\\"\\n%%{if}"
  kms_key_id  = "alias/db"

  tags = {
    "owner"       = "a"
    "cost-center" = "b"
  }

  replica {
    region     = "eu-west-1"
    kms_key_id = "alias/there"
  }

  replica {
    region = "us-west-2"
  }
}

import {
  to = aws_secretsmanager_secret_rotation.secret_AbCdEf
  id = "${ARN}"
}

resource "aws_secretsmanager_secret_rotation" "secret_AbCdEf" {
  secret_id           = aws_secretsmanager_secret.secret_AbCdEf.id
  rotation_lambda_arn = "${FUNCTION}"
  rotate_immediately  = false

  rotation_rules {
    schedule_expression = "rate(3 days)"
    duration            = "3h"
  }
}`);
});

test('a rotation in days, a secret without any, and the table by what it listed', () => {
  const days = { ...secret, rotation: { enabled: true, functionArn: FUNCTION, everyDays: 30 } };
  expect(of(page(days))[0]?.text).toContain('    automatically_after_days = 30\n');
  const [row] = foldSecrets([{ ...secret, rotation: { enabled: false } }]);
  const [declared, ...more] = of({ kind: 'secrets', focused: row, selected: [row!] });
  expect(more).toEqual([]);
  expect(declared?.text).toContain('  replica {\n    region = "eu-west-1"\n  }');
  expect(declared?.text).not.toContain('secret_rotation');
});

// what it is, what is said instead
test.each<[string, Partial<SecretDetail>, RegExp]>([
  ['a replica', { region: 'eu-west-1', primaryRegion: 'us-east-1' }, /of the secret in us-east-1/],
  ['owned by a service', { owningService: 'rds' }, /^rds owns this secret/],
  ['going', { deleted: '2026-11-25' }, /scheduled for deletion/],
])('%s is not declared', (_, more, says) => {
  const [declared] = of(page({ ...secret, ...more }));
  expect(declared?.says).toMatch(says);
  expect(declared?.text).toBeUndefined();
});

const rules = { ScheduleExpression: 'cron(0 8 1 * ? *)' };
const rotate = { region: 'us-east-1', arn: ARN, token: 't', immediately: true };
const AT = { region: 'us-east-1' } as const;

// call, what is said, the block if there is one
test.each<[AwsCall, RegExp, string?]>([
  [labelMoveCall('us-east-1', { SecretId: ARN, VersionStage: 'x' }), /moves a staging label only together/],
  [putCall('us-east-1', { arn: ARN, token: 't' }), /none is written here/],
  [rotateCall(rotate), /begins no single rotation/],
  [cancelCall('us-east-1', ARN), /aws_secretsmanager_secret_rotation of this secret out/],
  [
    rotateCall({ ...rotate, rules, functionArn: FUNCTION }),
    /^The schedule/,
    `resource "aws_secretsmanager_secret_rotation" "this" {
  secret_id           = "${ARN}"
  rotation_lambda_arn = "${FUNCTION}"
  rotate_immediately  = true

  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? *)"
  }
}`,
  ],
  [
    asAwsCall({
      ...{ operation: 'ReplicateSecretToRegions', ...AT },
      input: {
        SecretId: ARN,
        AddReplicaRegions: [{ Region: 'eu-west-1', KmsKeyId: 'k' }],
        ForceOverwriteReplicaSecret: true,
      },
    }),
    /^Into the resource/,
    'force_overwrite_replica_secret = true\n\nreplica {\n  region     = "eu-west-1"\n  kms_key_id = "k"\n}',
  ],
  [
    asAwsCall({
      ...{ operation: 'RemoveRegionsFromReplication', ...AT },
      input: { SecretId: ARN, RemoveReplicaRegions: ['eu-west-1'] },
    }),
    /the replica block of eu-west-1 out/,
  ],
  [asAwsCall({ operation: 'StopReplicationToReplica', ...AT, input: { SecretId: ARN } }), /no promotion/],
])('%j', (call, says, text) => {
  const [next] = of({ kind: 'diagnose' }, [call]);
  expect(next).toMatchObject({ title: 'Act', next: true });
  expect(next?.says).toMatch(says);
  expect(next?.text).toBe(text);
});

test('a read-only console tells of no act', () => {
  expect(of({ kind: 'permissions' }, [cancelCall('us-east-1', ARN)], true)).toEqual([]);
});
