import { expect, test } from 'vitest';
import { eventsOf, token, wait } from '../services/secretsmanager/fake-call.ts';
import { deny, openWorkshop } from './workshop.ts';

const MINUTE = 60_000;
const labels = (shop: ReturnType<typeof openWorkshop>, name: string) =>
  (shop.bench.run('DescribeSecret', { SecretId: 'db' }).VersionIdsToStages as { [id: string]: string[] })[
    token(name)
  ];

test.each([
  ['mysql-single-user', 'mysql'],
  ['postgres-single-user', 'postgres'],
  ['python-warehouse', 'postgres'],
  ['node-mysql', 'mysql'],
  ['node-partner', 'http'],
] as const)('%s changes the password: the new one opens, the old one is dead', (code, engine) => {
  const shop = openWorkshop(code, engine);
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
  shop.rotate('v2');
  expect(labels(shop, 'v2')).toEqual(['AWSPENDING', 'AWSCURRENT']);
  expect(shop.value('AWSCURRENT').password).not.toBe('old');
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
  expect(shop.logsIn('AWSPREVIOUS')).toBe(false);
  expect(eventsOf(shop.bench)).toEqual(['RotationStarted', 'RotationSucceeded']);
});

test('alternating users: the one before goes on to work', () => {
  const shop = openWorkshop('mysql-alternating-users', 'mysql');
  shop.target({
    users: new Map([
      ['app', { password: 'old', may: 'nothing' }],
      ['admin', { password: 'root', may: 'all' }],
    ]),
  });
  const of = (username: string, password: string, masterarn?: unknown) =>
    JSON.stringify({ engine: 'mysql', host: 'db.sandbox.invalid', username, password, masterarn });
  const { ARN } = shop.bench.run('CreateSecret', {
    ...{ Name: 'admin', ClientRequestToken: token('a'), SecretString: of('admin', 'root') },
  });
  const put = { SecretId: 'db', ClientRequestToken: token('v1b'), SecretString: of('app', 'old', ARN) };
  shop.bench.run('PutSecretValue', put);
  shop.rotate('v2');
  expect(shop.value('AWSCURRENT').username).toBe('app_clone');
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
  expect(shop.logsIn('AWSPREVIOUS')).toBe(true);
  shop.rotate('v3');
  expect(shop.value('AWSCURRENT').username).toBe('app');
  expect(shop.logsIn('AWSCURRENT')).toBe(true);
});

test("a template's log: the platform's lines around its own, one invocation a step", () => {
  const shop = openWorkshop('postgres-single-user', 'postgres');
  shop.rotate('v2');
  const lines = shop.lines();
  expect(lines[0]).toMatch(
    /^INIT_START Runtime Version: python:3\.12\.v75\tRuntime Version ARN: arn:aws:lambda/,
  );
  expect(lines[1]).toMatch(/^START RequestId: [0-9a-f-]{36} Version: \$LATEST\n$/);
  expect(lines[2]).toMatch(
    /^\[INFO\]\t\d{4}-[\dT:.-]+Z\t[0-9a-f-]{36}\tFound credentials in environment variables\.\n$/,
  );
  expect(lines.filter((line) => line.startsWith('REPORT'))).toHaveLength(4);
  expect(lines.find((line) => line.startsWith('REPORT'))).toMatch(
    /\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms\n$/,
  );
  expect(lines.join('')).toContain('finishSecret: Successfully set AWSCURRENT stage to version v2');
  expect(lines.join('')).not.toContain(shop.value('AWSCURRENT').password);
});

test('a failed rotation: the log says it in the words of the template, the event names the step, and it is tried again', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.target({ users: new Map([['app', { password: 'changed by hand', may: 'own' }]]) });
  shop.rotate('v2');
  expect(labels(shop, 'v2')).toEqual(['AWSPENDING']);
  expect(eventsOf(shop.bench)).toEqual(['RotationStarted', 'RotationFailed']);
  expect(shop.bench.state.trail.happenings.at(-1)).toMatchObject({
    errorMessage: `Error when executing lambda ${shop.fn.arn} during setSecret step`,
  });
  const text = shop.lines().join('');
  expect(text).toContain(
    '[ERROR] ValueError: setSecret: Unable to log into database with previous, current, or pending secret of secret arn arn:',
  );
  expect(text).not.toContain('Access denied');
  shop.target({ users: new Map([['app', { password: 'old', may: 'own' }]]) });
  wait(shop.bench, 70 * MINUTE);
  expect(labels(shop, 'v2')).toEqual(['AWSPENDING', 'AWSCURRENT']);
  expect(eventsOf(shop.bench).at(-1)).toBe('RotationSucceeded');
});

