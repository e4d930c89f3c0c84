import type { Random } from '../../random.ts';
import type { Environment, LambdaFunction, LambdaState } from './state.ts';

/** How long Lambda keeps an idle place; it does not tell. */
const KEPT_MS = 8 * 60_000;

/**
 * A place to run a function in: one that is idle, else a new one with a log stream of its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export function takeEnvironment(
  { environments }: LambdaState,
  { arn }: LambdaFunction,
  at: Date,
  random: Random,
): { readonly environment: Environment; readonly isCold: boolean } {
  const now = at.getTime();
  const alive = (environments.get(arn) ?? []).filter(({ freeAt }) => now - freeAt < KEPT_MS);
  const idle = alive.find(({ freeAt }) => freeAt <= now);
  if (idle) idle.freeAt = Number.POSITIVE_INFINITY;
  const environment = idle ?? { stream: streamName(at, random), freeAt: Number.POSITIVE_INFINITY };
  environments.set(arn, idle ? alive : [...alive, environment]);
  return { environment, isCold: idle === undefined };
}

/** Leaves a place idle, or for good: after a timeout, or where the code could not be started. */
export function leaveEnvironment(
  { environments }: LambdaState,
  { arn }: LambdaFunction,
  environment: Environment,
  at: Date | undefined,
): void {
  if (at) environment.freeAt = at.getTime();
  else
    environments.set(
      arn,
      (environments.get(arn) ?? []).filter((one) => one !== environment),
    );
}

function streamName(at: Date, random: Random): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${random.uuid().replaceAll('-', '')}`;
}
