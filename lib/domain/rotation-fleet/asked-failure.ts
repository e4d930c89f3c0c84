import type { FleetSecret } from './fleet-secret.ts';
import { pendingOf } from './fleet-state.ts';
import { lastFailure } from './group-fleet.ts';

/** What is asked to find out why a secret's last run failed; undefined where none is known. */
export function askedFailure(one: FleetSecret) {
  const attempt = lastFailure(one);
  const run = attempt?.failures.at(-1);
  if (!attempt || !run) return undefined;
  const { shown } = one.secret;
  const functionArn = run.functionArn ?? shown.rotation.functionArn;
  return {
    ...{ arn: one.secret.key, failed: run.at, rotationEnabled: shown.rotation.enabled },
    pendingStuck: pendingOf(shown) !== undefined,
    ...(attempt.version ? { version: attempt.version } : {}),
    ...(attempt.began ? { began: attempt.began } : {}),
    ...(run.message ? { message: run.message.slice(0, 2_048) } : {}),
    ...(functionArn ? { functionArn } : {}),
  };
}
