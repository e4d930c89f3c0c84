import { attemptFrom } from './attempt.ts';
import type { Step } from './cause.ts';
import type { Diagnosis, Proof, RankedCause } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { type FactFinding, factFindings } from './facts.ts';
import { failingOf } from './failing.ts';
import { findingsIn } from './find.ts';
import type { Block } from './log/block.ts';
import { invocationsOf } from './log/invocation.ts';
import { linesOf } from './log/line.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { namedStep, type Place, stepOfCause } from './place.ts';
import { type Candidate, candidatesFrom, certaintyOf, type Weighed, weightOf } from './rank.ts';
import { blockOfEvent, stepOfEvent, tellsFailure, tellsSuccessOf } from './trail.ts';
import { unknownFrom } from './unknown.ts';

// What CloudTrail repeats of an error is worth a little less than the function's own words.
const TRAIL_DISCOUNT = 4;

// A line that does not call itself an error must be clear to count as one.
const LEAST_OF_QUIET = 40;

/**
 * Why a rotation failed, from what is known about the attempt: the most likely cause first. Empty for evidence that is
 * healthy or merely noisy. A failure that nothing explains is `unknown`, with what to look at as its proof.
 */
export function diagnose(evidence: Evidence): Diagnosis {
  const outcomes = invocationsOf(linesOf(evidence.log)).map(outcomeOf);
  const failed = evidence.cloudtrail.filter(tellsFailure);
  // A run that went through ends the matter: CloudTrail lists it before or after the failures it followed.
  const over = evidence.cloudtrail.some(tellsSuccessOf) && (failed.length === 0 || wentThrough(outcomes));
  const events = over ? [] : failed;
  const failing = over ? undefined : (failingOf(outcomes) ?? suspectOf(outcomes, events.length > 0));
  const place: Place = { outcomes, failing, events };
  const quiet = failing?.ending === 'suspect' && events.length === 0;
  const found = candidatesFrom([
    ...(failing ? weighed(evidence, failing, namedStep(place), 'log') : []),
    ...events.flatMap((event) => {
      const outcome = outcomeOfBlock(blockOfEvent(event, evidence.cloudtrail.indexOf(event)));
      return weighed(evidence, outcome, namedStep(place), 'cloudtrail');
    }),
  ]).filter(({ weight }) => !quiet || weight >= LEAST_OF_QUIET);
  const broken = failing?.ending === 'failed' || events.length > 0;
  const began = failing?.ending === 'failed' || events.some((event) => stepOfEvent(event).named);
  const facts = factsAbout(evidence, began ? namedStep(place) : undefined);
  const ranked = withFacts(found, facts, broken && found.length > 0);
  if (ranked.length === 0) return broken ? [unknownFrom(place, evidence)] : [];
  return ranked.map(
    ({ cause, weight, proofs, best }): RankedCause => ({
      cause,
      step: stepOfCause(place, cause, best, proofs[0]!.source),
      certainty: certaintyOf(weight),
      proofs,
    }),
  );
}

const wentThrough = (outcomes: readonly Outcome[]) =>
  failingOf(outcomes) === undefined && outcomes.at(-1)?.ending === 'clean';

/** Where nothing failed loudly: the last invocation that speaks of an error in a quiet line. */
function suspectOf(outcomes: readonly Outcome[], failed: boolean): Outcome | undefined {
  const at = outcomes.findLastIndex(({ ending }) => ending === 'suspect');
  if (at >= 0 && outcomes.slice(at + 1).every(({ lastSuccess }) => lastSuccess < 0)) return outcomes[at];
  // CloudTrail says that it failed: the last invocation is then the one to look at.
  return failed ? outcomes.at(-1) : undefined;
}

function weighed(
  evidence: Evidence,
  outcome: Outcome,
  step: Step | undefined,
  source: Proof['source'],
): Weighed[] {
  const findings = findingsIn(attemptFrom(evidence, outcome, step));
  const found = new Set(findings.map(({ block }) => block));
  const place = new Map<Block, number>();
  for (const [index, block] of outcome.blocks.entries()) if (found.has(block)) place.set(block, index);
  return findings.flatMap((finding) => {
    const at = place.get(finding.block);
    const recovered = at !== undefined && at < outcome.lastSuccess && !finding.block.uncaught;
    // A quiet line that was got over says nothing.
    if (recovered && finding.block.level !== 'error' && !finding.block.trace) return [];
    const weight = weightOf(finding, findings, recovered);
    return [{ finding, weight: source === 'log' ? weight : weight - TRAIL_DISCOUNT, source }];
  });
}

const outcomeOfBlock = (block: Outcome['blocks'][number]): Outcome => ({
  invocation: {
    id: undefined,
    lines: [...block.lines],
    startup: 0,
    started: false,
    ended: false,
    report: undefined,
    timeout: undefined,
    init: undefined,
  },
  blocks: [block],
  lastSuccess: -1,
  timedOut: false,
  ending: 'failed',
});

/**
 * What the state says. A step of the function is only begun where no earlier rotation is in the way: an AWSPENDING that is
 * left behind then is what came of the failure, never why.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
const factsAbout = ({ state }: Evidence, step: Step | undefined) =>
  factFindings(state).filter(
    ({ cause }) => cause !== 'pending-stuck' || step === undefined || step === 'invoke',
  );

/** The state joins in: what forbids any rotation counts always, the rest only where nothing else explains. */
function withFacts(
  found: readonly Candidate[],
  state: readonly FactFinding[],
  explained: boolean,
): Candidate[] {
  const facts = state.map(
    ({ cause, weight, says }): Candidate => ({
      cause,
      weight: explained && weight < 70 ? 20 : weight,
      proofs: [{ source: 'state', says }],
      best: undefined,
    }),
  );
  const others = found.filter(({ cause }) => !facts.some((fact) => fact.cause === cause));
  const joined = facts.map((fact): Candidate => {
    const same = found.find(({ cause }) => cause === fact.cause);
    return same
      ? { ...same, weight: Math.max(same.weight, fact.weight), proofs: [...same.proofs, ...fact.proofs] }
      : fact;
  });
  return [...joined, ...others].sort((a, b) => b.weight - a.weight);
}
