import { beginningOf } from './beginning.ts';
import { type Change, type ChangeBase, doubtful, type Seen } from './change.ts';
import { puts, updates } from './put-change.ts';
import { rotates } from './rotation-change.ts';
import { type SecretEvent, wasRefused } from './secret-event.ts';
import type { VersionFacts } from './version-facts.ts';

/**
 * What the events, oldest first, did to the labels; those that were refused or only read did nothing. Of the
 * `unsettled` ones it is known that they moved labels, and not in which order.
 */
export function toChanges(
  events: readonly SecretEvent[],
  facts: VersionFacts,
  unsettled: ReadonlySet<string>,
): Change[] {
  const seen: Seen = { made: new Set(), announced: new Set(), last: new Map() };
  const changes: Change[] = [];
  const keep = (change: Change | undefined) => {
    if (!change) return;
    changes.push(change);
    for (const { label, to } of change.moves) seen.last.set(label, to);
  };
  const begins = beginningOf(facts);
  keep(begins);
  for (const { to } of begins?.moves ?? []) if (to) seen.made.add(to);
  for (const event of events) {
    if (wasRefused(event)) continue;
    const change = changeOf(event, facts, seen);
    const labels = [...labelsIn(event), ...(change?.moves ?? []).map(({ label }) => label)];
    const inDoubt = unsettled.has(event.id) && labels.length > 0;
    keep(inDoubt ? doubtful({ at: Date.parse(event.at), eventId: event.id }, labels) : change);
  }
  return changes;
}

/** The labels an event may have moved, whatever came before it. */
function labelsIn({ effect }: SecretEvent): readonly string[] {
  switch (effect.kind) {
    case 'value-put':
      return [...(effect.labels ?? ['AWSCURRENT']), 'AWSPENDING'];
    case 'updated':
      return ['AWSCURRENT', 'AWSPENDING'];
    case 'label-moved':
      return [effect.label];
    case 'rotation':
      return effect.step === 'succeeded' ? ['AWSCURRENT'] : ['AWSPENDING'];
    default:
      return [];
  }
}

function changeOf(event: SecretEvent, facts: VersionFacts, seen: Seen): Change | undefined {
  const { effect } = event;
  const base = { at: Date.parse(event.at), eventId: event.id };
  switch (effect.kind) {
    case 'value-put':
      return puts(base, effect.version, effect.labels ?? ['AWSCURRENT'], facts, seen);
    case 'updated':
      return updates(base, effect, facts, seen);
    case 'label-moved':
      return moved(base, effect.label, effect.from, effect.to);
    case 'rotation':
      return rotates(base, effect.step, effect.version, seen);
    default:
      return undefined;
  }
}

function moved(
  base: ChangeBase,
  label: string,
  from: string | undefined,
  to: string | null,
): Change | undefined {
  if (from !== undefined && from === to) return undefined;
  // AWS moves a label that is elsewhere only from the version that is named: this one was nowhere or there already.
  if (from === undefined) return { ...base, moves: [{ label, to }], swaps: false };
  const swaps = label === 'AWSCURRENT';
  return {
    ...base,
    moves: [{ label, to, from }, ...(swaps ? [{ label: 'AWSPREVIOUS', to: from }] : [])],
    swaps,
  };
}
