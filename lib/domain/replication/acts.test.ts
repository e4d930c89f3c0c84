import { describe, expect, test } from 'vitest';
import { foldSecrets } from '../fold.ts';
import type { Cell, CellState, MatrixRow, Seen } from './cell.ts';
import { failureMeaning } from './failure-meaning.ts';
import { judgeAct } from './judge-act.ts';
import { type ActKind, planAct } from './plan-act.ts';
import { promotionMarkdown } from './promotion-markdown.ts';
import { type PromotionStep, planPromotion } from './promotion-plan.ts';
import { readiness } from './readiness.ts';
import { replicationCommand } from './replication-call.ts';
import { rollbackReach, rollbackTarget } from './rollback-reach.ts';

const arn = (region: string) => `arn:aws:secretsmanager:${region}:441200879921:secret:prod/db-a1b2c3`;
const AT = '2026-11-25T03:00:00.000Z';
const seen: Seen = {
  holders: { AWSCURRENT: 'v2' },
  replicas: [],
  protected: true,
  primaryRegion: 'us-east-1',
  at: AT,
};

const cellOf = (state: CellState, more: Partial<Cell> = {}): Cell => ({
  ...{ region: 'eu-west-1', state, serves: 'v1', source: 'read' },
  report: { region: 'eu-west-1', status: 'InSync' },
  ...more,
});
function rowOf(cell: Cell, ...given: [primary?: MatrixRow['primary']]): MatrixRow {
  const [secret] = foldSecrets([
    {
      ...{ arn: arn('us-east-1'), name: 'prod/db', region: 'us-east-1', primaryRegion: 'us-east-1' },
      ...{ tags: {}, holders: {}, rotation: { enabled: false } },
    },
  ]);
  const home: Cell = { region: 'us-east-1', state: 'primary' };
  const primary = given.length > 0 ? given[0] : seen;
  return { secret: secret!, primary, cells: [home, cell], worst: cell.state };
}
const empty = cellOf('none', { report: undefined, serves: undefined, source: undefined });

describe('what cannot be done says why', () => {
  test.each<[ActKind, Cell, MatrixRow['primary'], string | undefined]>([
    ['add', empty, seen, undefined],
    ['add', cellOf('in-sync'), seen, 'already-there'],
    ['add', empty, 'no-answer', 'primary-unreadable'],
    ['add', empty, undefined, 'primary-unread'],
    ['add', empty, { ...seen, deleted: AT }, 'deletion-scheduled'],
    ['add', { ...empty, region: 'cn-north-1' }, seen, 'other-partition'],
    ['add', { ...empty, region: '' }, seen, 'no-region-left'],
    ['retry', cellOf('failed'), seen, undefined],
    ['retry', cellOf('behind'), seen, undefined],
    ['retry', cellOf('in-sync'), seen, 'nothing-to-retry'],
    ['retry', empty, seen, 'not-a-replica'],
    ['replace', cellOf('behind'), seen, undefined],
    ['remove', cellOf('behind'), 'denied', 'primary-unreadable'],
    ['change-key', cellOf('in-sync'), seen, undefined],
    ['promote', cellOf('in-sync'), seen, undefined],
    ['promote', cellOf('uncompared', { report: undefined }), 'no-answer', undefined],
    ['promote', cellOf('failed', { twin: true }), seen, 'not-a-replica'],
    ['promote', cellOf('twin', { twin: true }), seen, 'not-a-replica'],
    ['promote', empty, seen, 'not-a-replica'],
  ])('%s of %j', (kind, cell, primary, because) => {
    const plan = planAct(kind, rowOf(cell, primary), cell.region);
    expect(plan.possible ? undefined : plan.because).toBe(because);
  });

  test('the primary is none of them', () => {
    const kinds: ActKind[] = ['add', 'retry', 'replace', 'change-key', 'remove', 'promote'];
    for (const kind of kinds) {
      expect(planAct(kind, rowOf(empty), 'us-east-1')).toEqual({ possible: false, because: 'is-primary' });
    }
  });
});

