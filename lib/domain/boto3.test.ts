import { expect, test } from 'vitest';
import type { AwsCall } from './aws-call.ts';
import { boto3Text } from './boto3.ts';
import { listCall, lookupCall } from './cli-view/read-calls.ts';
import { asAwsCall } from './replication/replication-call.ts';
import { rotateCall } from './rotation/rotation-call.ts';
import { describeCall, labelMoveCall, putCall } from './secret-calls.ts';

const REGION = 'us-east-1';
const CLIENT = 'client = boto3.client("secretsmanager", region_name="us-east-1")';
const move = { SecretId: 'x', VersionStage: 'AWSCURRENT', RemoveFromVersionId: 'a', MoveToVersionId: 'b' };
const rules = { ScheduleExpression: 'rate(3 days)', Duration: '3h' };
const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/payments/db-writer-AbCdEf';

// calls, the Python of them
test.each<[string, AwsCall[], string[]]>([
  [
    'a read',
    [describeCall(REGION, 'x')],
    ['import boto3', '', CLIENT, 'print(client.describe_secret(SecretId="x"))'],
  ],
  [
    'a label move, a line for each long argument',
    [labelMoveCall(REGION, { ...move, SecretId: ARN })],
    [
      ...['import boto3', '', CLIENT, 'print(client.update_secret_version_stage('],
      ...[`    SecretId="${ARN}",`, '    VersionStage="AWSCURRENT",'],
      ...['    RemoveFromVersionId="a",', '    MoveToVersionId="b",', '))'],
    ],
  ],
  [
    'a text from a file',
    [putCall(REGION, { arn: 'x', token: 't', label: 'next' })],
    [
      ...['from pathlib import Path', '', 'import boto3', '', CLIENT, 'print(client.put_secret_value('],
      ...['    SecretId="x",', '    ClientRequestToken="t",', '    VersionStages=["next"],'],
      ...['    SecretString=Path("value.txt").read_text(encoding="utf-8"),', '))'],
    ],
  ],
  [
    'bytes from a file',
    [putCall(REGION, { arn: 'x', token: 't', binary: true })],
    [
      ...['from pathlib import Path', '', 'import boto3', '', CLIENT],
      'print(client.put_secret_value(SecretId="x", ClientRequestToken="t", SecretBinary=Path("value.bin").read_bytes()))',
    ],
  ],
  [
    'a rotation',
    [rotateCall({ region: REGION, arn: 'x', token: 't', immediately: false, functionArn: 'f', rules })],
    [
      ...['import boto3', '', CLIENT, 'print(client.rotate_secret('],
      ...['    SecretId="x",', '    ClientRequestToken="t",', '    RotationLambdaARN="f",'],
      '    RotationRules={"ScheduleExpression": "rate(3 days)", "Duration": "3h"},',
      ...['    RotateImmediately=False,', '))'],
    ],
  ],
  [
    'pages',
    [listCall(REGION)],
    [
      ...['import boto3', '', CLIENT],
      'print(client.get_paginator("list_secrets").paginate(IncludePlannedDeletion=True, PaginationConfig={"PageSize": 100}).build_full_result())',
    ],
  ],
  [
    'a lookup',
    [lookupCall(REGION, { value: 'PutSecretValue', from: 'F', to: 'T', pages: 2 })],
    [
      ...['import boto3', '', 'client = boto3.client("cloudtrail", region_name="us-east-1")'],
      'print(client.get_paginator("lookup_events").paginate(',
      '    LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "PutSecretValue"}],',
      ...['    StartTime="F",', '    EndTime="T",', '    PaginationConfig={"MaxItems": 100},'],
      ').build_full_result())',
    ],
  ],
  [
    'several, each in its region',
    [
      asAwsCall({
        operation: 'RemoveRegionsFromReplication',
        region: REGION,
        input: { SecretId: 'x', RemoveReplicaRegions: ['eu-west-1'] },
      }),
      describeCall(REGION, 'it\'s \\ "quoted"'),
      describeCall('eu-west-1', 'x'),
    ],
    [
      ...['import boto3', '', CLIENT],
      'print(client.remove_regions_from_replication(SecretId="x", RemoveReplicaRegions=["eu-west-1"]))',
      `print(client.describe_secret(SecretId="it's \\\\ \\"quoted\\""))`,
      'client = boto3.client("secretsmanager", region_name="eu-west-1")',
      'print(client.describe_secret(SecretId="x"))',
    ],
  ],
])('%s', (_, calls, lines) => {
  expect(boto3Text(calls).split('\n')).toEqual(lines);
});
