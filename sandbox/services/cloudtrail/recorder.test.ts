import { describe, expect, test } from 'vitest';
import { by, createTrailBench, desk, riley } from './bench.ts';

// In one file, though long: its tables say, operation by operation, what is recorded.

// Longer than most: the recorded shapes stand here whole, to be held against AWS's.
const TOKEN = '7ac47c8c-f328-423b-9698-6926dd1f293e';
const NAME = 'prod/app/db';

function withSecret(options?: Parameters<typeof createTrailBench>[0]) {
  const bench = createTrailBench(options);
  const input = { Name: NAME, ClientRequestToken: TOKEN, SecretString: 'hunter2', Description: 'the db' };
  const { ARN } = bench.call('secretsmanager', 'CreateSecret', input);
  return { bench, arn: String(ARN) };
}

describe('the record of a call', () => {
  test('of a user: who, what, from where, without any value', () => {
    const { bench, arn } = withSecret();
    const [event] = bench.lookup(by('EventName', 'CreateSecret'));
    expect(JSON.stringify(bench.lookup())).not.toContain('hunter2');
    expect(event?.record).toEqual({
      eventVersion: '1.09',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDATESTRILEY',
        arn: riley.arn,
        accountId: riley.account,
        accessKeyId: 'AKIATESTRILEY',
        userName: 'riley',
      },
      eventTime: '2026-11-19T12:00:00Z',
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'CreateSecret',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.10',
      userAgent: 'aws-cli/2.30 reason/INC-4711',
      requestParameters: { name: NAME, clientRequestToken: TOKEN, description: 'the db' },
      responseElements: null,
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      eventID: event?.EventId,
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: riley.account,
      eventCategory: 'Management',
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: 'secretsmanager.us-east-1.amazonaws.com',
      },
    });
    expect(arn).toContain(NAME);
  });

  test('of an assumed role carries the session context, and is found by the session name', () => {
    const { bench } = withSecret();
    bench.principal = {
      ...riley,
      name: 'AWSReservedSSO_Operator_0123456789abcdef/jane',
      arn: `arn:aws:sts::${riley.account}:assumed-role/AWSReservedSSO_Operator_0123456789abcdef/jane`,
      userId: 'AROAEXAMPLE:jane',
    };
    bench.call('secretsmanager', 'GetSecretValue', { SecretId: NAME, VersionStage: 'AWSCURRENT' });
    const [event] = bench.lookup(by('Username', 'jane')).filter((one) => one.EventName === 'GetSecretValue');
    expect(event?.record).toMatchObject({
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLE:jane',
        sessionContext: {
          sessionIssuer: {
            type: 'Role',
            principalId: 'AROAEXAMPLE',
            arn: `arn:aws:iam::${riley.account}:role/aws-reserved/sso.amazonaws.com/us-east-1/AWSReservedSSO_Operator_0123456789abcdef`,
            userName: 'AWSReservedSSO_Operator_0123456789abcdef',
          },
          attributes: { creationDate: '2026-11-19T12:00:00Z', mfaAuthenticated: 'false' },
        },
      },
      requestParameters: { secretId: NAME, versionStage: 'AWSCURRENT' },
      responseElements: null,
      readOnly: true,
    });
    expect(event?.record.userIdentity).not.toHaveProperty('userName');
  });

  test('that was refused says why, and AccessDenied in CloudTrail’s word', () => {
    const { bench } = withSecret();
    bench.principal = { ...riley, policy: [{ Effect: 'Deny', Action: 'secretsmanager:*', Resource: '*' }] };
    expect(() => bench.call('secretsmanager', 'DeleteSecret', { SecretId: NAME })).toThrow();
    bench.principal = riley;
    expect(() => bench.call('secretsmanager', 'RestoreSecret', { SecretId: 'nothing' })).toThrow();
    expect(bench.lookup(by('EventName', 'DeleteSecret'))[0]?.record).toMatchObject({
      errorCode: 'AccessDenied',
      errorMessage: expect.stringMatching(
        /^User: .* is not authorized to perform: secretsmanager:DeleteSecret/,
      ),
      requestParameters: { secretId: NAME },
      responseElements: null,
    });
    expect(bench.lookup(by('EventName', 'RestoreSecret'))[0]?.record).toMatchObject({
      errorCode: 'ResourceNotFoundException',
    });
  });

  // operation, input beside SecretId, requestParameters beside secretId, responseElements
  test.each([
    [
      'PutSecretValue',
      { SecretString: 'x', ClientRequestToken: 'b'.repeat(32), RotationToken: 'y'.repeat(36) },
      { clientRequestToken: 'b'.repeat(32) },
      { arn: 'ARN' },
    ],
    [
      'UpdateSecret',
      { Description: 'd', ClientRequestToken: 'c'.repeat(32) },
      { description: 'd', clientRequestToken: 'c'.repeat(32) },
      { arn: 'ARN', name: NAME },
    ],
    [
      'DeleteSecret',
      { RecoveryWindowInDays: 7 },
      { recoveryWindowInDays: 7 },
      { arn: 'ARN', name: NAME, deletionDate: 'Nov 26, 2026 12:00:00 PM' },
    ],
    [
      'TagResource',
      { Tags: [{ Key: 'owner', Value: 'payments' }] },
      { tags: [{ key: 'owner', value: 'payments' }] },
      null,
    ],
    ['DescribeSecret', {}, {}, null],
  ] as const)('of %s shows what AWS shows', (operation, input, request, response) => {
    const { bench, arn } = withSecret();
    bench.call('secretsmanager', operation, { SecretId: NAME, ...input });
    const [event] = bench.lookup(by('EventName', operation));
    expect(event?.record.requestParameters).toEqual({ secretId: NAME, ...request });
    expect(event?.record.responseElements).toEqual(
      response && { ...response, ...('arn' in response && { arn }) },
    );
  });
});

