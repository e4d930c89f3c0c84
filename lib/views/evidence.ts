import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { readFunction } from '@/lib/aws/lambda';
import { forgetWithClients } from '@/lib/aws/own-client';
import { queryLogSpan, readLogSpan } from '@/lib/aws/run-log';
import { type Problem, ProblemError } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed, EvidenceLine, NoLogs } from '@/lib/contract/rotation';
import { failedRunsOf } from '@/lib/domain/rotation/failed-run-of';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { runsOf, type StreamEntry } from '@/lib/domain/rotation/log-runs';
import { joinedSpans, spanOf } from '@/lib/domain/rotation/log-spans';
import { stepOfEvent } from '@/lib/domain/triage/trail';
import { createJudge, diagnoseRun } from './diagnose-run';
import { isExpired, type LogPlan, planLog, reasonOf } from './log-plan';
import { merge } from './merge';

/** A function that failed, and the attempts it failed in. */
interface Failing {
  readonly facts: FunctionFacts;
  readonly plan: LogPlan;
  readonly attempts: readonly AskedAttempt[];
}

/** So many functions are looked at at once in a region. */
const AT_ONCE = 4;
/** Where more groups than that are to be read, one query for all of them is asked instead. */
const MANY_GROUPS = 25;
/** AWS takes no more groups in a query. */
const MOST_GROUPS = 50;

const MOST_KEPT = 2_000;
const kept = new Map<string, Diagnosed>();
forgetWithClients((start) => {
  for (const key of kept.keys()) if (key.startsWith(start)) kept.delete(key);
});

/**
 * Why attempts failed: each function is looked at once, the log of each is read once for all attempts whose times lie
 * near each other, and what this sign-in has diagnosed is not asked again. `scan`: queries that AWS bills may scan more
 * than `limit` bytes. Ends with `end`.
 */
export async function* readEvidence(
  operator: AwsOperator,
  attempts: readonly AskedAttempt[],
  { scan, limit }: { readonly scan: boolean; readonly limit: number },
  signal: AbortSignal,
): AsyncGenerator<EvidenceLine> {
  const open: AskedAttempt[] = [];
  for (const attempt of attempts) {
    const diagnosed = kept.get(keyOf(operator, attempt));
    if (diagnosed) yield { kind: 'diagnosed', diagnosed };
    else if (attempt.functionArn === undefined)
      yield {
        kind: 'diagnosed',
        diagnosed: diagnoseRun(attempt, createJudge(undefined), { because: 'no-function' }),
      };
    else open.push(attempt);
  }
  const byRegion = Map.groupBy(open, ({ functionArn }) => functionArn?.split(':')[3] ?? '');
  yield* merge(
    [...byRegion].map(([region, own]) => readRegion(operator, region, own, { scan, limit }, signal)),
  );
  yield { kind: 'end' };
}

async function* readRegion(
  operator: AwsOperator,
  region: string,
  attempts: readonly AskedAttempt[],
  { scan, limit }: { readonly scan: boolean; readonly limit: number },
  signal: AbortSignal,
): AsyncGenerator<EvidenceLine> {
  const failing: Failing[] = [];
  const waiting = [...Map.groupBy(attempts, ({ functionArn }) => functionArn ?? '')];
  async function* look(): AsyncGenerator<EvidenceLine> {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const [arn, own] = next;
      const { facts, problem } = await readFunction(operator, arn, 'configuration');
      yield { kind: 'function', facts, ...(problem ? { problem } : {}) };
      failing.push({ facts, plan: await planLog(operator, facts, signal), attempts: own });
    }
  }
  yield* merge(Array.from({ length: AT_ONCE }, look));
  const filtered = failing.filter(({ plan }) => plan.by === 'filter');
  const queried = failing.filter(
    ({ plan }) => plan.by === 'query' || (plan.by === 'filter' && many(filtered)),
  );
  const single = failing.filter((one) => !queried.includes(one));
  async function* read(): AsyncGenerator<EvidenceLine> {
    for (let one = single.shift(); one && !signal.aborted; one = single.shift())
      yield* diagnosed(operator, one, await entriesOf(operator, one, signal));
  }
  const queries = chunks(queried, MOST_GROUPS).map((some) =>
    query(operator, region, some, { scan, limit }, signal),
  );
  yield* merge([...queries, ...Array.from({ length: AT_ONCE }, read)]);
}

