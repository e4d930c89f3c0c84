import type { FleetSecret } from './fleet-secret.ts';
import { type FleetGroup, lastFailure } from './group-fleet.ts';

/** Where changes are looked for that came before a group began to fail. */
export interface SuspectQuestion {
  readonly region: string;
  /** When the first of its secrets there began to fail; ISO. */
  readonly before: string;
  readonly functionArn?: string | undefined;
  readonly key?: string | undefined;
  readonly arns: readonly string[];
}

const MOST_ARNS = 50;

/** One question for each region of a group: an endpoint, a role or a function is another thing in each. */
export function suspectQuestions({
  secrets,
  first,
}: Pick<FleetGroup, 'secrets' | 'first'>): SuspectQuestion[] {
  const byRegion = Map.groupBy(secrets, ({ secret }) => secret.primaryRegion);
  return [...byRegion]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([region, some]) => {
      const [one] = some;
      const before = some.flatMap(({ state }) => state.since ?? []).sort()[0] ?? first;
      if (!one || before === undefined) return [];
      const arns = some.slice(0, MOST_ARNS).map(({ secret }) => secret.shown.arn);
      return [{ region, before, functionArn: functionOf(one), key: one.secret.shown.kmsKeyId, arns }];
    });
}

const functionOf = (one: FleetSecret) =>
  lastFailure(one)?.failures.at(-1)?.functionArn ?? one.secret.shown.rotation.functionArn;
