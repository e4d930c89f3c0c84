import { expect, test } from 'vitest';
import { cliText } from '../cli.ts';
import { foldSecrets } from '../fold.ts';
import type { MatrixRow } from '../replication/cell.ts';
import type { SecretRow } from '../secret.ts';
import type { CliView, Past, SecretView } from './cli-view.ts';
import { commandsOf } from './commands-of.ts';
import { logCalls } from './log-calls.ts';
import { functionCalls, keyCall, made, policyCall } from './read-calls.ts';
import { simulationCalls } from './simulation-calls.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const row: SecretRow = {
  arn: ARN,
  name: 'prod/db',
  region: 'us-east-1',
  tags: {},
  holders: { AWSCURRENT: 'two', AWSPREVIOUS: 'one' },
  rotation: { enabled: true, functionArn: 'arn:aws:lambda:us-east-1:441200879921:function:rotate' },
};
const [folded] = foldSecrets([row]);
const AT = '2026-11-25T03:42:14.000Z';
const versions = [
  { id: 'two', labels: ['AWSCURRENT'] },
  { id: 'one', labels: ['AWSPREVIOUS'] },
];
const secret = { ...row, replicas: [] };
const page: SecretView = {
  kind: 'secret',
  arn: ARN,
  region: 'us-east-1',
  secret,
  versions,
  streams: [],
};
const stream = { from: '', to: '', complete: false, pages: 2 };
const seen = { holders: {}, protected: false, at: '', replicas: [] };
const report = { region: 'eu-west-1', status: 'Failed' } as const;
const matrixRow: MatrixRow = {
  secret: folded!,
  primary: { ...seen, replicas: [report] },
  worst: 'failed',
  cells: [
    { region: 'us-east-1', state: 'primary', serves: 'two' },
    { region: 'eu-west-1', state: 'failed', report },
    { region: 'ap-south-1', state: 'none' },
  ],
};
const matrix = (region: string): CliView => ({
  kind: 'replication',
  row: matrixRow,
  region,
});

const past: Past = {
  listing: { source: 'configuration', regions: [{ region: 'us-east-1', at: AT }] },
  ...{ reads: [], lookups: [], logs: [] },
};
const nothing: Past = { ...past, listing: { regions: [] } };
const told = { past, readOnly: false, account: '', token: () => 'token' };
const calls = (view: CliView, more: Partial<typeof told> = {}) =>
  commandsOf(view, { ...told, ...more })
    .flatMap(({ commands }) => commands)
    .flatMap((command) => command.calls);
const operations = (view: CliView, more: Partial<typeof told> = {}) =>
  calls(view, more).map((call) => cliText(call).split(/\s+/).slice(1, 3).join(' '));

const WHO = 'sts get-caller-identity';
const LIST = 'secretsmanager list-secrets';
const DESCRIBE = 'secretsmanager describe-secret';
const VERSIONS = 'secretsmanager list-secret-version-ids';
const MOVE = 'secretsmanager update-secret-version-stage';
const PUT = 'secretsmanager put-secret-value';
const ROTATE = 'secretsmanager rotate-secret';
const CANCEL = 'secretsmanager cancel-rotate-secret';
const LOOKUP = 'cloudtrail lookup-events';
const REPLICATE = 'secretsmanager replicate-secret-to-regions';
const REMOVE = 'secretsmanager remove-regions-from-replication';
const table = { kind: 'secrets', selected: [] } as const;
const pending = [...versions, { id: 'three', labels: ['AWSPENDING'] }];

