/** One entry of a log stream. */
export interface StreamEntry {
  readonly stream: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** What tells the failed run from others of the same function. */
export interface SoughtRun {
  readonly arn: string;
  readonly version?: string | undefined;
  /** When AWS told of its failure; epoch milliseconds. */
  readonly failed: number;
}

/** CloudTrail dates by whole seconds, and AWS tells of a failure after it. */
const SLACK_MS = 5_000;

/**
 * The entries of exactly the run that failed. A stream holds one run at a time, each between its START and its REPORT; ours
 * names the secret or the version and was the last to end before AWS told of the failure, or it names no secret and
 * follows such a run in its stream: functions that say little name it in their first step alone. Where none names it, the
 * one run that ended then.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
 */
export function failedRunOf(entries: readonly StreamEntry[], sought: SoughtRun): readonly StreamEntry[] {
  const runs = runsOf(entries).filter((run) => (run.at(-1)?.at ?? 0) <= sought.failed + SLACK_MS);
  const named = runs.filter((run) => run.some(({ text }) => names(text, sought)));
  const follows = (run: readonly StreamEntry[]) => {
    if (run.some(({ text }) => SECRET.test(text))) return false;
    const own = runs.filter((one) => one[0]?.stream === run[0]?.stream);
    const before = own
      .slice(0, own.indexOf(run))
      .findLast((one) => one.some(({ text }) => SECRET.test(text)));
    return before !== undefined && named.includes(before);
  };
  const latest = (some: readonly (readonly StreamEntry[])[]) =>
    some.toSorted((a, b) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0))[0];
  if (named.length > 0) return latest([...named, ...runs.filter(follows)]) ?? [];
  const near = runs.filter((run) => sought.failed - (run.at(-1)?.at ?? 0) <= SLACK_MS);
  return near.length === 1 ? (near[0] ?? []) : [];
}

const names = (text: string, { arn, version }: SoughtRun) =>
  text.includes(arn) || (version !== undefined && text.includes(version));

const SECRET = /\barn:aws[a-z-]{0,12}:secretsmanager:[a-z0-9-]{1,30}:\d{12}:secret:/;
const START = /^START RequestId: |"type"\s?:\s?"platform\.start"/;
const INIT = /^INIT_START |"type"\s?:\s?"platform\.initStart"/;

function runsOf(entries: readonly StreamEntry[]): (readonly StreamEntry[])[] {
  const runs: StreamEntry[][] = [];
  const open = new Map<string, StreamEntry[]>();
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const run = open.get(entry.stream);
    const begins = START.test(entry.text);
    // What a start-up wrote belongs to the run that follows it.
    const awaits = run?.every(({ text }) => !START.test(text)) ?? false;
    if (!run || INIT.test(entry.text) || (begins && !awaits)) {
      const made = [entry];
      open.set(entry.stream, made);
      runs.push(made);
    } else run.push(entry);
  }
  return runs;
}
