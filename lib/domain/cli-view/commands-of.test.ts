import { expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import type { MatrixRow } from '../replication/cell.ts';
import type { SecretRow } from '../secret.ts';
import type { CliView, SecretView } from './cli-view.ts';
import { commandsOf } from './commands-of.ts';
import { lookupCommand } from './read-commands.ts';

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
  tab: null,
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
  listed: ['us-east-1'],
  row: matrixRow,
  region,
});

const operations = (view: CliView, readOnly = false) =>
  commandsOf(view, { readOnly, account: '', token: () => 'token' })
    .flatMap(({ commands }) => commands)
    .flatMap(({ text }) => text.split('\n\n').map((one) => one.split(/\s+/).slice(1, 3).join(' ')));

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
const table = { kind: 'secrets', regions: ['us-east-1', 'eu-west-1'], selected: [] } as const;
const pending = [...versions, { id: 'three', labels: ['AWSPENDING'] }];

// case, view, the calls of its commands in order
test.each<[string, CliView, string[]]>([
  ['the table alone', table, [WHO, LIST, LIST]],
  ['a row', { ...table, focused: folded }, [WHO, DESCRIBE, MOVE, LIST, LIST]],
  ['a selection', { ...table, selected: [folded!, folded!] }, [WHO, DESCRIBE, DESCRIBE, LIST, LIST]],
  ['nothing listed', { ...table, regions: [] }, []],
  ['a secret', page, [WHO, DESCRIBE, VERSIONS, MOVE, PUT, ROTATE, CANCEL]],
  [
    'its summary',
    { ...page, tab: 'summary', secret: { ...secret, owningService: 'rds' } },
    [WHO, DESCRIBE, VERSIONS, 'secretsmanager get-resource-policy', 'kms describe-key'],
  ],
  [
    'a function',
    { ...page, tab: 'rotation', secret: { ...secret, deleted: '2026-11-25' } },
    [WHO, DESCRIBE, VERSIONS, 'lambda get-function-configuration'],
  ],
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
      listed: ['us-east-1'],
      regions: [{ region: 'us-east-1', streams: [{ name: 'RotationFailed', ...stream }] }],
      group: {
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
  expect(operations(page, true)).toEqual([WHO, DESCRIBE, VERSIONS]);
  expect(operations(matrix('eu-west-1'), true)).toEqual([WHO, DESCRIBE, LIST]);
});

test('a value is never asked for nor written', () => {
  const text = JSON.stringify(commandsOf(page, { readOnly: false, account: '', token: () => 'token' }));
  expect(text).not.toMatch(/get-secret-value|get-random-password/);
  expect(text).toContain('--secret-string file://');
});

test('a replica is told by its primary region, as many pages as were read', () => {
  const replica = { ...page, secret: { ...secret, primaryRegion: 'eu-west-1' } };
  const view = { ...replica, streams: [{ name: 'resource', ...stream }] };
  const lookup = commandsOf(view, { readOnly: false, account: '', token: () => '' })[2]?.commands[0];
  expect(lookup?.text).toContain('--region eu-west-1');
  expect(lookup?.text).toContain(`AttributeValue=${ARN.replace('us-east-1', 'eu-west-1')}`);
  expect(lookup?.text).toContain('--max-items 100');
});

test('a name with what the short form keeps for itself goes as JSON', () => {
  expect(lookupCommand('us-east-1', 'ResourceName', 'a=b', 1)).toContain(
    `'[{"AttributeKey":"ResourceName","AttributeValue":"a=b"}]'`,
  );
});
