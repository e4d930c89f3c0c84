import * as z from 'zod';
import { type Effect, effects } from './effects.ts';
import {
  arnField,
  descriptionField,
  labelField,
  tagKeyField,
  tagValueField,
  valueField,
  versionIdField,
} from './fields.ts';
import { replicaRegionField, replicaRegionsField } from './replica-fields.ts';
import { functionArnField, rotationRulesField } from './rotation-fields.ts';

// The SDK's types only: they are erased, and no byte of the SDK reaches the browser.
type Sdk = typeof import('@aws-sdk/client-secrets-manager');

/** Every operation the SDK knows; a new one fails to compile until its row exists. */
export type OperationName = keyof {
  [K in keyof Sdk as K extends `${infer N}Command` ? (N extends '$' ? never : N) : never]: 1;
};

type CommandOf<N extends OperationName> = Sdk[`${N}Command`] extends new (
  input: infer I,
) => infer C
  ? { input: I; output: C extends { resolveMiddleware(...args: never): unknown } ? OutputOf<C> : never }
  : never;
type OutputOf<C> = C extends {
  resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer O }>;
}
  ? O
  : never;
/** What an operation takes, as the SDK types it. */
export type OperationInput<N extends OperationName> = CommandOf<N>['input'];
/** What an operation answers, as the SDK types it. */
export type OperationOutput<N extends OperationName> = CommandOf<N>['output'];

type Fields<I> = { [K in keyof I]?: z.ZodType<I[K]> };
type Rows = {
  [N in OperationName]: N extends keyof typeof effects
    ? { effect: Effect; input: Fields<OperationInput<N>> }
    : null;
};

/**
 * Door one: what `POST /api/secretsmanager/<scope>/<region>/<operation>` accepts. `null` is a decision too:
 * values travel by views/reveal and views/compare only, and a write waits for the screen that uses it.
 */
export const operations = {
  BatchGetSecretValue: null,
  CancelRotateSecret: { effect: effects.CancelRotateSecret, input: { SecretId: arnField } },
  CreateSecret: null,
  DeleteResourcePolicy: null,
  DeleteSecret: null,
  DescribeSecret: { effect: effects.DescribeSecret, input: { SecretId: arnField } },
  GetRandomPassword: null,
  GetResourcePolicy: { effect: effects.GetResourcePolicy, input: { SecretId: arnField } },
  GetSecretValue: null,
  ListSecretVersionIds: null,
  ListSecrets: null,
  PutResourcePolicy: null,
  PutSecretValue: {
    effect: effects.PutSecretValue,
    input: {
      SecretId: arnField,
      // Made when the form opens, and the id of the new version: a second click makes no second one.
      ClientRequestToken: versionIdField,
      SecretString: valueField,
      VersionStages: z.array(labelField).min(1).max(20).optional(),
    },
  },
  RemoveRegionsFromReplication: {
    effect: effects.RemoveRegionsFromReplication,
    input: { SecretId: arnField, RemoveReplicaRegions: replicaRegionsField },
  },
  ReplicateSecretToRegions: {
    effect: effects.ReplicateSecretToRegions,
    input: {
      SecretId: arnField,
      AddReplicaRegions: z.array(replicaRegionField).min(1).max(40),
      ForceOverwriteReplicaSecret: z.boolean().optional(),
    },
  },
  RestoreSecret: null,
  RotateSecret: {
    effect: effects.RotateSecret,
    input: {
      SecretId: arnField,
      // Made when the form opens, and the id of the pending version: a second click begins no second rotation.
      ClientRequestToken: versionIdField,
      RotationLambdaARN: functionArnField.optional(),
      RotationRules: rotationRulesField.optional(),
      // AWS rotates at once unless told otherwise, so the form always says which.
      RotateImmediately: z.boolean(),
    },
  },
  StopReplicationToReplica: { effect: effects.StopReplicationToReplica, input: { SecretId: arnField } },
  TagResource: {
    effect: effects.TagResource,
    input: {
      SecretId: arnField,
      Tags: z
        .array(z.strictObject({ Key: tagKeyField, Value: tagValueField }))
        .min(1)
        .max(50),
    },
  },
  UntagResource: {
    effect: effects.UntagResource,
    input: { SecretId: arnField, TagKeys: z.array(tagKeyField).min(1).max(50) },
  },
  // Metadata only: a new value goes by PutSecretValue, which names where AWSCURRENT was seen.
  UpdateSecret: {
    effect: effects.UpdateSecret,
    input: { SecretId: arnField, Description: descriptionField },
  },
  UpdateSecretVersionStage: {
    effect: effects.UpdateSecretVersionStage,
    input: {
      SecretId: arnField,
      VersionStage: labelField,
      // Adding a label names no version to take it from. A move of AWSCURRENT always does, the door sees to it: it is
      // the compare of the swap.
      RemoveFromVersionId: versionIdField.optional(),
      // Without it the label is taken off and on no version then.
      MoveToVersionId: versionIdField.optional(),
    },
  },
  ValidateResourcePolicy: null,
} as const satisfies Rows;

type Offered = {
  [N in OperationName]: (typeof operations)[N] extends null ? never : N;
}[OperationName];
/** An operation that door one carries out. */
export type OfferedOperation = Offered;

/** The operations whose answers may be cached by the browser's query store. */
export type ReadOperation = {
  [N in Offered]: (typeof operations)[N] extends { effect: 'read' } ? N : never;
}[Offered];

/** The operations that change something at AWS. */
export type WriteOperation = Exclude<Offered, ReadOperation>;

/** The reason an operator gives: it travels in the user agent, so CloudTrail keeps it. Ours limits it to 200 typed characters. */
export const reasonField = z.string().max(200);

/** A value after its trip through JSON: an instant is ISO text. */
export type OnTheWire<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? OnTheWire<E>[]
    : T extends object
      ? { [K in keyof T as K extends '$metadata' ? never : K]: OnTheWire<T[K]> }
      : T;

/** What door one answers: AWS's output, and AWS's own account of the call. */
export interface OperationAnswer<N extends OperationName> {
  readonly output: OnTheWire<OperationOutput<N>>;
  readonly requestId: string;
  /** AWS's clock at the answer (its Date header), ISO. */
  readonly at: string;
}
