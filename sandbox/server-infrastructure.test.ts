import { beforeEach, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { target } from './signature/sign-request.ts';

const { control, aws } = openDesk({ quotas: false });

const HOST = 'orders.db.sandbox.invalid';
const change = (name: string, input: object, more: object = {}) =>
  control('POST', 'infrastructure', { change: name, input, ...more });

/** What CloudTrail has by now, the newest first. */
async function recorded(eventName: string): Promise<Record<string, unknown>[]> {
  await control('POST', 'clock', { advance: 'PT10M' });
  const { text } = await aws({
    service: 'cloudtrail',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'CloudTrail_20131101.LookupEvents',
    },
    body: JSON.stringify({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: eventName }] }),
  });
  const { Events } = JSON.parse(text) as { Events: { CloudTrailEvent: string }[] };
  return Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent));
}

beforeEach(async () => {
  const trust = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  };
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: JSON.stringify(trust) });
  const Role = 'arn:aws:iam::441200879921:role/rotate';
  await change('CreateFunction', { FunctionName: 'rotate', Code: 'mysql-single-user', Role });
});

test('a target is made, tried and changed, and shows no password', async () => {
  const login = async (password: string) =>
    (await control('POST', 'targets/login', { host: HOST, user: 'app', password })).body;
  const made = { host: HOST, engine: 'mysql', user: 'app', password: 'first' };
  expect((await control('POST', 'targets', made)).body).toMatchObject({
    ...{ host: HOST, engine: 'mysql', port: 3306, users: ['app'], health: 'up' },
  });
  expect(await login('first')).toEqual({ accepted: true });
  expect(await login('other')).toEqual({ accepted: false });
  await control('POST', 'targets', { host: HOST, user: 'app', password: 'second' });
  expect(await login('first')).toEqual({ accepted: false });
  await control('POST', 'targets', { host: HOST, health: 'down' });
  expect(await login('second')).toEqual({ accepted: false });
  const listed = await control('GET', 'targets');
  expect(listed.body).toMatchObject([{ host: HOST, health: 'down' }]);
  expect(JSON.stringify(listed.body)).not.toContain('second');
});

test.each<[string, string, object]>([
  [
    'RevokeSecurityGroupIngress',
    'AuthorizeSecurityGroupIngress',
    { GroupId: 'sg-db', SourceGroupId: 'sg-fn', Port: 3306 },
  ],
  ['RemovePermission', 'AddPermission', { FunctionName: 'rotate', StatementId: 'Extra' }],
])('%s undoes %s, and both are in CloudTrail', async (undo, make, input) => {
  expect((await change(make, input)).status).toBe(200);
  expect((await change(undo, input, { as: 'dana' })).status).toBe(200);
  expect((await change(undo, input)).status).toBe(400);
  const named = (name: string) => (make === 'AddPermission' ? `${name}20150331v2` : name);
  const [made] = await recorded(named(make));
  expect(made).toMatchObject({ readOnly: false, userIdentity: { userName: 'riley' } });
  expect(await recorded(named(undo))).toMatchObject([{ userIdentity: { userName: 'dana' } }]);
});

