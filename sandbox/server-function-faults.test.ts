import { beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { target } from './signature/sign-request.ts';

// The faults of the control API strike what rotation functions call, as they strike anybody.

const { control, aws } = openDesk({ quotas: false });

const HOST = 'orders.db.sandbox.invalid';
const ROTATE = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const policy = (Action: string, more: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, ...more } });
const change = (name: string, input: object) => control('POST', 'infrastructure', { change: name, input });

async function ask(operation: string, input: object): Promise<Record<string, unknown>> {
  const { text } = await aws({ headers: target(operation), body: JSON.stringify(input) });
  return JSON.parse(text);
}

async function elsewhere(service: string, name: string, input: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': name };
  return JSON.parse((await aws({ service, headers, body: JSON.stringify(input) })).text);
}

beforeEach(async () => {
  const trust = policy('sts:AssumeRole', { Principal: { Service: 'lambda.amazonaws.com' } });
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: trust });
  const PolicyDocument = policy('secretsmanager:*', { Resource: '*' });
  await change('PutRolePolicy', { RoleName: 'rotate', PolicyName: 'Rotate', PolicyDocument });
  const Role = 'arn:aws:iam::441200879921:role/rotate';
  await change('CreateFunction', { FunctionName: 'rotate', Code: 'mysql-single-user', Role });
  await control('POST', 'targets', { host: HOST, engine: 'mysql', user: 'app', password: 'first' });
  const value = { engine: 'mysql', host: HOST, username: 'app', password: 'first' };
  await ask('CreateSecret', {
    ...{ Name: 'orders', ClientRequestToken: 'a'.repeat(32), SecretString: JSON.stringify(value) },
  });
});

/** Rotates, lets two minutes pass, and answers whether it went well and what the function's log says. */
async function rotated() {
  await ask('RotateSecret', {
    ...{ SecretId: 'orders', ClientRequestToken: 'b'.repeat(32), RotationLambdaARN: ROTATE },
    RotationRules: { AutomaticallyAfterDays: 30 },
  });
  await control('POST', 'clock', { advance: 'PT2M' });
  const { VersionIdsToStages } = await ask('DescribeSecret', { SecretId: 'orders' });
  const logGroupName = '/aws/lambda/rotate';
  const { events } = await elsewhere('logs', 'Logs_20140328.FilterLogEvents', { logGroupName });
  const stages = (VersionIdsToStages as Record<string, string[]>)['b'.repeat(32)];
  return {
    succeeded: stages?.includes('AWSCURRENT'),
    log: (events as { message: string }[]).map(({ message }) => message).join(''),
  };
}

async function refusalsOf(eventName: string): Promise<string[]> {
  await control('POST', 'clock', { advance: 'PT10M' });
  const { Events } = await elsewhere('cloudtrail', 'CloudTrail_20131101.LookupEvents', {
    LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: eventName }],
  });
  return (Events as { CloudTrailEvent: string }[])
    .map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent))
    .filter(({ errorCode }) => errorCode !== undefined)
    .map(
      ({ errorCode, userIdentity }) => `${errorCode} of ${userIdentity.arn.split('/').slice(1).join('/')}`,
    );
}

describe('a fault strikes the calls of a function', () => {
  test.each([
    [
      'throttle',
      'An error occurred (ThrottlingException) when calling the PutSecretValue operation (reached max retries: 4): Rate exceeded',
      Array.from({ length: 5 }, () => 'ThrottlingException of rotate/rotate'),
    ],
    [
      'error500',
      'InternalServiceError: An error occurred (InternalServiceError) when calling the PutSecretValue operation (reached max retries: 4): An error occurred on the server side.',
      Array.from({ length: 5 }, () => 'InternalServiceError of rotate/rotate'),
    ],
    [
      'deny',
      'ClientError: An error occurred (AccessDeniedException) when calling the PutSecretValue operation: User: arn:aws:sts::441200879921:assumed-role/rotate/rotate is not authorized to perform: secretsmanager:PutSecretValue on resource:',
      ['AccessDenied of rotate/rotate'],
    ],
    [
      'reset',
      'ConnectionClosedError: Connection was closed before we received a valid response from endpoint URL: "https://secretsmanager.us-east-1.amazonaws.com/".',
      [],
    ],
    ['hang', 'Task timed out after 30.03 seconds', []],
  ])('%s', async (kind, said, refusals) => {
    await control('POST', 'faults', { kind, operation: 'PutSecretValue' });
    const { succeeded, log } = await rotated();
    expect(succeeded).toBe(false);
    expect(log).toContain(said);
    expect(await refusalsOf('PutSecretValue')).toEqual(refusals);
  });

  test.each([
    ['throttled once, it is tried again', { kind: 'throttle', count: 1 }],
    ['its answer lost, the same token is sent again', { kind: 'reset', after: true, count: 1 }],
    ['a slow answer is waited for', { kind: 'latency', ms: 4000 }],
    ['in another region nothing happens', { kind: 'deny', region: 'eu-west-1' }],
    ['nor for somebody else', { kind: 'deny', principal: 'riley' }],
  ])('%s', async (_, fault) => {
    await control('POST', 'faults', { ...fault, operation: 'PutSecretValue' });
    const { succeeded, log } = await rotated();
    expect(succeeded).toBe(true);
    expect(log).not.toContain('ERROR');
  });

  test('by its principal, and until a reset', async () => {
    const fault = { kind: 'deny', operation: 'PutSecretValue', principal: 'rotate/rotate' };
    expect((await control('POST', 'faults', fault)).status).toBe(200);
    expect((await rotated()).succeeded).toBe(false);
    expect((await control('POST', 'faults', { kind: 'deny', principal: 'nobody/rotate' })).status).toBe(400);
    expect((await control('POST', 'faults', { kind: 'deny', principal: 'rotate' })).status).toBe(400);
  });
});