const ADD = `replicate-secret-to-regions --region us-east-1 --secret-id ${arn('us-east-1')} --add-replica-regions`;
const REMOVE = `remove-regions-from-replication --region us-east-1 --secret-id ${arn('us-east-1')}`;
test.each<[ActKind, Cell, object, boolean, string[]]>([
  ['add', empty, { key: 'alias/x' }, false, [`${ADD} Region=eu-west-1,KmsKeyId=alias/x`]],
  ['add', empty, { overwrite: true }, true, [`${ADD} Region=eu-west-1 --force-overwrite-replica-secret`]],
  ['retry', cellOf('failed'), {}, false, [`${ADD} Region=eu-west-1`]],
  [
    'change-key',
    cellOf('in-sync'),
    { key: 'alias/x', overwrite: true },
    false,
    [`${ADD} Region=eu-west-1,KmsKeyId=alias/x`],
  ],
  [
    'replace',
    cellOf('behind'),
    {},
    true,
    [`${REMOVE} --remove-replica-regions eu-west-1`, `${ADD} Region=eu-west-1`],
  ],
  ['remove', cellOf('behind'), {}, true, [`${REMOVE} --remove-replica-regions eu-west-1`]],
  [
    'promote',
    cellOf('behind'),
    {},
    true,
    [`stop-replication-to-replica --region eu-west-1 --secret-id ${arn('eu-west-1')}`],
  ],
])(
  '%s: calls in their regions, and whether they can be taken back',
  (kind, cell, choice, final, commands) => {
    const plan = planAct(kind, rowOf(cell), 'eu-west-1', choice);
    if (!plan.possible) throw new Error(plan.because);
    expect(plan.final).toBe(final);
    const plain = plan.calls.map((call) => replicationCommand(call).replaceAll(/ \\\n +/g, ' '));
    expect(plain).toEqual(commands.map((command) => `aws secretsmanager ${command}`));
  },
);

describe('an act is proven by re-reading', () => {
  const copy: Seen = { ...seen, holders: { AWSCURRENT: 'v2' } };
  const withStatus = (status: 'InSync' | 'InProgress' | 'Failed'): Seen => ({
    ...seen,
    replicas: [{ region: 'eu-west-1', status }],
  });
  const withKey = (kmsKeyId: string | undefined): Seen => ({
    ...seen,
    replicas: [{ region: 'eu-west-1', status: 'InSync', ...(kmsKeyId ? { kmsKeyId } : {}) }],
  });
  const KMS = 'arn:aws:kms:eu-west-1:441200879921';
  const NEW = { asked: 'alias/new', before: 'alias/aws/secretsmanager' };
  const { primaryRegion: _, ...alone } = copy;
  test.each<[ActKind, Parameters<typeof judgeAct>[2], string]>([
    ['add', { primary: withStatus('InProgress'), copy: 'gone', elapsed: 0 }, 'waiting'],
    ['add', { primary: withStatus('InSync'), copy: 'gone', elapsed: 0 }, 'waiting'],
    ['add', { primary: withStatus('InSync'), copy, elapsed: 0 }, 'done'],
    ['replace', { primary: withStatus('InSync'), copy: { ...copy, holders: {} }, elapsed: 0 }, 'waiting'],
    ['retry', { primary: withStatus('Failed'), copy: 'gone', elapsed: 100 }, 'waiting'],
    ['retry', { primary: withStatus('Failed'), copy: 'gone', elapsed: 6_000 }, 'failed'],
    ['remove', { primary: withStatus('InSync'), copy, elapsed: 0 }, 'waiting'],
    ['remove', { primary: seen, copy, elapsed: 0 }, 'waiting'],
    ['remove', { primary: seen, copy: 'gone', elapsed: 0 }, 'done'],
    ['remove', { primary: seen, copy: alone, elapsed: 0 }, 'done'],
    ['promote', { primary: 'no-answer', copy, elapsed: 0 }, 'waiting'],
    ['promote', { primary: 'no-answer', copy: alone, elapsed: 0 }, 'done'],
    ['promote', { primary: seen, copy: { ...alone, primaryRegion: 'eu-west-1' }, elapsed: 0 }, 'done'],
    ['add', { primary: 'no-answer', copy, elapsed: 0 }, 'waiting'],
    // Of a region that cannot be read the primary alone tells.
    ['add', { primary: withStatus('InSync'), copy: 'denied', elapsed: 0 }, 'reported'],
    ['add', { primary: withStatus('InProgress'), copy: 'denied', elapsed: 0 }, 'waiting'],
    ['remove', { primary: seen, copy: 'no-answer', elapsed: 0 }, 'reported'],
    ['change-key', { primary: withKey(undefined), copy, elapsed: 0, key: { ...NEW } }, 'waiting'],
    [
      'change-key',
      { primary: withKey('alias/aws/secretsmanager'), copy, elapsed: 0, key: { ...NEW } },
      'waiting',
    ],
    ['change-key', { primary: withKey('alias/new'), copy, elapsed: 0, key: { ...NEW } }, 'done'],
    ['change-key', { primary: withKey(`${KMS}:key/1234`), copy, elapsed: 0, key: { ...NEW } }, 'done'],
    [
      'change-key',
      {
        primary: withKey(`${KMS}:alias/new`),
        copy,
        elapsed: 0,
        key: { asked: 'alias/new', before: 'alias/new' },
      },
      'done',
    ],
  ])('%s %j', (kind, proof, outcome) => {
    expect(judgeAct(kind, 'eu-west-1', proof)).toBe(outcome);
  });
});

