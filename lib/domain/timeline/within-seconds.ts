import { beginningOf } from './beginning.ts';
import { type Played, play } from './play.ts';
import type { SecretEvent } from './secret-event.ts';
import type { VersionFacts } from './version-facts.ts';

const MOST = 6;

/** Events in an order that can have been. */
export interface Settled {
  readonly events: readonly SecretEvent[];
  /** The ids of those of which it is not known which came first, where it makes a difference. */
  readonly unsettled: ReadonlySet<string>;
}

/**
 * Orders the events of one second, which CloudTrail dates alike: each move takes its label from where the one before
 * left it, versions come in the order of their creation, which AWS dates more finely, and events of one name as they
 * were listed. `events` are oldest first, by the best guess so far; all of them are known `since` an instant, so that from
 * there on one tells of the next.
 */
export function withinSeconds(events: readonly SecretEvent[], facts: VersionFacts, since: number): Settled {
  const created = new Map(facts.versions.map((version) => [version.id, version.created ?? '']));
  const ordered: SecretEvent[] = [];
  const unsettled = new Set<string>();
  let state = atFirst(facts, since);
  for (const group of bySecond(events)) {
    const orders = group.length > MOST ? [group] : ordersOf(group);
    const fitting = orders.map((order) => play(order, { ...state, created })).filter(({ fits }) => fits);
    const best = fitting[0] ?? play(group, { ...state, created });
    const ends = new Set(fitting.map(({ holders }) => JSON.stringify([...holders].sort())));
    // Alone, an event that does not fit tells of one that is missing: its place is not in doubt.
    const settled = group.length === 1 || (ends.size === 1 && group.length <= MOST);
    if (!settled) for (const { id } of group) unsettled.add(id);
    ordered.push(...best.order);
    const goesOn = settled && Date.parse(group[0]?.at ?? '') >= since;
    state = goesOn ? best : { holders: new Map(), made: best.made };
  }
  return { events: ordered, unsettled };
}

function atFirst(facts: VersionFacts, since: number): Pick<Played, 'holders' | 'made'> {
  const begins = beginningOf(facts);
  const moves = begins?.moves ?? [];
  const known = begins !== undefined && begins.at >= since ? moves : [];
  return {
    holders: new Map(known.flatMap(({ label, to }) => (to === undefined ? [] : [[label, to]]))),
    made: new Set(moves.flatMap(({ to }) => to ?? [])),
  };
}

function bySecond(events: readonly SecretEvent[]): SecretEvent[][] {
  const groups: SecretEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Every order that keeps events of one name as they are; the given one first. */
function ordersOf(events: readonly SecretEvent[]): SecretEvent[][] {
  if (events.length <= 1) return [[...events]];
  return events.flatMap((first, at) =>
    events.slice(0, at).some(({ name }) => name === first.name)
      ? []
      : ordersOf([...events.slice(0, at), ...events.slice(at + 1)]).map((rest) => [first, ...rest]),
  );
}