test('BatchGetSecretValue is recorded itself and once for each secret', () => {
  const { bench, arn } = withSecret();
  bench.state.trail.tell({
    kind: 'call',
    at: bench.now,
    region: 'us-east-1',
    principal: riley,
    caller: desk,
    service: 'secretsmanager',
    operation: 'BatchGetSecretValue',
    requestId: 'r',
    input: { SecretIdList: [NAME, 'lost'] },
    outcome: {
      output: {
        SecretValues: [{ ARN: arn, Name: NAME, SecretString: 'hunter2' }],
        Errors: [{ SecretId: 'lost', ErrorCode: 'ResourceNotFoundException', Message: 'no' }],
      },
    },
  });
  expect(bench.lookup(by('EventName', 'BatchGetSecretValue'))).toHaveLength(1);
  const reads = bench.lookup(by('EventName', 'GetSecretValue')).map(({ record }) => record);
  expect(reads).toMatchObject([
    { requestParameters: { secretId: 'lost' }, errorCode: 'ResourceNotFoundException' },
    { requestParameters: { secretId: arn }, responseElements: null },
  ]);
  expect(JSON.stringify(reads)).not.toContain('hunter2');
});

test('what a service did by itself has no caller type, no request, and the secret beside it', () => {
  const bench = createTrailBench();
  const secretArn = `arn:aws:secretsmanager:us-east-1:${riley.account}:secret:old/app-x7Yz12`;
  const { state, now: at } = bench;
  const told = { kind: 'service', at, region: 'us-east-1', account: riley.account } as const;
  const requestId = `Rotation-${secretArn}-${TOKEN}`;
  const errorMessage = 'Error when executing lambda x during setSecret step';
  state.trail.tell({
    ...told,
    service: 'secretsmanager',
    name: 'RotationFailed',
    secretArn,
    requestId,
    errorMessage,
  });
  const [event] = bench.lookup(by('EventName', 'RotationFailed'));
  expect(event).not.toHaveProperty('Username');
  expect(event?.Resources).toEqual([]);
  expect(event?.record).toEqual({
    eventVersion: '1.08',
    userIdentity: { accountId: riley.account, invokedBy: 'secretsmanager.amazonaws.com' },
    eventTime: '2026-11-19T12:00:00Z',
    eventSource: 'secretsmanager.amazonaws.com',
    eventName: 'RotationFailed',
    awsRegion: 'us-east-1',
    sourceIPAddress: 'secretsmanager.amazonaws.com',
    userAgent: 'secretsmanager.amazonaws.com',
    errorMessage,
    requestParameters: null,
    responseElements: null,
    additionalEventData: { SecretId: secretArn },
    requestID: requestId,
    eventID: event?.EventId,
    readOnly: false,
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: riley.account,
    eventCategory: 'Management',
  });
});

test('a key used for the caller in another account shows in both, and less of the caller there', () => {
  const bench = createTrailBench();
  const key = 'arn:aws:kms:us-east-1:777788889999:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const encryptionContext = { SecretARN: 'arn', SecretVersionId: TOKEN };
  const told = {
    kind: 'behalf',
    at: bench.now,
    region: 'us-east-1',
    principal: riley,
    caller: desk,
  } as const;
  const resources = [{ arn: key, account: '777788889999', type: 'AWS::KMS::Key' }];
  const work = { service: 'kms', by: 'secretsmanager', operation: 'Decrypt', readOnly: true } as const;
  bench.state.trail.tell({ ...told, ...work, requestParameters: { encryptionContext }, resources });
  const [own] = bench.lookup(by('ResourceName', key));
  bench.principal = { ...riley, account: '777788889999', arn: 'arn:aws:iam::777788889999:user/kim' };
  const [theirs] = bench.lookup(by('ResourceType', 'AWS::KMS::Key'));
  expect(own?.record).toMatchObject({
    userIdentity: { type: 'IAMUser', userName: 'riley', invokedBy: 'secretsmanager.amazonaws.com' },
    sourceIPAddress: 'secretsmanager.amazonaws.com',
    eventSource: 'kms.amazonaws.com',
    requestParameters: { encryptionContext },
    resources: [{ ARN: key, accountId: '777788889999', type: 'AWS::KMS::Key' }],
  });
  expect(theirs?.record).toMatchObject({
    userIdentity: { type: 'AWSAccount', principalId: riley.userId, accountId: riley.account },
    recipientAccountId: '777788889999',
    sharedEventID: own?.record.sharedEventID,
  });
  expect(own?.record.sharedEventID).toMatch(/^[0-9a-f-]{36}$/);
  expect(theirs?.EventId).not.toBe(own?.EventId);
});

describe('a secret as a resource', () => {
  test.each(['none', 'name', 'arn'] as const)('by %s', (resourceLookup) => {
    const { bench, arn } = withSecret({ resourceLookup, deliveryMs: 0 });
    bench.call('secretsmanager', 'DescribeSecret', { SecretId: NAME });
    const wanted = { none: [0, 0], name: [2, 0], arn: [0, 2] }[resourceLookup];
    const found = [NAME, arn].map((name) => bench.lookup(by('ResourceName', name)).length);
    expect(found).toEqual(wanted);
    const [described] = bench.lookup(by('EventName', 'DescribeSecret'));
    expect(described?.record).not.toHaveProperty('resources');
  });
});
