import type { RotationAttempt } from '../rotation/attempt.ts';
import type { Cause, Certainty, Step } from '../triage/cause.ts';
import {
  type FleetSecret,
  type FleetStateKind,
  type FleetTab,
  type FoundCause,
  tabOf,
} from './fleet-secret.ts';

/** Secrets that are in the same state for the same reason, as far as is known. */
export interface FleetGroup {
  /** The fingerprint: the same failure has the same one tomorrow. */
  readonly id: string;
  /** What of the fingerprint is known without evidence. */
  readonly base: string;
  readonly tab: FleetTab;
  readonly state: FleetStateKind;
  readonly cause?: Cause;
  readonly certainty?: Certainty;
  readonly step?: Step;
  /** The function's name; in several regions it is one function deployed several times. */
  readonly functionName?: string;
  readonly secrets: readonly FleetSecret[];
  readonly regions: readonly string[];
  /** ISO. */
  readonly first?: string;
  readonly last?: string;
  /** How many runs failed, as far as was read. */
  readonly failures: number;
  /** When they failed, ISO, rising. */
  readonly history: readonly string[];
}

/**
 * The groups of a fleet: by state, function and step, and by cause where evidence has shown one. Those that concern most
 * secrets come first, then those that last longest.
 */
export function groupFleet(
  fleet: readonly FleetSecret[],
  causes: ReadonlyMap<string, FoundCause> = new Map(),
): FleetGroup[] {
  const groups = new Map<string, { key: Omit<Key, 'id'>; secrets: FleetSecret[] }>();
  for (const one of fleet) {
    const tab = tabOf(one.state.kind);
    if (!tab) continue;
    const { id, ...key } = keyOf(one, tab, causes.get(one.secret.key));
    const group = groups.get(id);
    if (group) group.secrets.push(one);
    else groups.set(id, { key, secrets: [one] });
  }
  return [...groups].map(([id, { key, secrets }]) => groupOf(id, key, secrets)).sort(byImpact);
}

/** The group of an address: itself, or what evidence has made of it since. */
export function findGroup(groups: readonly FleetGroup[], id: string | null): FleetGroup | undefined {
  if (id === null) return undefined;
  return (
    groups.find((one) => one.id === id) ?? groups.find(({ base }) => id === base || id.startsWith(`${base}|`))
  );
}

/** The failed runs of the attempt a secret's state is about. */
export function lastFailure({ attempts: [last] }: FleetSecret): RotationAttempt | undefined {
  return last && last.failures.length > 0 ? last : undefined;
}

type Key = Pick<
  FleetGroup,
  'id' | 'base' | 'tab' | 'state' | 'cause' | 'certainty' | 'step' | 'functionName'
>;

// Failures that will and that will not be repeated have one reason.
const family = (state: FleetStateKind) => (state === 'will-retry' ? 'gave-up' : state);

function keyOf(one: FleetSecret, tab: FleetTab, found: FoundCause | undefined): Key {
  const state = family(one.state.kind);
  const failed = tab === 'open' || tab === 'stuck' ? lastFailure(one)?.failures.at(-1) : undefined;
  const functionName = nameOf(failed?.functionArn ?? one.secret.shown.rotation.functionArn);
  const step = failed?.step;
  const reason = state === 'unknown' ? one.state.evidence : undefined;
  const base = [state, reason ?? functionName ?? one.secret.shown.owningService ?? '', step ?? ''].join('|');
  const cause = tab === 'open' ? found?.cause : undefined;
  return {
    ...{ id: cause ? `${base}|${cause}` : base, base, tab, state },
    ...(cause && found ? { cause, certainty: found.certainty, step: found.step } : step ? { step } : {}),
    ...(functionName && !reason ? { functionName } : {}),
  };
}

/** `rotate-db` of its ARN, without version or alias. */
function nameOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : arn.split(':')[6];
}

function groupOf(id: string, key: Omit<Key, 'id'>, secrets: readonly FleetSecret[]): FleetGroup {
  const about = key.tab === 'open' || key.tab === 'stuck';
  const runs = about ? secrets.flatMap((one) => lastFailure(one)?.failures ?? []) : [];
  const history = runs.map(({ at }) => at).sort();
  const since = secrets.flatMap(({ state }) => state.since ?? []).sort();
  const first = since[0];
  const last = history.at(-1) ?? since.at(-1);
  return {
    ...{ id, ...key, secrets, history, failures: history.length },
    regions: [...new Set(secrets.map(({ secret }) => secret.primaryRegion))].sort(),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

function byImpact(a: FleetGroup, b: FleetGroup): number {
  const since = (one: FleetGroup) => Date.parse(one.first ?? '') || Number.MAX_SAFE_INTEGER;
  return (
    b.secrets.length - a.secrets.length || since(a) - since(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