// case, view, the calls of its commands in order
test.each<[string, CliView, string[]]>([
  ['the table alone', table, [WHO, LIST]],
  ['a row', { ...table, focused: folded }, [WHO, DESCRIBE, MOVE, LIST]],
  ['a selection', { ...table, selected: [folded!, folded!] }, [WHO, DESCRIBE, DESCRIBE, LIST]],
  ['a secret', page, [WHO, DESCRIBE, VERSIONS, MOVE, PUT, ROTATE, CANCEL]],
  [
    'one that a service owns',
    { ...page, secret: { ...secret, owningService: 'rds' } },
    [WHO, DESCRIBE, VERSIONS],
  ],
  ['one that goes', { ...page, secret: { ...secret, deleted: '2026-11-25' } }, [WHO, DESCRIBE, VERSIONS]],
  [
    'AWSPENDING left: AWS refuses to rotate',
    { ...page, versions: pending },
    [WHO, DESCRIBE, VERSIONS, MOVE, PUT, MOVE, CANCEL],
  ],
  [
    'a replica',
    {
      ...page,
      secret: { ...secret, primaryRegion: 'eu-west-1' },
      streams: [{ name: 'resource', ...stream }],
    },
    [WHO, DESCRIBE, VERSIONS, LOOKUP, 'secretsmanager stop-replication-to-replica'],
  ],
  ['metadata refused', { ...page, secret: undefined }, [WHO, DESCRIBE, VERSIONS]],
  [
    'a failed replica',
    matrix('eu-west-1'),
    [WHO, DESCRIBE, REPLICATE, REMOVE, REPLICATE, REPLICATE, REMOVE, LIST],
  ],
  ['an empty cell', matrix('ap-south-1'), [WHO, DESCRIBE, REPLICATE, LIST]],
  ['the primary', matrix('us-east-1'), [WHO, DESCRIBE, DESCRIBE, LIST].filter((_, at) => at !== 2)],
  [
    'a group',
    {
      kind: 'rotation',
      regions: [{ region: 'us-east-1', streams: [{ name: 'RotationFailed', ...stream }] }],
      group: {
        id: 'g',
        tab: 'open',
        secrets: [{ secret: folded!, state: { kind: 'gave-up', evidence: '' }, attempts: [] }],
      },
    },
    [WHO, ROTATE, ROTATE, CANCEL, LOOKUP, LIST],
  ],
])('%s', (_, view, expected) => {
  expect(operations(view)).toEqual(expected);
});

test('a read-only console offers nothing that changes', () => {
  expect(operations(page, { readOnly: true })).toEqual([WHO, DESCRIBE, VERSIONS]);
  expect(operations(matrix('eu-west-1'), { readOnly: true })).toEqual([WHO, DESCRIBE, LIST]);
});

test('a value is never asked for nor written', () => {
  const text = calls(page).map(cliText).join();
  expect(text).not.toMatch(/get-secret-value|get-random-password/);
  expect(text).toContain('--secret-string file://');
});

test('a replica is told by its primary region, as many pages as were read and none that came since', () => {
  const replica = { ...page, secret: { ...secret, primaryRegion: 'eu-west-1' } };
  const streams = [
    { ...stream, name: 'resource', from: '2026-11-20T00:00:00Z', to: AT },
    { ...stream, name: 'PutSecretValue', complete: true, from: '2026-11-20T00:00:00Z', to: AT, pages: 1 },
  ];
  const group = commandsOf({ ...replica, streams }, told)[2];
  expect(group?.commands.map(({ at }) => at)).toEqual([AT, AT]);
  expect(group?.commands.map((one) => one.calls.map(cliText).join().replaceAll(' \\\n  ', ' '))).toEqual([
    `aws cloudtrail lookup-events --region eu-west-1 --lookup-attributes AttributeKey=ResourceName,AttributeValue=${ARN.replace('us-east-1', 'eu-west-1')} --start-time 2026-11-20T00:00:00Z --end-time ${AT} --max-items 100`,
    `aws cloudtrail lookup-events --region eu-west-1 --lookup-attributes AttributeKey=EventName,AttributeValue=PutSecretValue --end-time ${AT} --max-items 50`,
  ]);
});

// how the regions came about, the calls for it
test.each<[Past['listing'], string[]]>([
  [{ source: 'account', at: AT, regions: [{ region: 'eu-west-1', at: AT }] }, ['us-east-1', 'eu-west-1']],
  [{ source: 'fallback', regions: [{ region: 'us-gov-east-1' }] }, ['us-gov-west-1', 'us-gov-east-1']],
  [{ source: 'account', regions: [{ region: 'cn-north-1' }] }, ['cn-northwest-1', 'cn-north-1']],
  [{ source: 'configuration', regions: [{ region: 'eu-west-1' }] }, ['eu-west-1']],
  [{ regions: [] }, []],
])('%j was listed in %j', (listing, regions) => {
  const shown = calls(table, { past: { ...past, listing } });
  expect(shown.slice(1).map(({ region }) => region)).toEqual(regions);
  expect(shown.some(({ operation }) => operation === 'ListRegions')).toBe(regions.length > 1);
});

const FUNCTION = 'arn:aws:lambda:eu-west-1:441200879921:function:rotate';

