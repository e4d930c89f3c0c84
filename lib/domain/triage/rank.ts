import type { Cause, Certainty } from './cause.ts';
import { chainShift } from './chain.ts';
import type { Finding } from './clue.ts';
import type { Proof } from './diagnosis.ts';
import { placeInEntry } from './log/line.ts';

/** A cause with the weight of its best finding. */
export interface Candidate {
  readonly cause: Cause;
  readonly weight: number;
  /** The best first. */
  readonly proofs: readonly Proof[];
  readonly best: Finding | undefined;
}

const MOST_PROOFS = 5;
const LEAST = 15;

/** How much a finding counts where it stands: what ended the invocation most, what was got over least. */
export function weightOf(finding: Finding, all: readonly Finding[], recovered: boolean): number {
  const { block, weight } = finding;
  const level = block.uncaught
    ? 8
    : block.level === 'error'
      ? 6
      : block.level === undefined
        ? block.trace
          ? 6
          : 2
        : block.level === 'warn'
          ? -12
          : block.level === 'info'
            ? -14
            : -40;
  return weight + level + chainShift(finding, all) - (recovered ? 45 : 0);
}

/** A finding with its weight where it stands. */
export interface Weighed {
  readonly finding: Finding;
  readonly weight: number;
  readonly source: Proof['source'];
}

/** Findings by cause, the heaviest cause first; among equals the one that came first. */
export function candidatesFrom(weighed: readonly Weighed[]): Candidate[] {
  const byCause = new Map<Cause, Weighed[]>();
  for (const each of weighed) {
    if (each.weight < LEAST) continue;
    const same = byCause.get(each.finding.cause);
    if (same) same.push(each);
    else byCause.set(each.finding.cause, [each]);
  }
  return [...byCause]
    .map(([cause, found]) => {
      const sorted = found.toSorted((a, b) => b.weight - a.weight);
      const proofs = sorted.map(({ finding, source }) => proofFrom(finding, source));
      return {
        cause,
        weight: sorted[0]!.weight,
        proofs: distinct(proofs).slice(0, MOST_PROOFS),
        best: sorted[0]!.finding,
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** How certain a weight is. */
export const certaintyOf = (weight: number): Certainty =>
  weight >= 78 ? 'certain' : weight >= 48 ? 'likely' : 'possible';

/** Without those that lie in one already taken. */
function distinct(proofs: readonly Proof[]): Proof[] {
  const taken: Proof[] = [];
  for (const proof of proofs) {
    const { line, start = 0, end = 0 } = proof;
    if (!taken.some((other) => other.line === line && start < (other.end ?? 0) && end > (other.start ?? 0)))
      taken.push(proof);
  }
  return taken;
}

/** Where a finding stands in the entry as it was given. */
function proofFrom({ line, from, to, says }: Finding, source: Proof['source']): Proof {
  const proof = (start: number, end: number): Proof => ({
    source,
    line: line.entry,
    start: placeInEntry(line, start),
    end: placeInEntry(line, end),
    says,
  });
  if (line.text === line.raw) return proof(from, to);
  const words = line.text.slice(from, to);
  // A structured line is matched by its values: the words stand in it as they are, or escaped, or not in one piece.
  for (const written of [words, JSON.stringify(words).slice(1, -1)]) {
    const at = line.raw.indexOf(written);
    if (written && at >= 0) return proof(at, at + written.length);
  }
  return proof(0, line.raw.length);
}
