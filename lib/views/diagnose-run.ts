import 'server-only';
import type { Problem } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed, NoLogs, RunProof } from '@/lib/contract/rotation';
import type { FailedRun } from '@/lib/domain/rotation/failed-run-of';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { type LogRun, readingOf } from '@/lib/domain/rotation/log-runs';
import { redact } from '@/lib/domain/rotation/redact';
import { sharedCauses } from '@/lib/domain/rotation/shared-causes';
import type { ExplainedCause } from '@/lib/domain/triage/diagnosis';
import { evidenceFrom } from '@/lib/domain/triage/evidence';
import { explain } from '@/lib/domain/triage/explain';

/** The log of one run, or why there is none to be had. */
export type FoundRun = FailedRun | { readonly because: NoLogs; readonly problem?: Problem };

/** What the lines of a run prove of an attempt; without a run, what CloudTrail and the function say. */
export type Judge = (asked: AskedAttempt, run?: LogRun) => readonly ExplainedCause[];

/** A judge of a function's runs, which looks at no run twice in the same light. */
export function createJudge(facts: FunctionFacts | undefined): Judge {
  const known = new Map<LogRun, Map<string, readonly ExplainedCause[]>>();
  return (asked, run) => {
    if (!run) return causesOf(asked, facts, []);
    const { message, rotationEnabled, pendingStuck, test } = asked;
    const light = [accountOf(asked), message, rotationEnabled, pendingStuck, test].join('|');
    const seen = known.get(run) ?? new Map<string, readonly ExplainedCause[]>();
    known.set(run, seen);
    const causes =
      seen.get(light) ??
      causesOf(
        asked,
        facts,
        run.entries.map(({ text }) => text),
      );
    seen.set(light, causes);
    return causes;
  };
}

function causesOf(asked: AskedAttempt, facts: FunctionFacts | undefined, log: readonly string[]) {
  return explain(
    evidenceFrom({
      log,
      ...(asked.test ? {} : { cloudtrail: { eventName: 'RotationFailed', errorMessage: asked.message } }),
      state: { ...stateOf(facts), rotationEnabled: asked.rotationEnabled, pendingStuck: asked.pendingStuck },
      ...(facts?.runtime ? { runtime: facts.runtime } : {}),
    }),
    {
      account: accountOf(asked),
      region: asked.arn.split(':')[3],
      fn: facts?.arn ?? asked.functionArn,
      role: facts?.role?.split('/').at(-1),
    },
  );
}

const accountOf = ({ arn }: AskedAttempt) => arn.split(':')[4];

/** Why a run failed: diagnosed by its lines as they are, and redacted before anything of them leaves the server. */
export function diagnoseRun(asked: AskedAttempt, judge: Judge, found: FoundRun): Diagnosed {
  if ('because' in found) return answer(asked, judge(asked), { noLogs: found });
  if (found.by !== 'shared')
    return answer(asked, judge(asked, found.run), {
      run: found.run,
      proof: { by: found.by, runs: 1, attempts: 1 },
    });
  const { runs, attempts } = found;
  const proof = { by: 'shared', runs: runs.length, attempts } as const;
  const causes = sharedCauses(
    runs.map((run) => judge(asked, run)),
    attempts,
  );
  return causes
    ? answer(asked, causes, { run: runs[0], proof })
    : answer(asked, judge(asked), { noLogs: { because: 'indistinct' }, proof });
}

interface Shown {
  readonly run?: LogRun | undefined;
  readonly proof?: RunProof;
  readonly noLogs?: NonNullable<Diagnosed['noLogs']>;
}

function answer(
  asked: AskedAttempt,
  causes: readonly ExplainedCause[],
  { run, proof, noLogs }: Shown,
): Diagnosed {
  const entries = run?.entries ?? [];
  // How long one of several ran says nothing of ours.
  const durationMs = run && proof?.by !== 'shared' ? readingOf(run).durationMs : undefined;
  const clean = entries.map(({ text }) => redact(text));
  return {
    arn: asked.arn,
    ...(asked.version ? { version: asked.version } : {}),
    failed: asked.failed,
    causes: causes.map((cause) => ({
      ...cause,
      fixes: cause.fixes.map((fix) => aboutSecret(fix, asked.arn)),
      proofs: cause.proofs.map((one) => ({ ...one, says: redact(one.says).text })),
    })),
    log: entries.map(({ at, stream }, index) => ({
      at: new Date(at).toISOString(),
      text: clean[index]?.text ?? '',
      stream,
    })),
    ...(proof ? { run: proof } : {}),
    redactions: clean.reduce((sum, { count }) => sum + count, 0),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(causes[0] ? { step: causes[0].step } : {}),
    ...(noLogs ? { noLogs } : {}),
  };
}

// A run that is judged once may be that of several secrets: whose it is told about is known only here.
const aboutSecret = (fix: ExplainedCause['fixes'][number], arn: string) =>
  fix.command === undefined
    ? fix
    : { ...fix, command: fix.command.replace('--secret-id SECRET_ID', `--secret-id ${arn}`) };

function stateOf(facts: FunctionFacts | undefined) {
  if (!facts) return {};
  const { exists, runtime, vpc, state, lastUpdateStatus } = facts;
  const unfit = state === 'Active' ? undefined : facts.stateReasonCode;
  const reason = unfit ?? (lastUpdateStatus === 'Failed' ? facts.lastUpdateReasonCode : undefined);
  return {
    lambdaExists: exists,
    // Without its configuration nothing is known of its network.
    ...(runtime === undefined ? {} : { vpc: vpc !== undefined }),
    reservedConcurrency: facts.reservedConcurrency,
    invocable: facts.invocable,
    stateReasonCode: reason,
    environmentError: facts.environmentError,
  };
}
