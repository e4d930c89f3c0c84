import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { readFunction } from '@/lib/aws/lambda';
import { readLogGroup, readLogSpan } from '@/lib/aws/run-log';
import { type Problem, ProblemError } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed, NoLogs } from '@/lib/contract/rotation';
import { failedRunOf, type StreamEntry } from '@/lib/domain/rotation/failed-run-of';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { redact } from '@/lib/domain/rotation/redact';
import { evidenceFrom } from '@/lib/domain/triage/evidence';
import { explain } from '@/lib/domain/triage/explain';

type Found =
  | { readonly run: readonly StreamEntry[] }
  | { readonly because: NoLogs; readonly problem?: Problem };

/** Lambda lets no function run longer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_MS = 15 * 60_000;
const SLACK_MS = 10_000;
const DAY_MS = 86_400_000;

/**
 * Why one run of a rotation failed: the log of exactly that run, diagnosed before it is redacted, redacted before it leaves
 * the server. Where there is no log to be had, it says why, and the diagnosis goes by what else is known.
 */
export async function readAttemptLog(
  operator: AwsOperator,
  asked: AskedAttempt & { readonly functionArn: string },
): Promise<Diagnosed> {
  const { facts } = await readFunction(operator, asked.functionArn);
  const found = await runFor(operator, asked, facts);
  const run = 'run' in found ? found.run : [];
  const causes = explain(
    evidenceFrom({
      log: run.map(({ text }) => text),
      cloudtrail: { eventName: 'RotationFailed', errorMessage: asked.message },
      state: {
        ...(facts.exists === undefined ? {} : { lambdaExists: facts.exists }),
        ...(facts.runtime === undefined ? {} : { vpc: facts.vpc !== undefined }),
        ...(facts.reservedConcurrency === undefined
          ? {}
          : { reservedConcurrency: facts.reservedConcurrency }),
      },
      ...(facts.runtime ? { runtime: facts.runtime } : {}),
    }),
  );
  const clean = run.map(({ text }) => redact(text));
  return {
    arn: asked.arn,
    ...(asked.version ? { version: asked.version } : {}),
    failed: asked.failed,
    causes: causes.map((cause) => ({
      ...cause,
      proofs: cause.proofs.map((proof) => ({ ...proof, says: redact(proof.says).text })),
    })),
    log: run.map(({ at, stream }, index) => ({
      at: new Date(at).toISOString(),
      text: clean[index]?.text ?? '',
      stream,
    })),
    redactions: clean.reduce((sum, { count }) => sum + count, 0),
    ...(causes[0] ? { step: causes[0].step } : {}),
    ...('because' in found ? { noLogs: found } : {}),
  };
}

async function runFor(operator: AwsOperator, asked: AskedAttempt, facts: FunctionFacts): Promise<Found> {
  if (facts.account !== operator.scope.split('.')[0]) return { because: 'another-account' };
  const { region, logGroup: group } = facts;
  const failed = Date.parse(asked.failed);
  try {
    const known = await groupOf(operator, region, group);
    if (known === null) return { because: facts.exists === false ? 'no-function' : 'no-group' };
    if (known?.class === 'INFREQUENT_ACCESS') return { because: 'not-filterable' };
    if (known?.class === 'DELIVERY') return { because: 'elsewhere' };
    if (known?.days !== undefined && Date.now() - failed > known.days * DAY_MS) return { because: 'expired' };
    const longest = facts.timeoutSeconds === undefined ? LONGEST_MS : facts.timeoutSeconds * 1_000;
    const span = { from: failed - longest - SLACK_MS, to: failed + SLACK_MS };
    const entries = await readLogSpan(operator, region, { group, ...span });
    const run = failedRunOf(entries, { arn: asked.arn, version: asked.version, failed });
    return run.length > 0 ? { run } : { because: 'no-lines' };
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    const { problem } = cause;
    if (problem.code === 'secret-not-found') return { because: 'no-group' };
    return { because: problem.code === 'access-denied' ? 'denied' : 'failed', problem };
  }
}

// Who may not list groups may be allowed to read this one: then it is tried. null: there is none.
async function groupOf(operator: AwsOperator, region: string, group: string) {
  try {
    return (await readLogGroup(operator, region, group)) ?? null;
  } catch (cause) {
    if (cause instanceof ProblemError && cause.problem.code === 'access-denied') return undefined;
    throw cause;
  }
}
