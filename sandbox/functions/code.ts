import type { Json } from '../operation.ts';
import type { LambdaFunction } from '../services/lambda/state.ts';
import type { Attempt, Outcome } from '../targets/login.ts';
import type { Target } from '../targets/state.ts';

/** The steps of a rotation, in their order. */
export const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
export type Step = (typeof STEPS)[number];

/**
 * What Secrets Manager hands a rotation function.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export interface RotationEvent {
  readonly Step: Step;
  readonly SecretId: string;
  readonly ClientRequestToken: string;
  readonly RotationToken: string;
}

/**
 * Code that takes virtual time: each number it yields is how many milliseconds pass before it goes on; Infinity
 * waits for what never comes. A generator reads like code with `await`, and stands still between two instants.
 */
export type Running<T> = Generator<number, T, undefined>;

/** A level as the logging libraries call it. */
export type Level = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

/** What code has around it while it runs. */
export interface Surroundings {
  readonly fn: LambdaFunction;
  readonly event: RotationEvent;
  /** Writes a line into the function's log. */
  log(level: Level, message: string, more?: Json): void;
  /** Some of the time a thing takes: `about` milliseconds, more or less. */
  about(ms: number): number;
  /** Calls an AWS service as the function's role, through the network of its VPC; throws CallFailed. */
  call(service: string, operation: string, input: Json): Running<Json>;
  /** Tries a login from where the function is. */
  login(attempt: Omit<Attempt, 'from'>): Outcome;
  target(host: string): Target | undefined;
  changeTarget(target: Target): void;
}

/** A rotation function: one invocation of it carries out one step. */
export type Code = (around: Surroundings) => Running<void>;

/** The code of a function with what its runtime does with it. */
export interface Program {
  readonly language: 'python' | 'node';
  readonly run: Code;
  /** Said when the code is started: an import that fails ends it before its handler runs. */
  readonly broken?: { readonly type: string; readonly message: string };
}
