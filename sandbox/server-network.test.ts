import { beforeEach, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { target } from './signature/sign-request.ts';

// A function in a VPC made through the control API: what lies between it, Secrets Manager and its database.

const { control, aws } = openDesk({ quotas: false });

const HOST = 'orders.db.sandbox.invalid';
const ARN = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const ENDPOINT = { VpcEndpointId: 'vpce-1' };
const RULE = { GroupId: 'sg-db', SourceGroupId: 'sg-fn', Port: 3306 };
const allow = (Action: string, more: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, ...more } });

async function change(name: string, input: object) {
  const { status, body } = await control('POST', 'infrastructure', { change: name, input });
  expect({ status, body }).toMatchObject({ status: 200 });
}

async function ask(operation: string, input: object): Promise<Record<string, unknown>> {
  const { text } = await aws({ headers: target(operation), body: JSON.stringify(input) });
  return JSON.parse(text);
}

beforeEach(async () => {
  const trust = allow('sts:AssumeRole', { Principal: { Service: 'lambda.amazonaws.com' } });
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: trust });
  const PolicyDocument = allow('secretsmanager:*', { Resource: '*' });
  await change('PutRolePolicy', { RoleName: 'rotate', PolicyName: 'Rotate', PolicyDocument });
  await change('CreateFunction', {
    ...{ FunctionName: 'rotate', Code: 'mysql-single-user', Role: 'arn:aws:iam::441200879921:role/rotate' },
    VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-fn'] },
    LoggingConfig: { LogFormat: 'JSON', LogGroup: '/rotation' },
  });
  const made = { host: HOST, engine: 'mysql', user: 'app', password: 'first', securityGroup: 'sg-db' };
  expect((await control('POST', 'targets', made)).status).toBe(200);
  const ServiceName = 'com.amazonaws.us-east-1.secretsmanager';
  await change('CreateVpcEndpoint', { ...ENDPOINT, VpcId: 'vpc-1', ServiceName });
  await change('AuthorizeSecurityGroupIngress', RULE);
  const value = { engine: 'mysql', host: HOST, username: 'app', password: 'first' };
  const SecretString = JSON.stringify(value);
  await ask('CreateSecret', { Name: 'orders', ClientRequestToken: 'a'.repeat(32), SecretString });
});

/** Rotates, lets two minutes pass, and answers the labels of the new version with the function's log. */
async function rotated() {
  await ask('RotateSecret', {
    ...{ SecretId: 'orders', ClientRequestToken: 'b'.repeat(32), RotationLambdaARN: ARN },
    RotationRules: { AutomaticallyAfterDays: 30 },
  });
  await control('POST', 'clock', { advance: 'PT2M' });
  const { VersionIdsToStages } = await ask('DescribeSecret', { SecretId: 'orders' });
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'Logs_20140328.FilterLogEvents',
  };
  const { text } = await aws({ service: 'logs', headers, body: '{"logGroupName":"/rotation"}' });
  const { events } = JSON.parse(text) as { events: { message: string }[] };
  return {
    labels: (VersionIdsToStages as Record<string, string[]>)['b'.repeat(32)],
    lines: events.map(({ message }) => JSON.parse(message) as Record<string, unknown>),
  };
}

test('with an endpoint and a rule it rotates, and logs as JSON where it was told to', async () => {
  const { labels, lines } = await rotated();
  expect(labels).toEqual(['AWSPENDING', 'AWSCURRENT']);
  expect(lines.at(-1)).toMatchObject({ type: 'platform.report', record: { status: 'success' } });
});

test('without the endpoint it waits for Secrets Manager until its time is up', async () => {
  await change('DeleteVpcEndpoints', ENDPOINT);
  const { labels, lines } = await rotated();
  expect(labels).toEqual(['AWSPENDING']);
  expect(lines.at(-1)).toMatchObject({ type: 'platform.report', record: { status: 'timeout' } });
});

test('without the rule its database does not answer', async () => {
  await change('RevokeSecurityGroupIngress', RULE);
  const { labels, lines } = await rotated();
  expect(labels).toEqual(['AWSPENDING']);
  const said = lines.map(({ message }) => String(message)).join();
  expect(said).toContain('setSecret: Unable to log into database');
  const { record } = lines.at(-1) as { record: { metrics: { durationMs: number } } };
  expect(record.metrics.durationMs).toBeGreaterThan(5000);
});

test.each([
  ['a VPC without its subnets', { VpcConfig: { VpcId: 'vpc-1', SecurityGroupIds: ['sg'] } }, '"SubnetIds"'],
  ['a format nobody knows', { LoggingConfig: { LogFormat: 'XML' } }, '"LogFormat" is Text or JSON.'],
])('refused: %s', async (_, more, reason) => {
  const Role = 'arn:aws:iam::441200879921:role/rotate';
  const input = { FunctionName: 'other', Code: 'generic', Role, ...more };
  const { status, body } = await control('POST', 'infrastructure', { change: 'CreateFunction', input });
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(JSON.stringify(reason).slice(1, -1));
});
