import 'server-only';
import { type Problem, problemOf } from '@/lib/contract/problem';
import type { AwsOperator } from './credentials';
import { readSecret } from './secrets';
import { toSecretDetail } from './to-secret';

/**
 * Says why AWS refused to rotate. A function that is missing or may not be invoked is refused as AccessDenied, too, but
 * not in the words of a missing right; for the rest the secret is read again instead of matching prose.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export async function explainRotation(
  operator: AwsOperator,
  region: string,
  arn: string | undefined,
  problem: Problem,
): Promise<Problem> {
  const { detail, requestId } = problem;
  const again = (code: Parameters<typeof problemOf>[0]) =>
    problemOf(code, {
      ...{ region, operation: 'RotateSecret' },
      ...(arn === undefined ? {} : { resource: arn }),
      ...(detail === undefined ? {} : { detail }),
      ...(requestId === undefined ? {} : { requestId }),
    });
  if (problem.code === 'access-denied') {
    return /not authorized to perform/.test(detail ?? '') || !/\bLambda\b/.test(detail ?? '')
      ? problem
      : again('function-not-invocable');
  }
  if (problem.code !== 'state-refused' || arn === undefined) return problem;
  try {
    const { output } = await readSecret(operator, region, arn);
    const secret = toSecretDetail(output, region);
    const pending = secret?.holders.AWSPENDING;
    if (secret?.deleted) return again('deletion-scheduled');
    if (pending !== undefined && pending !== secret?.holders.AWSCURRENT) return again('rotation-unfinished');
    return problem;
  } catch {
    // The first refusal is the one to report.
    return problem;
  }
}
