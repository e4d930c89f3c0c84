import { type EventEffect, type SecretEvent, wasRefused } from './secret-event.ts';
import { isAt } from './version-facts.ts';

/** What is known before a second's events. */
export interface BeforePlay {
  /** Where labels are known to be; a label that is missing is not known of. */
  readonly holders: ReadonlyMap<string, string | null>;
  /** Versions that have been given their value. */
  readonly made: ReadonlySet<string>;
  /** When versions were created; ISO. */
  readonly created: ReadonlyMap<string, string>;
}

/** What comes of events in one order. */
export interface Played extends Omit<BeforePlay, 'created'> {
  readonly order: readonly SecretEvent[];
  /** Whether they can have happened in this order. */
  readonly fits: boolean;
}

const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';
const PENDING = 'AWSPENDING';

/** Plays events in the order given, as far as they tell of labels. */
export function play(order: readonly SecretEvent[], before: BeforePlay): Played {
  const holders = new Map(before.holders);
  const made = new Set(before.made);
  let newest = '';
  let fits = true;
  const isOn = (label: string, version: string | undefined) =>
    !holders.has(label) || version === undefined || holders.get(label) === version;
  const set = (label: string, to: string | null) => {
    const left = holders.get(label);
    holders.set(label, to);
    if (label !== CURRENT || left === to || left === null) return;
    if (left === undefined) holders.delete(PREVIOUS);
    else holders.set(PREVIOUS, left);
  };
  // AWSPENDING does not stay behind on the version that a new value takes AWSCURRENT from.
  const drop = (version: string) => {
    const held = holders.get(PENDING);
    if (!held || held === version) return;
    if (holders.get(CURRENT) === undefined) holders.delete(PENDING);
    else if (holders.get(CURRENT) === held) holders.set(PENDING, null);
  };
  const put = (version: string, labels: readonly string[], at: number) => {
    if (made.has(version)) return;
    made.add(version);
    const created = before.created.get(version) ?? newest;
    if (created !== '' && !isAt(created, at)) {
      // It may have been there before: the same token again changes nothing.
      for (const label of labels.includes(CURRENT) ? [...labels, PREVIOUS, PENDING] : labels)
        holders.delete(label);
      return;
    }
    if (created < newest) fits = false;
    newest = created;
    // AWSCURRENT last: what it leaves behind has AWSPREVIOUS, whatever was asked.
    for (const label of labels) if (label !== CURRENT) set(label, version);
    if (labels.includes(CURRENT)) {
      if (!labels.includes(PENDING)) drop(version);
      set(CURRENT, version);
    }
    // The first version of all may get it unasked.
    else if (holders.get(CURRENT) === null) holders.delete(CURRENT);
  };
  const rotate = ({ step, version }: Extract<EventEffect, { kind: 'rotation' }>) => {
    if (version === undefined) return;
    if (step === 'started' || step === 'test-started') {
      // It is announced before it has a value.
      if (made.has(version) && !before.made.has(version)) fits = false;
      set(PENDING, version);
    } else if (step === 'abandoned' || step === 'test-succeeded') {
      if (!isOn(PENDING, version)) fits = false;
      set(PENDING, null);
    } else if (step === 'succeeded') {
      // Told after what made the version current, and before anything else does so with another.
      if (order.some((other) => givesCurrentTo(other, version)) && holders.get(CURRENT) !== version)
        fits = false;
      set(CURRENT, version);
    }
  };
  for (const event of order) {
    if (wasRefused(event)) continue;
    const { effect } = event;
    const at = Date.parse(event.at);
    if (effect.kind === 'value-put') put(effect.version, effect.labels ?? [CURRENT], at);
    if (effect.kind === 'updated' && effect.version !== undefined) put(effect.version, [CURRENT], at);
    if (effect.kind === 'rotation') rotate(effect);
    if (effect.kind !== 'label-moved') continue;
    const nowhere = holders.get(effect.label) === null;
    if (
      effect.from === undefined
        ? !nowhere && !isOn(effect.label, effect.to ?? undefined)
        : !isOn(effect.label, effect.from)
    )
      fits = false;
    set(effect.label, effect.to);
  }
  return { order, fits, holders, made };
}

function givesCurrentTo({ effect }: SecretEvent, version: string): boolean {
  if (effect.kind === 'label-moved') return effect.label === CURRENT && effect.to === version;
  if (effect.kind === 'updated') return effect.version === version;
  return (
    effect.kind === 'value-put' &&
    effect.version === version &&
    (effect.labels ?? [CURRENT]).includes(CURRENT)
  );
}
