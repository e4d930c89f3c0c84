import type { RotationAttempt } from '../rotation/attempt.ts';
import type { Cause, Certainty, Step } from '../triage/cause.ts';
import {
  type FleetSecret,
  type FleetStateKind,
  type FleetTab,
  type FoundCause,
  tabOf,
} from './fleet-secret.ts';
import { type SharedThing, sharedThing } from './shared-thing.ts';

/** Secrets that are in the same state for the same reason, as far as is known. */
export interface FleetGroup {
  /** The fingerprint: the same failure has the same one tomorrow. */
  readonly id: string;
  /** What of the fingerprint was known without evidence, of each part that evidence has put together. */
  readonly bases: readonly string[];
  readonly tab: FleetTab;
  readonly state: FleetStateKind;
  readonly cause?: Cause;
  readonly certainty?: Certainty;
  readonly step?: Step;
  /** The functions' names; in several regions it is one function deployed several times. */
  readonly functions: readonly string[];
  /** What else they share, and what would explain them all. */
  readonly shared?: SharedThing;
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
 * The groups of a fleet: by state, function and step, and by cause where evidence has shown one; functions that fail for
 * one cause and have the key, role or subnets behind it in common are one group. Those that concern most secrets come
 * first, then those that last longest.
 */
export function groupFleet(
  fleet: readonly FleetSecret[],
  causes: ReadonlyMap<string, FoundCause> = new Map(),
): FleetGroup[] {
  const parts = new Map<string, Part>();
  for (const one of fleet) {
    const tab = tabOf(one.state.kind);
    if (!tab) continue;
    const found = tab === 'open' ? causes.get(one.secret.key) : undefined;
    const shared = found && sharedThing(found, one);
    const key = keyOf(one, tab, { found, shared });
    const part: Part = parts.get(key.id) ?? { key, secrets: [], shared: new Map() };
    part.secrets.push(one);
    part.shared.set(shared ? spelt(shared) : '', shared);
    parts.set(key.id, part);
  }
  return joined([...parts.values()])
    .map(groupOf)
    .sort(byImpact);
}

/** The group of an address: itself, or what evidence has made of it since. */
export function findGroup(groups: readonly FleetGroup[], id: string | null): FleetGroup | undefined {
  if (id === null) return undefined;
  const isOf = (base: string) => id === base || id.startsWith(`${base}|`);
  return groups.find((one) => one.id === id) ?? groups.find(({ bases }) => bases.some(isOf));
}

/** The failed runs of the attempt a secret's state is about. */
export function lastFailure({ attempts: [last] }: FleetSecret): RotationAttempt | undefined {
  return last && last.failures.length > 0 ? last : undefined;
}

type Key = Pick<FleetGroup, 'id' | 'tab' | 'state' | 'cause' | 'certainty' | 'step'> & {
  readonly base: string;
  readonly functionName?: string;
};

/** What failed alike in one function; `shared` by its spelling, empty where there is none. */
interface Part {
  readonly key: Key;
  readonly secrets: FleetSecret[];
  readonly shared: Map<string, SharedThing | undefined>;
}

const spelt = ({ kind, name }: SharedThing) => `${kind} ${name}`;

// Parts of one cause and step that share what is behind it are put together.
function joined(parts: readonly Part[]): (readonly Part[])[] {
  const runs: Part[][] = [];
  const byThing = new Map<string, Part[]>();
  for (const part of parts) {
    const { tab, state, cause, step } = part.key;
    const things = [...part.shared.keys()].filter((one) => one !== '');
    const names = things.map((thing) => [tab, state, cause, step, thing].join('|'));
    const known = names.map((name) => byThing.get(name)).find((one) => one !== undefined);
    const run = known ?? [];
    if (!known) runs.push(run);
    run.push(part);
    for (const name of names) byThing.set(name, run);
  }
  return runs;
}

// Failures that will and that will not be repeated have one reason.
const family = (state: FleetStateKind) => (state === 'will-retry' ? 'gave-up' : state);

interface Known {
  readonly found: FoundCause | undefined;
  readonly shared: SharedThing | undefined;
}

function keyOf(one: FleetSecret, tab: FleetTab, { found, shared }: Known): Key {
  const state = family(one.state.kind);
  const failed = tab === 'open' || tab === 'stuck' ? lastFailure(one)?.failures.at(-1) : undefined;
  const functionName = nameOf(failed?.functionArn ?? one.secret.shown.rotation.functionArn);
  const step = failed?.step;
  const reason = state === 'unknown' ? one.state.evidence : undefined;
  const base = [state, reason ?? functionName ?? one.secret.shown.owningService ?? '', step ?? ''].join('|');
  // One function may fail under two keys, which are two reasons; its role and its subnets differ by region alone.
  const key = shared?.kind === 'key' ? [shared.name] : [];
  return {
    ...{ id: found ? [base, found.cause, ...key].join('|') : base, base, tab, state },
    ...(found ? { cause: found.cause, certainty: found.certainty, step: found.step } : {}),
    ...(!found && step ? { step } : {}),
    ...(functionName && !reason ? { functionName } : {}),
  };
}

/** `rotate-db` of its ARN, without version or alias. */
function nameOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : arn.split(':')[6];
}

function groupOf(parts: readonly Part[]): FleetGroup {
  const largest = parts.toSorted((a, b) => b.secrets.length - a.secrets.length)[0] ?? parts[0]!;
  const { base: _, functionName: __, id, ...key } = largest.key;
  const secrets = parts.flatMap((part) => part.secrets);
  const functions = [...new Set(parts.flatMap((part) => part.key.functionName ?? []))].sort();
  const things = new Map(parts.flatMap((part) => [...part.shared]));
  const shared = things.size === 1 ? [...things.values()][0] : undefined;
  const about = key.tab === 'open' || key.tab === 'stuck';
  const runs = about ? secrets.flatMap((one) => lastFailure(one)?.failures ?? []) : [];
  const history = runs.map(({ at }) => at).sort();
  const since = secrets.flatMap(({ state }) => state.since ?? []).sort();
  const first = since[0];
  const last = history.at(-1) ?? since.at(-1);
  return {
    ...{ ...key, secrets, functions, history, failures: history.length },
    // Of several functions, what they share is what lasts when one of them is mended.
    id: functions.length > 1 && shared ? [key.state, spelt(shared), key.step, key.cause].join('|') : id,
    bases: [...new Set(parts.map((part) => part.key.base))],
    ...(shared ? { shared } : {}),
    regions: [...new Set(secrets.map(({ secret }) => secret.primaryRegion))].sort(),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

/** Those that concern most secrets first, then those that last longest. */
export function byImpact(a: FleetGroup, b: FleetGroup): number {
  const since = (one: FleetGroup) => Date.parse(one.first ?? '') || Number.MAX_SAFE_INTEGER;
  return (
    b.secrets.length - a.secrets.length || since(a) - since(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
