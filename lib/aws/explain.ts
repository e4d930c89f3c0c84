import 'server-only';
import type { OperationInput } from '@/lib/contract/operations';
import { type Problem, ProblemError, problemOf } from '@/lib/contract/problem';
import type { AwsOperator } from './credentials';
import { readSecret } from './secrets';
import { toSecretDetail } from './to-secret';

const TELLS_NOTHING = new Set(['input-invalid', 'state-refused', 'secret-not-found']);

/**
 * Says why AWS refused a label move. AWS documents that a stale RemoveFromVersionId fails, but under no fault
 * of its own, so the secret is read again instead of matching prose.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export async function explainLabelMove(
  operator: AwsOperator,
  region: string,
  input: OperationInput<'UpdateSecretVersionStage'>,
  problem: Problem,
): Promise<Problem> {
  if (!TELLS_NOTHING.has(problem.code) || !input.SecretId || !input.VersionStage) return problem;
  const known = problem.detail === undefined ? {} : { detail: problem.detail };
  const about = { region, operation: 'UpdateSecretVersionStage', resource: input.SecretId, ...known };
  const requestId = problem.requestId === undefined ? {} : { requestId: problem.requestId };
  try {
    const { output } = await readSecret(operator, region, input.SecretId);
    const secret = toSecretDetail(output, region);
    const again = (code: Parameters<typeof problemOf>[0]) => problemOf(code, { ...about, ...requestId });
    if (!secret) return problem;
    if (secret.deleted) return again('deletion-scheduled');
    if (secret.holders[input.VersionStage] !== input.RemoveFromVersionId) return again('label-moved');
    if (secret.owningService) return again('managed-by-service');
    return again('state-refused');
  } catch (cause) {
    // The first refusal is the one to report; only a secret that is gone says more.
    return cause instanceof ProblemError && cause.problem.code === 'secret-not-found'
      ? cause.problem
      : problem;
  }
}
