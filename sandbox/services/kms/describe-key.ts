import type { Json, Operation } from '../../operation.ts';
import { readInput } from '../secretsmanager/fields.ts';
import { present, seconds } from '../secretsmanager/wire.ts';
import { openKey } from './find-key.ts';
import { keyId } from './members.ts';
import { algorithmsOf } from './specs.ts';
import type { KmsKey } from './state.ts';

/** DescribeKey: https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const describeKey: Operation = (input, call) => {
  const read = readInput(input, { KeyId: keyId });
  return { KeyMetadata: metadataOf(openKey(call, read.KeyId)) };
};

/** A key as DescribeKey and CreateKey show it. */
export function metadataOf(key: KmsKey): Json {
  return present({
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: seconds(key.createdDate),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    DeletionDate: key.deletionDate && seconds(key.deletionDate),
    Origin: 'AWS_KMS',
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...algorithmsOf(key.spec, key.usage),
    MultiRegion: key.multiRegion,
    MultiRegionConfiguration: key.multiRegion
      ? {
          MultiRegionKeyType: 'PRIMARY',
          PrimaryKey: { Arn: key.arn, Region: key.region },
          ReplicaKeys: [],
        }
      : undefined,
  });
}
