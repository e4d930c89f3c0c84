import { AwsError, type Operation } from '../../operation.ts';
import { flag, list, oneOf, readInput, required, structure, text } from '../secretsmanager/fields.ts';
import { metadataOf } from './describe-key.ts';
import { invalid } from './errors.ts';
import { requireSafePolicy } from './key-policies.ts';
import { addKey } from './make-key.ts';
import { policyText } from './members.ts';
import { defaultPolicy } from './policies.ts';
import { KEY_SPECS, KEY_USAGES, type KeySpec, type KeyUsage, usagesOf } from './specs.ts';
import { keysIn } from './state.ts';

const ORIGINS = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const;

/** CreateKey: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const createKey: Operation = (input, call) => {
  const read = readInput(input, {
    Policy: policyText,
    Description: text({ max: 8192 }),
    KeyUsage: oneOf(KEY_USAGES),
    CustomerMasterKeySpec: oneOf(KEY_SPECS),
    KeySpec: oneOf(KEY_SPECS),
    Origin: oneOf(ORIGINS),
    MultiRegion: flag(),
    BypassPolicyLockoutSafetyCheck: flag(),
    Tags: list(
      structure({ TagKey: required(text({ min: 1, max: 128 })), TagValue: required(text({ max: 256 })) }),
      { min: 0, max: 200 },
    ),
  });
  call.authorize({ action: 'kms:CreateKey', resource: '*' });
  if (read.Origin !== undefined && read.Origin !== 'AWS_KMS') {
    throw new AwsError(
      'UnsupportedOperationException',
      `The sandbox makes no keys of origin ${read.Origin}.`,
    );
  }
  const spec = read.KeySpec ?? read.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  const usage = usageOf(spec, read.KeyUsage);
  const place = { account: call.principal.account, region: call.region };
  const key = addKey(call, place, {
    description: read.Description ?? '',
    spec,
    usage,
    manager: 'CUSTOMER',
    multiRegion: read.MultiRegion,
    tags: read.Tags ?? [],
    policy: read.Policy ?? defaultPolicy(place.account, place.region),
  });
  if (read.Policy !== undefined && !read.BypassPolicyLockoutSafetyCheck) {
    try {
      requireSafePolicy(call, key, read.Policy);
    } catch (cause) {
      keysIn(call.state.kms, place.account, place.region).keys.delete(key.id);
      throw cause;
    }
  }
  return { KeyMetadata: metadataOf(key) };
};

function usageOf(spec: KeySpec, wanted: KeyUsage | undefined): KeyUsage {
  if (wanted === undefined) {
    if (spec === 'SYMMETRIC_DEFAULT') return 'ENCRYPT_DECRYPT';
    throw invalid('You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.');
  }
  if (usagesOf(spec).includes(wanted)) return wanted;
  throw invalid(`KeyUsage ${wanted} is not compatible with KeySpec ${spec}`);
}
