import type { Change } from './change.ts';
import type { Coverage } from './searched.ts';

/** A stretch between two changes of a label: nothing we know of moved it here. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** The event that began it; none before the first. */
  readonly startedBy?: string;
  /** The label may have moved on inside of it. */
  readonly loose?: true;
  /** The holder its beginning proves, and the one its end proves; undefined: no proof. */
  start: string | null | undefined;
  end: string | null | undefined;
  /** The likeliest holder, where neither proves one. */
  guess?: string | null;
}

/** What the labels' lives are told from. */
export interface RunFacts {
  readonly changes: readonly Change[];
  /** Label to version id, at `now`. */
  readonly holders: { readonly [label: string]: string };
  readonly now: number;
  /** The span in which every move of AWSCURRENT is known. */
  readonly covered: Coverage;
  /** The same of AWSPENDING and AWSCURRENT both. */
  readonly pendingCovered: Coverage;
}

/**
 * The runs of each label, with what the changes at both of their ends prove. Walks back from where the labels are
 * now: an event proves what came after it, and often what was before.
 */
export function toRuns(
  labels: readonly string[],
  { changes, holders, now, covered, pendingCovered }: RunFacts,
): Map<string, Run[]> {
  const lives = new Map(labels.map((label) => [label, runsOf(label, changes, holders, now)]));
  // What one label's run proves may be what another's lacked: two rounds carry it both ways.
  for (let round = 0; round < 2; round++) {
    for (const change of changes) {
      if (change.swaps) carryOver(change, lives, covered);
      if (change.drops) carryPending(change, lives, pendingCovered);
    }
  }
  return lives;
}

function runsOf(label: string, changes: readonly Change[], holders: RunFacts['holders'], now: number): Run[] {
  const runs: Run[] = [];
  let open: Run = { from: Number.NEGATIVE_INFINITY, to: now, start: undefined, end: undefined };
  for (const change of changes) {
    const move = change.moves.find((one) => one.label === label);
    if (!move && !change.begins) continue;
    runs.push({ ...open, to: change.at, end: change.begins ? null : move?.from });
    open = {
      from: change.at,
      to: now,
      startedBy: change.eventId,
      ...(move?.loose ? { loose: true } : {}),
      start: move ? move.to : null,
      end: undefined,
    };
  }
  return [...runs, { ...open, end: Object.hasOwn(holders, label) ? holders[label] : null }];
}

// AWSPREVIOUS goes to the version that AWSCURRENT leaves: the run of one before the move, of the other after it.
function carryOver({ eventId }: Change, lives: ReadonlyMap<string, Run[]>, covered: Coverage): void {
  const current = lives.get('AWSCURRENT') ?? [];
  const previous = lives.get('AWSPREVIOUS') ?? [];
  const at = indexOf(current, eventId);
  const until = indexOf(previous, eventId);
  const [before, after, stayed] = [current[at - 1], previous[until], previous[until - 1]];
  if (!before || !after) return;
  const left = before.end === undefined && isWithin(before, covered) ? before.start : before.end;
  // Where there was no other version to leave, AWSPREVIOUS stays as it is.
  const goes =
    left === null || left === current[at]?.start ? stayed && isWithin(stayed, covered) && stayed.start : left;
  if (after.start === undefined && goes !== undefined && goes !== false) after.start = goes;
  if (before.start) after.guess = before.start;
  const got = after.start === undefined && isWithin(after, covered) ? after.end : after.start;
  // Held by the very version that got AWSCURRENT, it was not left behind: there was no version before.
  // And where AWSPREVIOUS was before already, it may not have moved at all.
  if (before.end !== undefined || got === undefined || got === (stayed?.start ?? stayed?.end)) return;
  before.end = got === current[at]?.start ? null : got;
}

// AWSPENDING goes when the version that holds it loses AWSCURRENT to a new value, and stays where it is otherwise.
function carryPending({ eventId }: Change, lives: ReadonlyMap<string, Run[]>, covered: Coverage): void {
  const current = lives.get('AWSCURRENT') ?? [];
  const pending = lives.get('AWSPENDING') ?? [];
  const at = indexOf(current, eventId);
  const until = indexOf(pending, eventId);
  const [lost, before, after] = [current[at - 1], pending[until - 1], pending[until]];
  if (!lost || !before || !after) return;
  const left = lost.end === undefined && isWithin(lost, covered) ? lost.start : lost.end;
  const stays = isWithin(before, covered) && !before.loose;
  const had = before.end === undefined && stays ? before.start : before.end;
  const made = current[at]?.start;
  if (after.start === undefined && had !== undefined && (had === null || left !== undefined)) {
    after.start = had !== null && had === left && had !== made ? null : had;
  }
  const has = after.start === undefined && isWithin(after, covered) ? after.end : after.start;
  if (before.end === undefined && has) before.end = has;
}

const indexOf = (runs: readonly Run[], eventId: string) =>
  runs.findIndex(({ startedBy }) => startedBy === eventId);

/** Whether every move of the label in this run would be known. */
export function isWithin({ from, to }: Pick<Run, 'from' | 'to'>, covered: Coverage): boolean {
  return from >= covered.from && to <= covered.to;
}