const many = (filtered: readonly Failing[]) => filtered.length > MANY_GROUPS;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

const spansOf = ({ facts, attempts }: Failing) =>
  attempts.map(({ failed }) => spanOf(Date.parse(failed), facts.timeoutSeconds));

type Entries = readonly StreamEntry[] | { readonly because: NoLogs; readonly problem?: Problem };

async function entriesOf(operator: AwsOperator, one: Failing, signal: AbortSignal): Promise<Entries> {
  const { facts, plan } = one;
  if (plan.by === 'none') return plan;
  try {
    const entries: StreamEntry[] = [];
    for (const span of joinedSpans(spansOf(one)))
      entries.push(...(await readLogSpan(operator, facts.region, { group: plan.group, ...span }, signal)));
    return entries;
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    return { because: reasonOf(cause.problem), problem: cause.problem };
  }
}

async function* query(
  operator: AwsOperator,
  region: string,
  failing: readonly Failing[],
  { scan, limit }: { readonly scan: boolean; readonly limit: number },
  signal: AbortSignal,
): AsyncGenerator<EvidenceLine> {
  const groups = [...new Set(failing.flatMap(({ plan }) => (plan.by === 'none' ? [] : [plan.group])))];
  const stored = failing.reduce((sum, { plan }) => sum + (plan.by === 'none' ? 0 : plan.bytes), 0);
  if (stored > limit && !scan) {
    yield { kind: 'ask', region, groups, bytes: stored };
    for (const one of failing) yield* diagnosed(operator, one, { because: 'costs-money' });
    return;
  }
  const spans = failing.flatMap(spansOf);
  const span = {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
  try {
    const { entries, bytes } = await queryLogSpan(operator, region, { groups, ...span }, signal);
    yield { kind: 'scanned', region, groups, bytes };
    for (const one of failing)
      yield* diagnosed(operator, one, (one.plan.by !== 'none' && entries.get(one.plan.group)) || []);
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    const { problem } = cause;
    for (const one of failing) yield* diagnosed(operator, one, { because: reasonOf(problem), problem });
  }
}

async function* diagnosed(
  operator: AwsOperator,
  { facts, plan, attempts }: Failing,
  entries: Entries,
): AsyncGenerator<EvidenceLine> {
  let judge = createJudge(facts);
  let looked = false;
  const found = 'because' in entries ? [] : failedRunsOf(runsOf(entries), attempts.map(soughtOf));
  for (const [index, attempt] of attempts.entries()) {
    const run = 'because' in entries ? entries : (found[index] ?? missing(attempt, plan));
    // A function that wrote nothing: why it did not run is in its policy or in its concurrency.
    if ('because' in run && run.because === 'no-lines' && !looked && facts.exists !== false) {
      looked = true;
      judge = createJudge((await readFunction(operator, facts.arn)).facts);
    }
    const answer = diagnoseRun(attempt, judge, run);
    if (!answer.noLogs || FOR_GOOD.has(answer.noLogs.because)) keep(operator, attempt, answer);
    yield { kind: 'diagnosed', diagnosed: answer };
  }
}

/** What another look would not find either. */
const FOR_GOOD: ReadonlySet<NoLogs> = new Set(['no-lines', 'indistinct']);

function soughtOf({ arn, version, began, failed, message }: AskedAttempt) {
  const { step, named } = stepOfEvent({ errorMessage: message ?? '' });
  return {
    ...{ arn, version, failed: Date.parse(failed) },
    ...(began === undefined ? {} : { began: Date.parse(began) }),
    ...(named ? { step } : {}),
  };
}

function missing({ failed }: AskedAttempt, plan: LogPlan): { readonly because: NoLogs } {
  return { because: isExpired(plan, Date.parse(failed)) ? 'expired' : 'no-lines' };
}

const keyOf = ({ sid, scope }: AwsOperator, { arn, version, failed }: AskedAttempt) =>
  [sid, scope, arn, version, failed].join('|');

function keep(operator: AwsOperator, attempt: AskedAttempt, answer: Diagnosed): void {
  kept.set(keyOf(operator, attempt), answer);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