test('refused and unreachable differ by their time alone', () => {
  const duration = (lines: string[]) =>
    Math.max(...lines.flatMap((line) => /Duration: ([\d.]+) ms\tBilled/.exec(line)?.[1] ?? []).map(Number));
  const wrong = openWorkshop('mysql-single-user', 'mysql');
  wrong.target({ users: new Map() });
  wrong.rotate('v2');
  expect(duration(wrong.lines())).toBeLessThan(2000);
  const down = openWorkshop('mysql-single-user', 'mysql');
  down.target({ health: 'down' });
  down.rotate('v2');
  expect(duration(down.lines())).toBeGreaterThan(20_000);
});

test('a function that waits too long is ended, and says so and no more', () => {
  const vpc = { vpcId: 'vpc-1', subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], nat: false };
  const shop = openWorkshop('postgres-single-user', 'postgres', { vpc, timeout: 30 });
  shop.rotate('v2');
  const lines = shop.lines();
  expect(lines.at(-3)).toMatch(/Z [0-9a-f-]{36} Task timed out after 30\.03 seconds\n\n$/);
  expect(lines.at(-1)).toMatch(/Duration: 30000\.00 ms.*\tStatus: timeout\n$/);
  expect(lines.at(-4)).toContain('Found credentials in environment variables.');
});

test('a right that is missing is refused by IAM, and CloudTrail hears of it as of the role', () => {
  const shop = openWorkshop('postgres-single-user', 'postgres');
  deny(shop, 'secretsmanager:PutSecretValue');
  shop.rotate('v2');
  expect(shop.lines().join('')).toMatch(
    /\[ERROR\] ClientError: An error occurred \(AccessDeniedException\) when calling the PutSecretValue operation: User: arn:aws:sts::441200879921:assumed-role\/rotate-role\/rotate is not authorized/,
  );
});

test('lines in JSON: what the code says, and what the platform says of an ending that is no success', () => {
  const logging = { logGroup: '/custom/rotation', logFormat: 'JSON' } as const;
  const shop = openWorkshop('node-partner', 'http', { logging, runtime: 'nodejs22.x' });
  shop.target({ status: 422 });
  shop.rotate('v2');
  const read = shop.lines().map((line) => JSON.parse(line));
  expect(read[0]).toMatchObject({ type: 'platform.initStart' });
  expect(read).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      message: expect.objectContaining({
        errorType: 'PartnerError',
        errorMessage: 'PUT /v2/credentials at db.sandbox.invalid failed with status code 422',
      }),
    }),
  );
  expect(read.at(-1)).toMatchObject({ type: 'platform.report', record: { status: 'error' } });
  expect(read.at(-2)).toMatchObject({ type: 'platform.runtimeDone', record: { status: 'error' } });
});

test('without RotateImmediately only the last login is tried', () => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.rotate('v2', { RotateImmediately: false });
  expect(eventsOf(shop.bench)).toEqual(['TestRotationStarted', 'TestRotationSucceeded']);
  shop.target({ users: new Map() });
  shop.rotate('v3', { RotateImmediately: false });
  expect(eventsOf(shop.bench).slice(2)).toEqual(['TestRotationStarted', 'TestRotationFailed']);
  expect(labels(shop, 'v3')).toBeUndefined();
});

test.each<[string, Parameters<ReturnType<typeof openWorkshop>['change']>[0]]>([
  ['may be invoked by nobody', { policy: undefined }],
  ['has no concurrency', { reservedConcurrency: 0 }],
  [
    'is in a failed state',
    { unfit: { state: 'Failed', reason: 'no addresses', reasonCode: 'EniLimitExceeded' } },
  ],
])('a function that %s fails without a line', (_, change) => {
  const shop = openWorkshop('mysql-single-user', 'mysql');
  shop.rotate('v2', { RotateImmediately: false });
  const before = shop.lines().length;
  shop.change(change);
  shop.bench.run('RotateSecret', { SecretId: 'db', ClientRequestToken: token('v3') });
  wait(shop.bench, MINUTE);
  expect(labels(shop, 'v3')).toEqual(['AWSPENDING']);
  expect(eventsOf(shop.bench).slice(-2)).toEqual(['RotationStarted', 'RotationFailed']);
  expect(shop.lines()).toHaveLength(before);
});
