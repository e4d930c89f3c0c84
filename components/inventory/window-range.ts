/** A run of rows: from the first to the one behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The rows that exist, and those of them that are drawn with all their fields; of the others the name is. */
export interface Drawn {
  readonly rows: Range;
  readonly whole: Range;
}

/** How much is drawn of what is not looked at yet. */
export interface Ahead {
  /** So many rows beyond each edge, so that a fast scroll meets rows and not the ground. */
  readonly beyond: number;
  /** So many come, or get their other fields, at a time. */
  readonly most: number;
}

const ROWS: Ahead = { beyond: 10, most: 3 };

/**
 * What shall be drawn where other rows are in sight now: all of those, and of what else is wanted a few rows more than
 * before. So a row that is scrolled into sight at a speed at which it can be read is whole, and no frame takes long
 * when hundreds fly past. The same object where nothing changes: asked often enough it has all that is wanted.
 */
export function drawnAt<Known extends Drawn>(known: Known, sight: Range, ahead = ROWS): Known {
  const rows = grown(known.rows, sight, sight, ahead);
  const whole = grown(known.whole, sight, { from: sight.from, to: sight.from }, ahead);
  return same(rows, known.rows) && same(whole, known.whole) ? known : { ...known, rows, whole };
}

/** The range a few rows nearer to the sight and what lies beyond it; begun anew where it does not meet the sight. */
function grown(known: Range, sight: Range, anew: Range, { beyond, most }: Ahead): Range {
  const first = Math.max(0, sight.from - beyond);
  const last = sight.to + beyond;
  const meets = known.from < sight.to && known.to > sight.from;
  let { from, to } = meets ? { from: Math.max(known.from, first), to: Math.min(known.to, last) } : anew;
  if (anew === sight) {
    from = Math.min(from, sight.from);
    to = Math.max(to, sight.to);
  }
  let spare = most;
  const down = (edge: number) => {
    const by = Math.max(0, Math.min(spare, edge - to));
    to += by;
    spare -= by;
  };
  const up = (edge: number) => {
    const by = Math.max(0, Math.min(spare, from - edge));
    from -= by;
    spare -= by;
  };
  // What can be seen before what may be seen next.
  down(sight.to);
  up(sight.from);
  down(last);
  up(first);
  return { from, to };
}

const same = (one: Range, other: Range) => one.from === other.from && one.to === other.to;
