import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { AwsOperator } from './credentials';
import { readSecret } from './secrets';
import { toSecretDetail } from './to-secret';

/**
 * Refuses as `label-moved` when AWSCURRENT is no longer where the operator saw it. PutSecretValue has no compare of its
 * own, so this reads just before; a move within the milliseconds between cannot be seen. That the new version itself
 * holds AWSCURRENT is the same request a second time, which AWS answers with the first one's success.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export async function requireCurrent(
  operator: AwsOperator,
  region: string,
  arn: string,
  { seen, token }: { readonly seen: string | null; readonly token: string },
): Promise<void> {
  const { output, requestId } = await readSecret(operator, region, arn);
  const now = toSecretDetail(output, region)?.holders.AWSCURRENT ?? null;
  if (now === seen || now === token) return;
  const about = { region, operation: 'PutSecretValue', resource: arn, requestId };
  throw new ProblemError(
    problemOf('label-moved', { ...about, detail: 'AWSCURRENT is on another version; nothing was written.' }),
  );
}
