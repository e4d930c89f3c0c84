import type { Step } from '../triage/cause.ts';
import { type LogRun, names, readingOf } from './log-runs.ts';

/** What tells the run that an attempt failed in from others of the same function. */
export interface SoughtRun {
  readonly arn: string;
  readonly version?: string | undefined;
  /** When the attempt began, where that was read, and when AWS told of its failure; epoch milliseconds. */
  readonly began?: number | undefined;
  readonly failed: number;
  /** The step AWS said it failed in. */
  readonly step?: Step | undefined;
}

/**
 * The run an attempt failed in. `named`: it names the secret or the version. `alone`: it does not, and no other run and no
 * other attempt can be meant. `shared`: one of `runs`, which `attempts` attempts failed in; which is whose nothing tells.
 */
export type FailedRun =
  | { readonly by: 'named' | 'alone'; readonly run: LogRun }
  | { readonly by: 'shared'; readonly runs: readonly LogRun[]; readonly attempts: number };

/** CloudTrail dates by whole seconds, and AWS tells of a failure after it. */
const SLACK_MS = 5_000;

/**
 * For each attempt the run of their function that it failed in, as far as the log proves it; undefined where none of the
 * runs can be it. What a function writes need not name a secret: a run is an attempt's own only if it names it, or if
 * everything else is excluded by the times of both, by what the runs name, and by how they ended.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function failedRunsOf(
  runs: readonly LogRun[],
  attempts: readonly SoughtRun[],
): (FailedRun | undefined)[] {
  const rotated = rotatedIn(runs);
  const told = attempts.map((sought) => {
    const own = ownRunsOf(runs, sought);
    // A step that ended well is not the one that failed, even if no other run names the secret.
    const last = latest(own.filter((run) => fitsStep(run, sought)));
    if (last && isNear(last, sought)) return { last, candidates: [] };
    const others = attempts.filter((other) => other !== sought);
    return { last, candidates: candidatesFor(runs, sought, { after: latest(own)?.end, others, rotated }) };
  });
  return told.map(({ last, candidates }, at): FailedRun | undefined => {
    const [only] = candidates;
    if (!only) return last && { by: 'named', run: last };
    const rivals = told.filter(
      (other, index) => index !== at && other.candidates.some((run) => candidates.includes(run)),
    );
    // Who can have no other run has a claim to it.
    const claimed = rivals.some((other) => other.candidates.length === 1);
    if (candidates.length === 1 && !claimed) return { by: 'alone', run: only };
    return { by: 'shared', runs: candidates, attempts: rivals.length + 1 };
  });
}

const isNear = ({ end }: LogRun, { failed }: SoughtRun) => Math.abs(failed - end) <= SLACK_MS;

const latest = (runs: readonly LogRun[]) => runs.toSorted((a, b) => b.end - a.end)[0];

/** The runs that name the attempt's secret or version, and lie in its time. */
const ownRunsOf = (runs: readonly LogRun[], sought: SoughtRun) =>
  runs.filter((run) => isInTime(run, sought) && names(run, sought));

const isInTime = ({ start, end }: LogRun, { began, failed }: SoughtRun) =>
  end <= failed + SLACK_MS && (began === undefined || start === undefined || start >= began - SLACK_MS);

function fitsStep(run: LogRun, { step: sought }: SoughtRun): boolean {
  const { step, ending } = readingOf(run);
  return ending !== 'clean' || sought === undefined || step === undefined || step === sought;
}

interface Around {
  /** When the attempt's last run that names it ended. */
  readonly after: number | undefined;
  readonly others: readonly SoughtRun[];
  readonly rotated: ReadonlySet<string>;
}

/** The runs that do not name the secret and can be the one its attempt failed in. */
function candidatesFor(
  runs: readonly LogRun[],
  sought: SoughtRun,
  { after, others, rotated }: Around,
): LogRun[] {
  const possible = runs.filter(
    (run) =>
      isInTime(run, sought) &&
      isNear(run, sought) &&
      !names(run, sought) &&
      // The steps of a rotation follow each other.
      (after === undefined || run.start === undefined || run.start >= after) &&
      !others.some((other) => names(run, other)) &&
      // The administrator's secret may be all that a step names.
      (run.secrets.size === 0 || (after !== undefined && ![...run.secrets].some((arn) => rotated.has(arn)))),
  );
  const failed = possible.filter((run) => readingOf(run).ending !== 'clean');
  return failed.length > 0 ? failed : possible.filter((run) => fitsStep(run, sought));
}

/** The secrets of which the log tells that they are rotated themselves. */
function rotatedIn(runs: readonly LogRun[]): ReadonlySet<string> {
  const ends = runs.filter((run) => {
    const { step } = readingOf(run);
    return step === 'createSecret' || step === 'finishSecret';
  });
  return new Set(ends.flatMap(({ secrets }) => [...secrets]));
}
