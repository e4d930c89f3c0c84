import { HOME } from '../../services/iam/state.ts';
import type { FunctionFailure } from '../../services/secretsmanager/state.ts';
import type { Stage } from './history.ts';
import { DAY, MINUTE } from './script.ts';
import { valueFor } from './values.ts';

/** A secret and where it is. */
interface Place {
  readonly name: string;
  readonly region: string;
}

/** The ARN of a rotation function. */
export function functionArn(region: string, name: string): string {
  return `arn:aws:lambda:${region}:${HOME}:function:${name}`;
}

/** Turns rotation by a function on, which only tests it; the schedule makes the versions. */
export function configureRotation(
  { script, random, people }: Stage,
  { name, region }: Place,
  rotation: { readonly name: string; readonly days: number; readonly ago: number },
): void {
  const arn = functionArn(region, rotation.name);
  const rules =
    rotation.days === 60
      ? { ScheduleExpression: 'rate(60 days)', Duration: '4h' }
      : { AutomaticallyAfterDays: rotation.days };
  script.happen(rotation.ago + MINUTE, ({ state }) => state.secretsManager.invocableFunctions.add(arn));
  script.add(rotation.ago, people.pipeline, region, 'RotateSecret', {
    SecretId: name,
    ClientRequestToken: random.uuid(),
    RotationLambdaARN: arn,
    RotationRules: rules,
    RotateImmediately: false,
  });
}

/** One rotation: when its version was made, by which function, and how far it went. */
export interface Rotated {
  readonly id: string;
  readonly before: string;
  readonly ago: number;
  readonly account: string;
  readonly function: string;
  /** `started`: the function never came to make a value; `put`: the value is there, and no more. */
  readonly until: 'started' | 'put' | 'done';
  /** Members the function leaves out of the new value. */
  readonly without?: readonly string[];
  /** The step in which the first attempt fails. */
  readonly fails?: FunctionFailure['step'] | undefined;
  /** From the value's making to its becoming current. */
  readonly takes?: number;
}

/** The schedule fires, and the function goes through its steps by calls of its own. */
export function writeRotation(
  { script, random, people }: Stage,
  { name, region }: Place,
  one: Rotated,
): void {
  const { id, before, ago, account, until, without, takes = 20_000 } = one;
  const by = people.rotation(one.function);
  const step = (after: number, operation: string, input: object) =>
    script.add(ago - after, by, region, operation, { SecretId: name, ...input });
  script.happen(ago, ({ fire, state }) => {
    const { failingFunctions } = state.secretsManager;
    const arn = functionArn(region, one.function);
    if (one.fails) failingFunctions.set(arn, { step: one.fails, afterMs: 9000 });
    fire(account, region, name, id);
    if (one.fails) failingFunctions.delete(arn);
  });
  if (until === 'started' || one.fails === 'createSecret') return;
  step(1200, 'DescribeSecret', {});
  // Older than the event history: what nobody can look up is not played.
  if (ago < 90 * DAY) step(1500, 'GetSecretValue', { VersionStage: 'AWSCURRENT' });
  step(2400, 'PutSecretValue', {
    ClientRequestToken: id,
    VersionStages: ['AWSPENDING'],
    ...valueFor(random, name, without),
  });
  if (ago < 90 * DAY)
    step(Math.min(takes, 20_000) - 14_000, 'GetSecretValue', { VersionId: id, VersionStage: 'AWSPENDING' });
  if (until === 'put') return;
  step(takes, 'UpdateSecretVersionStage', {
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: before,
    MoveToVersionId: id,
  });
}
