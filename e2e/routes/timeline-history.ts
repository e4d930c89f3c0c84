import fc from 'fast-check';
import type { EventEffect, SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Json } from '../../sandbox/operation.ts';
import { createTrailBench, type TrailBench } from '../../sandbox/services/cloudtrail/bench.ts';

/** Where the labels truly were, from an instant on. */
export interface Truth {
  readonly at: number;
  readonly holders: ReadonlyMap<string, string>;
}

const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const LABELS = ['AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS', 'known-good', 'next'];
// Pauses from next to none to weeks, in milliseconds.
const PAUSES = [20, 200, 1_000, 5_000, 61_000, 1_200_000, 7_200_000, 100_000_000, 1_900_000_000];

const token = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const version = fc.nat({ max: 7 }).map(token);
const label = fc.constantFrom(...LABELS);
const pause = fc.constantFrom(...PAUSES);

/** One thing somebody does to the secret, after a pause. AWS refuses some of them, as it may. */
export const step = fc.record({
  pause,
  /** Done from a tab of Keyturn, which tells of it before CloudTrail does. */
  own: fc.boolean(),
  by: fc.constantFrom('name', 'arn', 'partial'),
  act: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), version }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('put-as' as const),
        version,
        labels: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('update' as const), version }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('describe-anew' as const), version }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('move' as const), label, to: version }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), label }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('attach' as const), label, to: version }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('rotate' as const), version }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('test' as const), version }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cancel', 'delete', 'read', 'elsewhere') }) },
  ),
});

/** One of them. */
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A history as it truly went. */
export interface History {
  readonly bench: TrailBench;
  readonly arn: string;
  readonly truth: readonly Truth[];
  /** What this tab has done, as it keeps it until CloudTrail tells the same. */
  readonly own: readonly SecretEvent[];
}

/** Lets a history happen in the sandbox, and looks at the labels after each step. */
export function tell(
  empty: boolean,
  steps: readonly Step[],
  deliveryMs: number | undefined,
  after: number,
): History {
  const bench = createTrailBench(deliveryMs === undefined ? {} : { deliveryMs });
  bench.state.secretsManager.invocableFunctions.add(FUNCTION);
  const call = (operation: string, input: Json) => bench.call('secretsmanager', operation, input);
  call('CreateSecret', { Name: 'other', ClientRequestToken: token(99), SecretString: '-' });
  const created = call('CreateSecret', {
    Name: 'db',
    ClientRequestToken: token(0),
    ...(empty ? {} : { SecretString: 'value 0' }),
  });
  const arn = String(created.ARN);
  const truth: Truth[] = [];
  const own: SecretEvent[] = [];
  const announced = new Set<string>();
  const look = () =>
    truth.push({ at: bench.now.getTime(), holders: holdersIn(call('DescribeSecret', { SecretId: arn })) });
  const wait = (ms: number) => {
    bench.now = new Date(bench.now.getTime() + ms);
  };
  look();
  // A version dated within a second of its secret is taken for the one it was created with.
  wait(1_000);
  for (const { pause, act, by, own: ours } of steps) {
    wait(pause);
    const SecretId = by === 'arn' ? arn : by === 'partial' ? arn.slice(0, -7) : 'db';
    const holder = (name: string) => truth.at(-1)?.holders.get(name);
    // Only its own rotation gives a version its value that it has announced.
    if (act.kind === 'rotate') announced.add(act.version);
    const strange = 'version' in act && announced.has(act.version) && holder('AWSPENDING') !== act.version;
    if (strange && act.kind !== 'rotate' && act.kind !== 'test') continue;
    for (const [operation, input] of callsOf(act, SecretId, holder)) {
      if (!attempt(() => call(operation, input))) continue;
      const effect = ours ? ownEffect(operation, input) : undefined;
      if (effect) own.push(ownEvent(operation, effect, bench));
    }
    look();
    // The test of a rotation ends three seconds later, by itself.
    if (act.kind === 'test') {
      wait(3_000);
      look();
    }
  }
  wait(after);
  return { bench, arn, truth, own };
}

