import 'server-only';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { KmsKey } from '@/lib/domain/kms-key';
import { kms } from './client';
import type { AwsOperator } from './credentials';
import { send } from './send';

/**
 * A key's state, by id, ARN or alias. Needs `kms:DescribeKey`; nothing is encrypted or decrypted.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export async function readKmsKey(
  operator: AwsOperator,
  region: string,
  key: string,
): Promise<{ key: KmsKey; at: string }> {
  const client = kms(operator, region);
  const command = new DescribeKeyCommand({ KeyId: key });
  const { output, at } = await send(command, (options) => client.send(command, options), {
    action: 'kms:DescribeKey',
    region,
    resource: key,
  });
  const { Arn, KeyManager, KeyState, Description, DeletionDate } = output.KeyMetadata ?? {};
  return {
    at,
    key: {
      asked: key,
      manager: KeyManager ?? 'unknown',
      state: KeyState ?? 'unknown',
      ...(Arn ? { arn: Arn } : {}),
      ...(Description ? { description: Description } : {}),
      ...(DeletionDate ? { deletion: DeletionDate.toISOString() } : {}),
    },
  };
}
