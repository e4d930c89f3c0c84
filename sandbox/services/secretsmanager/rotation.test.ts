import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, eventsOf, tester, token, wait } from './fake-call.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const DAILY = { AutomaticallyAfterDays: 10 };

let bench: Bench;
beforeEach(() => {
  bench = createBench();
  bench.state.secretsManager.invocableFunctions.add(FUNCTION);
  bench.run('CreateSecret', { Name: 'db', ClientRequestToken: token('v1'), SecretString: 'one' });
});

const rotate = (name: string, extra: Json = {}) =>
  bench.run('RotateSecret', { SecretId: 'db', ClientRequestToken: token(name), ...extra });
const first = (extra: Json = {}) =>
  rotate('v2', { RotationLambdaARN: FUNCTION, RotationRules: DAILY, ...extra });
const put = (name: string, extra: Json = {}) =>
  bench.run('PutSecretValue', {
    SecretId: 'db',
    ClientRequestToken: token(name),
    SecretString: name,
    ...extra,
  });
const finish = () =>
  bench.run('UpdateSecretVersionStage', {
    SecretId: 'db',
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: token('v1'),
    MoveToVersionId: token('v2'),
  });
const describe = () => bench.run('DescribeSecret', { SecretId: 'db' });
const refusal = (code: string, message?: string) =>
  expect.objectContaining(message === undefined ? { code } : { code, message });
const at = (time: string) => Date.parse(time) / 1000;

test('a rotation announces its version, takes its value, and ends when that is current', () => {
  expect(first()).toMatchObject({ Name: 'db', VersionId: token('v2') });
  expect(describe()).toMatchObject({
    RotationEnabled: true,
    RotationLambdaARN: FUNCTION,
    RotationRules: DAILY,
    NextRotationDate: at('2026-11-29T23:59:59Z'),
    VersionIdsToStages: { [token('v1')]: ['AWSCURRENT'], [token('v2')]: ['AWSPENDING'] },
  });
  expect(describe()).not.toHaveProperty('LastRotatedDate');
  expect(() => bench.run('GetSecretValue', { SecretId: 'db', VersionStage: 'AWSPENDING' })).toThrowError(
    refusal('ResourceNotFoundException'),
  );
  put('v2', { VersionStages: ['AWSPENDING'], RotationToken: 'a'.repeat(36) });
  wait(bench, 24 * 60 * 60 * 1000);
  finish();
  expect(describe()).toMatchObject({
    LastRotatedDate: at('2026-11-20T12:00:00.500Z'),
    NextRotationDate: at('2026-11-30T23:59:59Z'),
    VersionIdsToStages: { [token('v1')]: ['AWSPREVIOUS'], [token('v2')]: ['AWSPENDING', 'AWSCURRENT'] },
  });
  expect(eventsOf(bench)).toEqual(['RotationStarted', 'RotationSucceeded']);
  const told = bench.state.trail.happenings.find(({ kind }) => kind === 'service');
  expect(told).toMatchObject({ requestId: `Rotation-${describe().ARN}-${token('v2')}` });
  expect(rotate('v3')).toMatchObject({ VersionId: token('v3') });
});

test('a repeated call starts nothing; another rotation has to wait for the first', () => {
  first();
  expect(first()).toMatchObject({ VersionId: token('v2') });
  expect(eventsOf(bench)).toEqual(['RotationStarted']);
  expect(() => rotate('v3')).toThrowError(
    refusal(
      'InvalidRequestException',
      "A previous rotation isn't complete. That rotation will be reattempted.",
    ),
  );
});

test('a value put by hand abandons the rotation, and counts for its schedule', () => {
  first();
  put('v2', { VersionStages: ['AWSPENDING'] });
  wait(bench, 24 * 60 * 60 * 1000);
  put('mine');
  expect(describe()).toMatchObject({
    NextRotationDate: at('2026-11-30T23:59:59Z'),
    VersionIdsToStages: { [token('v1')]: ['AWSPREVIOUS'], [token('mine')]: ['AWSCURRENT'] },
  });
  expect(eventsOf(bench)).toEqual(['RotationStarted', 'RotationAbandoned']);
});

test('taking AWSPENDING away clears the rotation, without any event', () => {
  first();
  const clear = { SecretId: 'db', VersionStage: 'AWSPENDING', RemoveFromVersionId: token('v2') };
  bench.run('UpdateSecretVersionStage', clear);
  rotate('v3');
  expect(eventsOf(bench)).toEqual(['RotationStarted', 'RotationStarted']);
});

test('a cancelled rotation is off, and leaves AWSPENDING behind', () => {
  first();
  expect(bench.run('CancelRotateSecret', { SecretId: 'db' })).toMatchObject({ VersionId: token('v2') });
  const after = describe();
  expect(after).toMatchObject({ RotationEnabled: false, RotationLambdaARN: FUNCTION });
  expect(after).not.toHaveProperty('NextRotationDate');
  expect(after.VersionIdsToStages).toMatchObject({ [token('v2')]: ['AWSPENDING'] });
  expect(() => rotate('v3')).toThrowError(refusal('InvalidRequestException'));
});

