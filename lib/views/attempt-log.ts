import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { AskedAttempt, Diagnosed } from '@/lib/contract/rotation';
import { readEvidence } from './evidence';

/** Why one run of a rotation failed: the evidence of a single attempt. Nothing is queried that AWS bills. */
export async function readAttemptLog(
  operator: AwsOperator,
  asked: AskedAttempt & { readonly functionArn: string },
  signal: AbortSignal,
): Promise<Diagnosed> {
  for await (const line of readEvidence(operator, [asked], { scan: false, limit: -1 }, signal))
    if (line.kind === 'diagnosed') return line.diagnosed;
  throw new ProblemError(problemOf('unexpected'));
}