test('what was read besides comes with its time', () => {
  const reads = [
    made(policyCall('us-east-1', ARN), AT),
    made(keyCall('us-east-1', 'arn:aws:kms:eu-west-1:1:key/k'), AT),
    ...functionCalls(FUNCTION).map((call) => made(call, AT)),
  ];
  const logs = logCalls({ functionArn: FUNCTION, failed: [AT], timeout: 30 }).map((call) => made(call, AT));
  const groups = commandsOf({ ...page, at: AT }, { ...told, past: { ...nothing, reads, logs } });
  const asked = groups.filter(({ changes }) => !changes).flatMap(({ commands }) => commands.slice(0));
  expect(asked.slice(1).every(({ at }) => at === AT)).toBe(true);
  expect(asked.slice(3).flatMap((one) => one.calls.map(cliText))).toEqual([
    `aws secretsmanager get-resource-policy --region us-east-1 --secret-id ${ARN}`,
    'aws kms describe-key --region eu-west-1 --key-id arn:aws:kms:eu-west-1:1:key/k',
    `aws lambda get-function-configuration --region eu-west-1 --function-name ${FUNCTION}`,
    `aws lambda get-policy --region eu-west-1 --function-name ${FUNCTION}`,
    `aws lambda get-function-concurrency --region eu-west-1 --function-name ${FUNCTION}`,
    'aws logs describe-log-groups --region eu-west-1 --log-group-name-prefix /aws/lambda/rotate --max-items 50',
    `aws logs filter-log-events \\\n  --region eu-west-1 \\\n  --log-group-name /aws/lambda/rotate \\\n  --start-time ${Date.parse(AT) - 40_000} \\\n  --end-time ${Date.parse(AT) + 10_000}`,
  ]);
});

test('a query that AWS bills is told as one', () => {
  const [, query] = logCalls({ functionArn: FUNCTION, failed: [AT, AT], timeout: 30, queried: true });
  const seconds = Date.parse(AT) / 1_000;
  expect(query).toMatchObject({
    operation: 'StartQuery',
    input: { logGroupNames: ['/aws/lambda/rotate'], startTime: seconds - 40, endTime: seconds + 10 },
  });
});

test('rows of another account than the page works in are told so', () => {
  const note = (account: string) => commandsOf(page, { ...told, account })[0]?.note;
  expect(note('4412-0087-9921')).toMatch(/^All of this is about account 4412-0087-9921/);
  expect(note('6027-3314-5908')).toMatch(/^What names another account is about that one, all else about/);
});

test('what a sheet is about to do comes first, and not at all where nothing may be changed', () => {
  const next = { act: 'Roll back', calls: [keyCall('us-east-1', 'k')] };
  const groups = commandsOf(page, { ...told, next });
  expect(groups.slice(0, 2).map(({ title, commands }) => [title, commands[0]?.name])).toEqual([
    ['Next', 'Roll back'],
    ['Whose credentials the shell has', 'GetCallerIdentity'],
  ]);
  expect(commandsOf(page, { ...told, next, readOnly: true })[0]?.title).not.toBe('Next');
});

test('pages that ask AWS nothing have no commands; a simulation has one for each region and kind', () => {
  expect(calls({ kind: 'diagnose' }, { past: nothing })).toEqual([]);
  const ROLE = 'arn:aws:iam::441200879921:role/ops/admin';
  const answer = { decision: 'allowed', policies: [], unknownKeys: [] } as const;
  const simulated = ['eu-west-1', 'us-east-1'].flatMap((region) => [
    { ...answer, region, action: 'kms:DescribeKey', resource: '*' },
    { ...answer, region, action: 'iam:GetRole', resource: '*' },
    { ...answer, region, action: 'secretsmanager:DescribeSecret', resource: ARN },
  ]);
  const reads = simulationCalls(ROLE, simulated).map((call) => made(call, AT));
  const asked = calls({ kind: 'permissions' }, { past: { ...nothing, reads } });
  expect(asked.map(({ operation }) => operation)).toEqual([
    ...['GetCallerIdentity', 'GetRole'],
    ...Array.from({ length: 4 }, () => 'SimulatePrincipalPolicy'),
  ]);
  expect(asked[1]?.input).toEqual({ RoleName: 'admin' });
  expect(asked[2]?.input).toMatchObject({
    PolicySourceArn: ROLE,
    ActionNames: ['kms:DescribeKey', 'iam:GetRole'],
    ResourceArns: ['*'],
  });
});
