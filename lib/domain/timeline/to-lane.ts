import type { Coverage, Unknown } from './searched.ts';
import type { Interval, Lane } from './timeline.ts';
import type { Run } from './to-runs.ts';

/** What certainty is judged by, for one label. */
export interface Proof {
  /** The span in which every move of the label is known. */
  readonly covered: Coverage;
  /** Since when nothing of the secret has changed at all, by its metadata. */
  readonly unchangedSince: number;
  /** Why nothing is sure before the covered span. */
  readonly before: Unknown;
  /** The versions of which each may have taken the label when it was made. */
  readonly made: readonly Made[];
  readonly now: number;
}

/** A version and when it was made, in epoch milliseconds. */
export interface Made {
  readonly id: string;
  readonly at: number;
}

type Piece = Omit<Interval, 'startedBy'>;

/** One label's life: each of its runs, cut where certainty changes. */
export function toLane(label: string, runs: readonly Run[], proof: Proof): Lane {
  const intervals = runs.flatMap((run) =>
    piecesOf(label, run, proof).map(
      (piece): Interval => (run.startedBy ? { ...piece, startedBy: run.startedBy } : piece),
    ),
  );
  return { label, intervals: joined(intervals) };
}

function piecesOf(label: string, run: Run, proof: Proof): Piece[] {
  const { covered, unchangedSince, now } = proof;
  const fresh = freshOf(run, proof);
  const cuts = [
    ...[covered.from, covered.to, ...(run.to === now ? [unchangedSince] : [])],
    ...(fresh ? [fresh.first.at, fresh.last.at] : []),
  ]
    .filter((cut) => cut > run.from && cut < run.to)
    .sort((a, b) => a - b);
  const edges = [run.from, ...new Set(cuts), run.to];
  return edges
    .slice(1)
    .map((to, at) => ({ from: edges[at]!, to }))
    .filter(({ from, to }) => to > from)
    .map((part) => ({ ...part, ...judge(label, part, run, proof) }));
}

type Part = { readonly from: number; readonly to: number };
type Judged = Pick<Piece, 'versionId' | 'certainty' | 'reason'>;

function judge(label: string, part: Part, run: Run, proof: Proof): Judged {
  const { covered, unchangedSince, now } = proof;
  const last = run.to === now;
  if (last && part.from >= unchangedSince) return known(run.end);
  if (run.loose && run.start !== run.end) return inferred(run.end ?? run.start, 'ambiguous');
  if (part.to <= covered.from) return beforeCovered(part, run, proof);
  if (part.from >= covered.to) {
    // What has not been delivered may have come in between.
    return undelivered(label, part, run, proof);
  }
  const start = run.from >= covered.from ? run.start : undefined;
  const end = run.to <= covered.to ? run.end : undefined;
  if (start !== undefined && end !== undefined && start !== end) return unknown('contradiction');
  const proven = start === undefined ? end : start;
  if (proven !== undefined) return known(proven);
  return inferred(likeliest(run, proof), run.to > covered.to ? 'late' : 'ambiguous');
}

// An event was found that lies further back than all were read, or the secret's beginning: in between others may be
// missing, unless both ends agree and no version was made that may have had the label.
function beforeCovered(part: Part, run: Run, { before, made }: Proof): Judged {
  const { start, end, startedBy } = run;
  if (start === undefined || made.some(({ at }) => at > run.from + 1000 && at < part.to))
    return unknown(before);
  return start === end || (end === undefined && startedBy) ? inferred(start, before) : unknown(before);
}

// Versions made inside of a run, after what has been delivered: an event that is not here yet made each of them.
function freshOf(
  run: Run,
  { covered, made }: Proof,
): { readonly first: Made; readonly last: Made } | undefined {
  // Events are dated by whole seconds: what made the run's beginning is not inside of it.
  const since = Math.max(run.from + 1_000, covered.to - 1_000);
  const fresh = made.filter(({ at }) => at > since && at < run.to).sort((a, b) => a.at - b.at);
  const [first, last] = [fresh[0], fresh.at(-1)];
  return first && last && { first, last };
}

// Where versions were made that no event tells of, what was before the first of them says nothing of what came after;
// from the last of them on, the label is likely where it is found at the end.
function undelivered(label: string, part: Part, run: Run, proof: Proof): Judged {
  const fresh = freshOf(run, proof);
  if (!fresh) return inferred(likeliest(run, proof), 'late');
  const { first, last } = fresh;
  if (part.to <= first.at) return inferred(likeliest(run, proof), 'late');
  // Found on an older version, AWSCURRENT has come back to it at a time that no date tells.
  const settled = part.from >= last.at && (label !== 'AWSCURRENT' || run.end === last.id);
  return settled ? inferred(run.end, 'creation-date') : unknown('late');
}

// What a run began with says little once versions were made that nothing read tells of; what it ended with, once others
// were made that have not been delivered.
function likeliest(run: Run, proof: Proof): string | null | undefined {
  const outdated = proof.made.some(({ at }) => at > run.from + 1_000 && at < proof.covered.from);
  const end = freshOf(run, proof) ? undefined : run.end;
  return [outdated ? undefined : run.start, end, run.guess].find((one) => one !== undefined);
}

function known(versionId: string | null | undefined): Judged {
  return versionId === undefined ? unknown('ambiguous') : { versionId, certainty: 'known' };
}

function inferred(versionId: string | null | undefined, reason: Unknown): Judged {
  return versionId === undefined ? unknown(reason) : { versionId, certainty: 'inferred', reason };
}

const unknown = (reason: Unknown): Judged => ({ versionId: null, certainty: 'unknown', reason });

/** Neighbours that say the same of the same beginning are one. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const whole: Interval[] = [];
  for (const next of intervals) {
    const last = whole.at(-1);
    if (last && isSame(last, next)) whole[whole.length - 1] = { ...last, to: next.to };
    else whole.push(next);
  }
  return whole;
}

const isSame = (a: Interval, b: Interval) =>
  a.versionId === b.versionId &&
  a.certainty === b.certainty &&
  a.reason === b.reason &&
  a.startedBy === b.startedBy;