test('without RotateImmediately the function is only tested, on a copy that goes again', () => {
  first({ RotateImmediately: false });
  const pending = { SecretId: 'db', VersionStage: 'AWSPENDING' };
  expect(bench.run('GetSecretValue', pending)).toMatchObject({ SecretString: 'one' });
  wait(bench, 5000);
  expect(describe().VersionIdsToStages).toEqual({ [token('v1')]: ['AWSCURRENT'] });
  expect(eventsOf(bench)).toEqual(['TestRotationStarted', 'TestRotationSucceeded']);
});

test('an expression stays, beside the days worked out from it', () => {
  first({ RotationRules: { ScheduleExpression: 'cron(0 16 1,15 * ? *)', Duration: '2h' } });
  expect(describe()).toMatchObject({
    RotationRules: {
      AutomaticallyAfterDays: 13,
      ScheduleExpression: 'cron(0 16 1,15 * ? *)',
      Duration: '2h',
    },
    NextRotationDate: at('2026-12-01T17:59:59Z'),
  });
});

const TOKEN = 'You must provide a ClientRequestToken value. We recommend a UUID-type value.';

test.each<[string, Json, string, string | undefined]>([
  ['no token', { ClientRequestToken: undefined }, 'InvalidParameterException', TOKEN],
  [
    'no function known',
    {},
    'InvalidRequestException',
    'No Lambda rotation function ARN is associated with this secret.',
  ],
  [
    'a function it may not invoke',
    { RotationLambdaARN: `${FUNCTION}-other` },
    'AccessDeniedException',
    'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
  ],
  [
    'too many days',
    { RotationLambdaARN: FUNCTION, RotationRules: { AutomaticallyAfterDays: 1001 } },
    'InvalidParameterException',
    'RotationRules.AutomaticallyAfterDays must be within 1-1000.',
  ],
  [
    'a foreign character',
    { RotationRules: { ScheduleExpression: 'rate(é)' } },
    'ValidationException',
    undefined,
  ],
  [
    'a role without a type',
    { ExternalSecretRotationRoleArn: FUNCTION },
    'InvalidParameterException',
    undefined,
  ],
])('refused, and nothing is changed: %s', (_, extra, code, message) => {
  const before = describe();
  expect(() => rotate('v2', extra)).toThrowError(refusal(code, message));
  expect(describe()).toEqual(before);
});

test('the caller needs the right to invoke the function', () => {
  bench.principal = { ...tester, policy: [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' }] };
  expect(() => first()).toThrowError(/not authorized to perform: lambda:InvokeFunction/);
});

test('a managed secret is rotated by its service, without a function', () => {
  const rds = 'arn:aws:sts::441200879921:assumed-role/AWSServiceRoleForRDS/rds';
  bench.principal = { ...tester, arn: rds };
  bench.run('CreateSecret', {
    Name: 'rds!db',
    ClientRequestToken: token('v1'),
    SecretString: '{"username":"admin","password":"old"}',
  });
  bench.principal = tester;
  const input = { SecretId: 'rds!db', ClientRequestToken: token('v2') };
  expect(() => bench.run('RotateSecret', { ...input, RotationLambdaARN: FUNCTION })).toThrow();
  bench.run('RotateSecret', { ...input, RotationRules: { ScheduleExpression: 'rate(7 days)' } });
  wait(bench, 60_000);
  const value = JSON.parse(String(bench.run('GetSecretValue', { SecretId: 'rds!db' }).SecretString));
  expect(value).toMatchObject({ username: 'admin', password: expect.stringMatching(/^\w{28}$/) });
  expect(eventsOf(bench)).toEqual(['RotationStarted', 'RotationSucceeded']);
});

test('a managed external secret is rotated through its role', () => {
  const id = { SecretId: 'sf' };
  const created = {
    Name: 'sf',
    ClientRequestToken: token('v1'),
    SecretString: 's',
    Type: 'SalesforceClientSecret',
  };
  bench.run('CreateSecret', created);
  const ExternalSecretRotationRoleArn = 'arn:aws:iam::441200879921:role/partner';
  const ExternalSecretRotationMetadata = [{ Key: 'appId', Value: '7' }];
  const external = { ExternalSecretRotationRoleArn, ExternalSecretRotationMetadata };
  bench.run('RotateSecret', { ...id, ClientRequestToken: token('v2'), ...external });
  wait(bench, 60_000);
  expect(bench.run('DescribeSecret', id)).toMatchObject({ Type: 'SalesforceClientSecret', ...external });
  expect(bench.run('GetSecretValue', id)).toMatchObject({ VersionId: token('v2') });
});
