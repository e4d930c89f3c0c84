import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { readKmsKey } from '@/lib/aws/kms-key';
import type { KeyReading } from '@/lib/contract/answers';

/** One KMS key, asked in the region of its ARN, or in the secret's where it is named without one. */
export async function readKeyView(
  operator: AwsOperator,
  { region, key }: { readonly region: string; readonly key: string },
): Promise<KeyReading> {
  const own = /^arn:[^:]+:kms:([^:]+):/.exec(key)?.[1];
  return readKmsKey(operator, own ?? region, key);
}
