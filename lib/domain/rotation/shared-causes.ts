import type { Certainty } from '../triage/cause.ts';
import type { ExplainedCause } from '../triage/diagnosis.ts';

/**
 * What runs prove of an attempt that failed in one of them, where nothing tells in which: what all of them say, and no more;
 * undefined where they do not name one cause and step. It is never certain, and where more attempts failed than there are
 * runs, not all of them can have been in one.
 */
export function sharedCauses(
  told: readonly (readonly ExplainedCause[])[],
  attempts: number,
): readonly ExplainedCause[] | undefined {
  const [first = [], ...others] = told;
  const [best] = first;
  if (!best || others.some(([other]) => !isSame(other, best))) return undefined;
  const most: Certainty = attempts > told.length ? 'possible' : 'likely';
  const says = sentence(told.length, attempts);
  return first
    .filter((cause) => others.every((causes) => causes.some((other) => isSame(other, cause))))
    .map((cause) => ({
      ...cause,
      certainty: lower(cause.certainty, most),
      proofs: [...cause.proofs, { source: 'log', says }],
    }));
}

const isSame = (one: ExplainedCause | undefined, other: ExplainedCause) =>
  one?.cause === other.cause && one.step === other.step;

const ORDER: readonly Certainty[] = ['possible', 'likely', 'certain'];
const lower = (one: Certainty, other: Certainty) => (ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other);

function sentence(runs: number, attempts: number): string {
  if (runs === 1)
    return `The one run that ended then; it names no secret, and ${attempts} rotations failed then`;
  const fewer = attempts > runs ? `, while ${attempts} rotations failed` : '';
  return `One of ${runs} runs that ended then${fewer}; none names its secret, and all say the same`;
}
