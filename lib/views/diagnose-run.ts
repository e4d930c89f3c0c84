import 'server-only';
import type { Problem } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed, NoLogs } from '@/lib/contract/rotation';
import type { StreamEntry } from '@/lib/domain/rotation/failed-run-of';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { redact } from '@/lib/domain/rotation/redact';
import { evidenceFrom } from '@/lib/domain/triage/evidence';
import { explain } from '@/lib/domain/triage/explain';

/** The log of one run, or why there is none to be had. */
export type FoundRun =
  | { readonly run: readonly StreamEntry[] }
  | { readonly because: NoLogs; readonly problem?: Problem };

/** Why a run failed: diagnosed by its lines as they are, and redacted before anything of them leaves the server. */
export function diagnoseRun(
  asked: AskedAttempt,
  facts: FunctionFacts | undefined,
  found: FoundRun,
): Diagnosed {
  const run = 'run' in found ? found.run : [];
  const causes = explain(
    evidenceFrom({
      log: run.map(({ text }) => text),
      cloudtrail: { eventName: 'RotationFailed', errorMessage: asked.message },
      state: { ...stateOf(facts), rotationEnabled: asked.rotationEnabled, pendingStuck: asked.pendingStuck },
      ...(facts?.runtime ? { runtime: facts.runtime } : {}),
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