test('an endpoint comes and goes', async () => {
  const made = { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.us-east-1.secretsmanager' };
  expect((await change('CreateVpcEndpoint', made)).status).toBe(200);
  expect(await recorded('CreateVpcEndpoint')).toMatchObject([
    { eventSource: 'ec2.amazonaws.com', requestParameters: { createVpcEndpointRequest: { vpcId: 'vpc-1' } } },
  ]);
  expect((await change('DeleteVpcEndpoints', { VpcEndpointId: 'vpce-none' })).body).toEqual({
    reason: 'There is no endpoint vpce-none.',
  });
});

test('what CloudTrail tells of a function holds none of its variables', async () => {
  const Environment = { Variables: { PASSWORD_LENGTH: '41' } };
  const input = { FunctionName: 'rotate', Timeout: 61, Environment };
  expect((await change('UpdateFunctionConfiguration', input)).status).toBe(200);
  const [told] = await recorded('UpdateFunctionConfiguration20150331v2');
  expect(told).toMatchObject({ requestParameters: { functionName: 'rotate', timeout: 61 } });
  expect(JSON.stringify(told)).not.toContain('41"');
});

test.each<[string, string, object, string]>([
  [
    'a function nobody knows',
    'RemovePermission',
    { FunctionName: 'none', StatementId: 'a' },
    'There is no function none in us-east-1 of account 441200879921.',
  ],
  [
    'a statement nobody knows',
    'RemovePermission',
    { FunctionName: 'rotate', StatementId: 'a' },
    'rotate has no statement a.',
  ],
  [
    'a member that is missing',
    'RevokeSecurityGroupIngress',
    { GroupId: 'sg-db' },
    'The input needs "SourceGroupId", a text.',
  ],
  [
    'a rule without its port',
    'AuthorizeSecurityGroupIngress',
    { GroupId: 'sg-db', SourceGroupId: 'sg-fn' },
    'The input needs "Port", a whole number.',
  ],
  [
    'a time longer than Lambda gives',
    'UpdateFunctionConfiguration',
    { FunctionName: 'rotate', Timeout: 901 },
    '"Timeout" is a whole number from 1 to 900.',
  ],
  [
    'no memory',
    'UpdateFunctionConfiguration',
    { FunctionName: 'rotate', MemorySize: 0 },
    '"MemorySize" is a whole number from 128 to 10240.',
  ],
  [
    'a statement that is there',
    'AddPermission',
    { FunctionName: 'rotate', StatementId: 'SecretsManagerAccess' },
    'rotate has a statement SecretsManagerAccess already.',
  ],
  [
    'a member nobody knows',
    'UpdateFunctionConfiguration',
    { FunctionName: 'rotate', Layers: [] },
    'UpdateFunctionConfiguration takes no "Layers" here.',
  ],
  [
    'code nobody knows',
    'CreateFunction',
    { FunctionName: 'x', Code: 'x', Role: 'x' },
    'There is no code called x.',
  ],
  [
    'a function that is there',
    'CreateFunction',
    { FunctionName: 'rotate', Code: 'generic', Role: 'arn:aws:iam::441200879921:role/rotate' },
    'There is a function rotate already.',
  ],
  [
    'a key nobody knows',
    'DisableKey',
    { KeyId: '11111111-1111-4111-8111-111111111111' },
    "Key 'arn:aws:kms:us-east-1:441200879921:key/11111111-1111-4111-8111-111111111111' does not exist",
  ],
])('refused: %s', async (_, name, input, reason) => {
  const { status, body } = await change(name, input);
  expect(status).toBe(400);
  expect(body).toEqual({ reason });
});

test('what is refused has changed nothing', async () => {
  const rule = { GroupId: 'sg-db', SourceGroupId: 'sg-fn' };
  await change('AuthorizeSecurityGroupIngress', { ...rule, Port: 3306 });
  expect((await change('RevokeSecurityGroupIngress', rule)).status).toBe(400);
  expect((await change('RevokeSecurityGroupIngress', { ...rule, Port: 3306 })).status).toBe(200);
});

test('a function is no more under a version or an alias it has not', async () => {
  await aws({
    headers: target('CreateSecret'),
    body: JSON.stringify({ Name: 'db', SecretString: '{}', ClientRequestToken: 'a'.repeat(32) }),
  });
  const rotate = async (RotationLambdaARN: string, letter: string) => {
    const body = {
      ...{
        SecretId: 'db',
        RotationLambdaARN,
        RotateImmediately: false,
        ClientRequestToken: letter.repeat(32),
      },
      RotationRules: { AutomaticallyAfterDays: 30 },
    };
    return aws({ headers: target('RotateSecret'), body: JSON.stringify(body) });
  };
  const arn = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
  for (const qualifier of ['live', '1']) {
    const { status, text } = await rotate(`${arn}:${qualifier}`, 'b');
    expect(status).toBe(400);
    expect(text).toContain('Secrets Manager cannot invoke the specified Lambda function.');
  }
  expect((await rotate(`${arn}:$LATEST`, 'c')).status).toBe(200);
});

test('refused: changes and targets nobody knows', async () => {
  expect((await change('TerminateInstances', {})).status).toBe(400);
  expect((await control('POST', 'targets', { host: 'nowhere' })).status).toBe(400);
  expect((await control('POST', 'targets', { host: HOST, engine: 'mysql', user: 'app' })).status).toBe(400);
  expect((await control('POST', 'targets/login', { host: HOST })).status).toBe(400);
});