function callsOf(
  act: Step['act'],
  SecretId: string,
  holder: (label: string) => string | undefined,
): [operation: string, input: Json][] {
  const from = 'label' in act ? holder(act.label) : undefined;
  const value = (id: string) => ({ ClientRequestToken: id, SecretString: `value ${Number(id.slice(-12))}` });
  switch (act.kind) {
    case 'put':
      return [['PutSecretValue', { SecretId, ...value(act.version) }]];
    case 'put-as':
      return [['PutSecretValue', { SecretId, ...value(act.version), VersionStages: act.labels }]];
    case 'update':
      // Every call has a token of its own, unless it repeats the same call.
      return [['UpdateSecret', { SecretId, ...value(`2${act.version.slice(1)}`) }]];
    case 'describe-anew':
      return [
        [
          'UpdateSecret',
          { SecretId, ClientRequestToken: `1${act.version.slice(1)}`, Description: act.version },
        ],
      ];
    case 'move':
      return [
        [
          'UpdateSecretVersionStage',
          {
            SecretId,
            VersionStage: act.label,
            MoveToVersionId: act.to,
            ...(from ? { RemoveFromVersionId: from } : {}),
          },
        ],
      ];
    case 'attach':
      return [['UpdateSecretVersionStage', { SecretId, VersionStage: act.label, MoveToVersionId: act.to }]];
    case 'remove':
      return [
        [
          'UpdateSecretVersionStage',
          { SecretId, VersionStage: act.label, ...(from ? { RemoveFromVersionId: from } : {}) },
        ],
      ];
    case 'rotate':
    case 'test':
      return [
        [
          'RotateSecret',
          {
            SecretId,
            ClientRequestToken: act.version,
            RotationLambdaARN: FUNCTION,
            RotationRules: { AutomaticallyAfterDays: 30 },
            RotateImmediately: act.kind === 'rotate',
          },
        ],
      ];
    case 'cancel':
      return [['CancelRotateSecret', { SecretId }]];
    case 'delete':
      return [
        ['DeleteSecret', { SecretId, RecoveryWindowInDays: 30 }],
        ['RestoreSecret', { SecretId }],
      ];
    case 'read':
      return [['GetSecretValue', { SecretId }]];
    default:
      return [['PutSecretValue', { SecretId: 'other', SecretString: 'x', ClientRequestToken: token(50) }]];
  }
}

function attempt(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    // AWS refuses what it may; the truth is looked at either way.
    return false;
  }
}

// The acts that a tab keeps, in the words it keeps them in: lib/client/own-events.ts.
function ownEffect(operation: string, input: Json): EventEffect | undefined {
  if (operation === 'PutSecretValue' && input.SecretId !== 'other') {
    const labels = input.VersionStages as string[] | undefined;
    return { kind: 'value-put', version: String(input.ClientRequestToken), ...(labels ? { labels } : {}) };
  }
  if (operation !== 'UpdateSecretVersionStage') return undefined;
  const { VersionStage, MoveToVersionId, RemoveFromVersionId } = input;
  return {
    kind: 'label-moved',
    label: String(VersionStage),
    to: MoveToVersionId === undefined ? null : String(MoveToVersionId),
    ...(RemoveFromVersionId === undefined ? {} : { from: String(RemoveFromVersionId) }),
  };
}

function ownEvent(name: string, effect: EventEffect, { now, requestId }: TrailBench): SecretEvent {
  return {
    ...{ id: `own-${requestId}`, name, effect, requestId },
    // AWS's Date header, which cuts the second off.
    at: new Date(Math.floor(now.getTime() / 1_000) * 1_000).toISOString(),
    actor: { kind: 'person', name: 'riley' },
    tool: { kind: 'keyturn', name: 'Keyturn' },
    undelivered: true,
  };
}

function holdersIn({ VersionIdsToStages = {} }: Json): Map<string, string> {
  return new Map(
    Object.entries(VersionIdsToStages as { [id: string]: string[] }).flatMap(([id, labels]) =>
      labels.map((name): [string, string] => [name, id]),
    ),
  );
}
