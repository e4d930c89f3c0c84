import type { Json } from '../../operation.ts';
import type { Random } from '../../random.ts';
import { HOME } from '../../services/iam/state.ts';
import { functionArn as arnOf } from '../../services/lambda/state.ts';
import type { FunctionFailure } from '../../services/secretsmanager/state.ts';
import { secretsIn } from '../../services/secretsmanager/state.ts';
import type { State } from '../../state.ts';
import type { Target } from '../../targets/state.ts';
import { isLive } from './functions.ts';
import type { Stage } from './history.ts';
import { LIVE, settleTarget } from './live.ts';
import { DAY, MINUTE } from './script.ts';
import { hostOf, valueFor } from './values.ts';

/** A secret and where it is. */
interface Place {
  readonly name: string;
  readonly region: string;
}

/** The ARN of a rotation function of the operators' account. */
export function functionArn(region: string, name: string): string {
  return arnOf(HOME, region, name);
}

/** Turns rotation by a function on, which only tests it; the schedule makes the versions. */
export function configureRotation(
  { script, random, people }: Stage,
  { name, region }: Place,
  rotation: {
    readonly name: string;
    readonly days: number;
    readonly ago: number;
    readonly arn?: string | undefined;
  },
): void {
  const arn = rotation.arn ?? functionArn(region, rotation.name);
  const rules =
    rotation.days === 60
      ? { ScheduleExpression: 'rate(60 days)', Duration: '4h' }
      : { AutomaticallyAfterDays: rotation.days };
  script.happen(rotation.ago + MINUTE, (build) => {
    if (!isLive(build, arn)) build.state.secretsManager.invocableFunctions.add(arn);
  });
  script.add(rotation.ago, people.pipeline, region, 'RotateSecret', {
    SecretId: name,
    ClientRequestToken: random.uuid(),
    RotationLambdaARN: arn,
    RotationRules: rules,
    RotateImmediately: false,
  });
  if (rotation.ago > LIVE) return;
  script.happen(rotation.ago, ({ state }) => {
    const secret = secretsIn(state.secretsManager, HOME, region).get(name);
    if (secret) settleTarget(state, secret);
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
  /** The new value, where it is not as values of its name are. */
  readonly value?: ((random: Random) => Json) | undefined;
  /** The step in which the first attempt fails. */
  readonly fails?: FunctionFailure['step'] | undefined;
  /** From the value's making to its becoming current. */
  readonly takes?: number;
}

/** The schedule fires; before the functions run their code, their steps are calls of this script. */
export function writeRotation(
  { script, random, people }: Stage,
  { name, region }: Place,
  one: Rotated,
): void {
  const { id, before, ago, account, until, without, takes = 20_000 } = one;
  if (ago <= LIVE) {
    writeLiveRotation(script, { name, region }, one);
    return;
  }
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
    ...(one.value?.(random) ?? valueFor(random, name, without)),
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

/** The schedule fires and the function runs. One that fails at first finds its database closed until it is tried again. */
function writeLiveRotation(script: Stage['script'], { name, region }: Place, one: Rotated): void {
  const { ago, account, id } = one;
  const host = hostOf(name);
  const health = (state: State, health: Target['health']) => {
    const target = state.targets.hosts.get(host);
    if (target) state.targets.hosts.set(host, { ...target, health });
  };
  const recovers = one.until === 'done' && one.fails !== undefined;
  script.happen(ago, ({ fire, state }) => {
    if (recovers) health(state, 'closed');
    fire(account, region, name, id);
  });
  if (recovers) script.happen(ago - 30 * MINUTE, ({ state }) => health(state, 'up'));
}
