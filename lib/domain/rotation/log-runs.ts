import type { Step } from '../triage/cause.ts';
import { invocationsOf } from '../triage/log/invocation.ts';
import { linesOf } from '../triage/log/line.ts';
import { type Outcome, outcomeOf } from '../triage/outcome.ts';
import { stepOf } from '../triage/step.ts';

/** One entry of a log stream. */
export interface StreamEntry {
  readonly stream: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** One run of a function, with all that the log holds of it. */
export interface LogRun {
  readonly entries: readonly StreamEntry[];
  /** Epoch milliseconds; absent where its START was not read. */
  readonly start: number | undefined;
  /** Of its last entry. */
  readonly end: number;
  /** The secrets it names, by their ARN. */
  readonly secrets: ReadonlySet<string>;
  /** All that looks like the id of a version, or of a request. */
  readonly ids: ReadonlySet<string>;
}

const START = /^START RequestId: |"type"\s?:\s?"platform\.start"/;
const INIT = /^INIT_START |"type"\s?:\s?"platform\.initStart"/;
const SECRET = /\barn:aws[a-z-]{0,12}:secretsmanager:[a-z0-9-]{1,30}:\d{12}:secret:[\w/+=.@!-]{1,520}/g;

/**
 * The runs that entries of a log tell of, in the order they began: a stream holds one at a time, each from its START to its
 * REPORT, and what a start-up wrote belongs to the run that follows it.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
 */
export function runsOf(entries: readonly StreamEntry[]): LogRun[] {
  const runs: StreamEntry[][] = [];
  const open = new Map<string, StreamEntry[]>();
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const run = open.get(entry.stream);
    const begins = START.test(entry.text);
    const awaits = run?.every(({ text }) => !START.test(text)) ?? false;
    if (!run || INIT.test(entry.text) || (begins && !awaits)) {
      const made = [entry];
      open.set(entry.stream, made);
      runs.push(made);
    } else run.push(entry);
  }
  return runs.map((own) => ({
    entries: own,
    start: own.find(({ text }) => START.test(text))?.at,
    end: own.at(-1)?.at ?? 0,
    secrets: secretsIn(own),
    ids: new Set(own.flatMap(({ text }) => text.match(ID) ?? [])),
  }));
}

const ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

// The six characters at the end of an ARN are letters and digits: what follows is the sentence's.
const secretsIn = (entries: readonly StreamEntry[]) =>
  new Set(
    entries.flatMap(({ text }) => text.match(SECRET) ?? []).map((arn) => arn.replace(/[^A-Za-z0-9]+$/, '')),
  );

/** Whether a run names a secret or one of its versions. */
export function names(
  { secrets, ids, entries }: LogRun,
  { arn, version }: { readonly arn: string; readonly version?: string | undefined },
): boolean {
  if (secrets.has(arn)) return true;
  if (version === undefined) return false;
  // A version is a UUID, unless somebody chose another token.
  return ids.has(version) || (!WHOLE_ID.test(version) && entries.some(({ text }) => text.includes(version)));
}

const WHOLE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a run says of itself: in which step it was, how it ended, and how long it took; undefined where it does not say. */
export interface RunReading {
  readonly step: Step | undefined;
  readonly ending: Outcome['ending'] | undefined;
  readonly durationMs: number | undefined;
}

const known = new WeakMap<LogRun, RunReading>();

/** Reads a run by the rules of the diagnosis; once, however many attempts ask about it. */
export function readingOf(run: LogRun): RunReading {
  const before = known.get(run);
  if (before) return before;
  const outcome = invocationsOf(linesOf(run.entries.map(({ text }) => text)))
    .map(outcomeOf)
    .at(-1);
  const { report, timeout } = outcome?.invocation ?? {};
  const reading = {
    step: outcome && stepOf(outcome.invocation),
    ending: outcome?.ending,
    durationMs: report?.durationMs ?? (timeout && timeout.seconds * 1_000),
  };
  known.set(run, reading);
  return reading;
}
