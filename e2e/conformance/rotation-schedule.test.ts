import {
  CreateSecretCommand,
  DescribeSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextWindows } from '../../lib/domain/rotation/schedule/next-windows.ts';
import { readSchedule } from '../../lib/domain/rotation/schedule/read-schedule.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

// The console's own reading of schedules, written from AWS's pages, beside what the sandbox makes of the same rules.

const ROLE = 'arn:aws:iam::441200879921:role/rotate';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';

let sandbox: RunningSandbox;
let client: SecretsManagerClient;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, world: 'empty' });
  const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as {
    name: string;
    accessKeyId: string;
    secretAccessKey: string;
  }[];
  const credentials = operators.find(({ name }) => name === 'riley')!;
  client = new SecretsManagerClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials,
  });
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: policy });
  await change('CreateFunction', { FunctionName: 'rotate', Code: 'mysql-single-user', Role: ROLE });
});
afterAll(async () => {
  client.destroy();
  await sandbox.close();
});

async function change(name: string, input: object): Promise<void> {
  const body = JSON.stringify({ change: name, input });
  const answer = await fetch(`${sandbox.url}/_sandbox/infrastructure`, { method: 'POST', body });
  expect(answer.ok, await answer.text()).toBe(true);
}

let made = 0;
/** A secret that is set to these rules without being rotated; what AWS answered about it. */
async function scheduled(schedule: string, duration: string | undefined) {
  made += 1;
  const { ARN: SecretId } = await client.send(
    new CreateSecretCommand({ Name: `secret-${made}`, SecretString: '{}' }),
  );
  const RotationRules = { ScheduleExpression: schedule, ...(duration ? { Duration: duration } : {}) };
  const input = { SecretId, RotationLambdaARN: FUNCTION, RotationRules, RotateImmediately: false };
  const { $metadata } = await client.send(new RotateSecretCommand(input));
  expect($metadata.httpStatusCode).toBe(200);
  return client.send(new DescribeSecretCommand({ SecretId }));
}

test.each<[string, string?]>([
  ['rate(1 day)'],
  ['rate(10 days)', '3h'],
  ['rate(999 days)'],
  ['rate(4 hours)'],
  ['rate(50 hours)', '12h'],
  ['cron(0 /8 * * ? *)'],
  ['cron(0 2/10 * * ? *)', '2h'],
  ['cron(0 /7 * * ? *)'],
  ['cron(0 8 1 * ? *)'],
  ['cron(0 17 L * ? *)'],
  ['cron(0 16 1,15 * ? *)', '2h'],
  ['cron(0 1 ? 1/3 SUN#1 *)'],
  ['cron(0 3 ? * FRIL *)', '21h'],
  ['cron(0 11 ? * MON-FRI *)'],
  ['cron(0 0 29 FEB ? *)'],
])('%s %s: the same last moment of the first window', async (schedule, duration) => {
  const { NextRotationDate, LastChangedDate } = await scheduled(schedule, duration);
  const read = readSchedule({ schedule, duration });
  if ('refused' in read) throw new Error(read.refused);
  const now = LastChangedDate!.getTime();
  const [first] = nextWindows(read.schedule, { now, last: now }, 1);
  expect(NextRotationDate!.toISOString()).toBe(new Date(first!.closes - 1_000).toISOString());
});

test.each<[string, string?]>([
  ['rate(3 hours)'],
  ['rate(1000 days)'],
  ['rate(1 day)', '25h'],
  ['rate(4 hours)', '5h'],
  ['rate(5 minutes)'],
  ['cron(0 20 * * ? *)', '5h'],
  ['cron(0 /3 * * ? *)'],
  ['cron(5 8 * * ? *)'],
  ['cron(0 8 * * ? 2027)'],
  ['cron(0 8 1 * MON *)'],
  ['cron(0 8 30 2 ? *)'],
  ['cron(0 8 1W * ? *)'],
  ['cron(0 8 ? * SUN#6 *)'],
])('%s %s: foretold, and refused', async (schedule, duration) => {
  expect(readSchedule({ schedule, duration })).toHaveProperty('refused');
  await expect(scheduled(schedule, duration)).rejects.toMatchObject({
    name: expect.stringMatching(/Invalid|Validation/),
  });
});