test('readiness counts what is proven and names the rest', () => {
  const rows = (['in-sync', 'behind', 'unreadable', 'none', 'twin'] as const).map((state) =>
    rowOf(cellOf(state)),
  );
  const [home, there] = readiness(rows, ['us-east-1', 'eu-west-1']);
  expect([home?.ready, home?.total]).toEqual([5, 5]);
  expect([there?.ready, there?.total]).toEqual([1, 3]);
  expect(there?.exceptions.map(({ cell }) => cell.state)).toEqual(['behind', 'unreadable']);
});

test('a promoted replica still serves its region; where the primary has gone on, it is an exception', () => {
  const promoted = cellOf('twin', { twin: true, report: undefined });
  const withHome = (serves: string) => {
    const row = rowOf(promoted);
    return {
      ...row,
      cells: row.cells.map((cell) => (cell.state === 'primary' ? { ...cell, serves } : cell)),
    };
  };
  const count = (row: MatrixRow) => readiness([row], ['us-east-1', 'eu-west-1'])[1];
  expect(count(rowOf(promoted))).toMatchObject({ ready: 1, total: 1 });
  expect(count(withHome('v1'))).toMatchObject({ ready: 1, total: 1 });
  expect(count(withHome('v2'))).toMatchObject({ ready: 0, total: 1 });
});

test('a promotion plan as Markdown keeps its form, whatever a name or AWS says', () => {
  const rows = [rowOf(cellOf('behind')), rowOf(cellOf('failed', { twin: true })), rowOf(empty)];
  const plan = planPromotion(rows, 'eu-west-1');
  expect(plan.steps.map(({ because }) => because)).toEqual([undefined, 'not-a-replica']);
  const hostile = { ...plan, steps: plan.steps.map((step) => ({ ...step, name: 'a|b `c` <d>' })) };
  const results = new Map([
    [arn('us-east-1'), { outcome: 'stopped' as const, at: AT, words: 'no | way\nout', requestId: 'r-1' }],
  ]);
  const text = promotionMarkdown(hostile, results, AT);
  expect(text).toContain('| a\\|b \\`c\\` \\<d\\> | us-east-1 | Behind; serves version v1 |');
  expect(text).toContain('no \\| way out; request r-1');
  expect(text).toContain('Failed; There is no replica of this secret here |');
  expect(text).toContain('# Promotion of replicas in eu-west-1 (Ireland)');
  expect(text).toContain('1 of 2 can be promoted; 0 promoted and read back, then the run stopped.');
  expect(text).toContain(`--secret-id ${arn('eu-west-1')}`);
  expect(text).not.toMatch(/in-sync|not-a-replica|\dT\d/);
});

test('a promotion plan over several accounts says of which each secret is, and whose credentials a command takes', () => {
  const plan = planPromotion([rowOf(cellOf('behind'))], 'eu-west-1');
  const [here] = plan.steps;
  const away = (text: string) => text.replace('441200879921', '602733145908');
  const there = {
    ...here!,
    ...{ key: away(here!.key), arn: away(here!.arn) },
    call: { ...here!.call!, input: { SecretId: away(here!.arn) } },
  } as PromotionStep;
  const text = promotionMarkdown({ ...plan, steps: [here!, there] }, new Map(), AT);
  expect(text).toContain('| Account | Secret |');
  expect(text).toContain('| 6027-3314-5908 | prod/db |');
  const [, ours, theirs] = text.split('The same with the AWS CLI');
  expect(ours).toMatch(/account 4412-0087-9921, one by one:[\s\S]*:441200879921:/);
  expect(theirs).toMatch(/account 6027-3314-5908, one by one:[\s\S]*:602733145908:/);
});

test.each([
  ['Secret with this name already exists in this region', 'name-taken'],
  ['Replication failed: Secret name simple already exists in region us-east-2.', 'name-taken'],
  ['No permissions available on the KMS key to complete the replication', 'key-rights'],
  ['The KMS key is disabled or not found', 'key-unusable'],
  ['The region me-central-1 is not enabled for this account', 'region-off'],
  ['Something else', 'unknown'],
  [undefined, 'unknown'],
])('AWS’s %j means %s', (message, kind) => {
  expect(failureMeaning(message).kind).toBe(kind);
});

test('a roll back goes to what is previous at the primary, not to what is where one looks at it', () => {
  const primary = { ...seen, holders: { AWSCURRENT: 'v3', AWSPREVIOUS: 'v2' } };
  expect(rollbackTarget({ primary })).toBe('v2');
  expect(rollbackTarget({ primary: 'no-answer' })).toBeUndefined();
});

test.each<[CellState, string | undefined]>([
  ['in-sync', 'follows'],
  ['in-progress', 'follows'],
  ['behind', 'late'],
  ['failed', 'stays-failed'],
  ['missing', 'stays-failed'],
  ['unreadable', 'unknown'],
  ['uncompared', 'unknown'],
  ['unread', 'unknown'],
  ['twin', 'apart'],
  ['primary', undefined],
  ['none', undefined],
])('a roll back, where a region is %s: %s', (state, reach) => {
  expect(rollbackReach({ region: 'eu-west-1', state })).toBe(reach);
});
