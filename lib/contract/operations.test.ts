import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { type Effect, effects } from './effects.ts';
import {
  type OfferedOperation,
  type OnTheWire,
  type OperationInput,
  type OperationName,
  operations,
  type ReadOperation,
  type WriteOperation,
} from './operations.ts';

// The form every row must have, spelled once more: what the contract's own `satisfies` refuses is refused here too.
type Row<N extends OperationName> = {
  effect: Effect;
  input: { [K in keyof OperationInput<N>]?: z.ZodType<OperationInput<N>[K]> };
} | null;
type Rows = { [N in OperationName]: Row<N> };
const row = <N extends OperationName>(_name: N, given: Row<N>) => given;

test('the compiler refuses a missing row, a misspelt operation, a misspelt field and a wrong type', () => {
  const { GetSecretValue: _, ...rest } = operations;
  // @ts-expect-error: an operation of the SDK without a row is a decision nobody took
  rest satisfies Rows;
  // @ts-expect-error: the SDK has no such operation
  row('DescribeSecrets', null);
  // @ts-expect-error: the field is SecretId
  row('DescribeSecret', { effect: 'read', input: { SecretID: z.string() } });
  // @ts-expect-error: SecretId is text
  row('DescribeSecret', { effect: 'read', input: { SecretId: z.number() } });
  // @ts-expect-error: there is no such effect
  row('DescribeSecret', { effect: 'look', input: {} });
  row('DescribeSecret', { effect: 'read', input: { SecretId: z.string() } });
  operations satisfies Rows;
});

test('the compiler refuses to cache a write, and a value by name', () => {
  const cached = <N extends ReadOperation>(name: N) => name;
  cached('DescribeSecret');
  // @ts-expect-error: a write is not a reading
  cached('UpdateSecretVersionStage');
  // @ts-expect-error: a value is not offered at this door, let alone kept
  cached('GetSecretValue');
  // @ts-expect-error: neither are many
  cached('BatchGetSecretValue');
  expectTypeOf<ReadOperation>().toEqualTypeOf<'DescribeSecret' | 'GetResourcePolicy'>();
  expectTypeOf<WriteOperation>().toEqualTypeOf<
    | 'CancelRotateSecret'
    | 'PutSecretValue'
    | 'RemoveRegionsFromReplication'
    | 'ReplicateSecretToRegions'
    | 'RotateSecret'
    | 'StopReplicationToReplica'
    | 'TagResource'
    | 'UntagResource'
    | 'UpdateSecret'
    | 'UpdateSecretVersionStage'
  >();
  expectTypeOf<OfferedOperation>().toEqualTypeOf<ReadOperation | WriteOperation>();
});

test('the compiler knows the input of an operation, and what is left of its output on the wire', () => {
  const input: OperationInput<'UpdateSecretVersionStage'> = { SecretId: 'x', VersionStage: 'AWSCURRENT' };
  // @ts-expect-error: a version id is text
  input.MoveToVersionId = 1;
  expectTypeOf<OnTheWire<{ at: Date; list: Date[]; $metadata: object }>>().toEqualTypeOf<{
    at: string;
    list: string[];
  }>();
});

test('reading values, and lists that could be long, are not offered at door one', () => {
  const offered = Object.entries(operations).filter(([, each]) => each !== null);
  expect(offered.map(([name]) => name)).toEqual([
    'CancelRotateSecret',
    'DescribeSecret',
    'GetResourcePolicy',
    'PutSecretValue',
    'RemoveRegionsFromReplication',
    'ReplicateSecretToRegions',
    'RotateSecret',
    'StopReplicationToReplica',
    'TagResource',
    'UntagResource',
    'UpdateSecret',
    'UpdateSecretVersionStage',
  ]);
  expect(offered.map(([name, each]) => [name, each?.effect])).toEqual(Object.entries(effects));
  expect(operations.GetSecretValue).toBeNull();
  expect(operations.BatchGetSecretValue).toBeNull();
});

test('every operation that is offered takes the full ARN of a secret', () => {
  for (const each of Object.values(operations)) {
    if (each) expect(each.input.SecretId.safeParse('prod/db').success).toBe(false);
  }
});

test('the rows are exactly the operations the SDK has', async () => {
  const sdk = await import('@aws-sdk/client-secrets-manager');
  const commands = Object.keys(sdk).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);
  expect(Object.keys(operations).sort()).toEqual(commands.sort());
});
