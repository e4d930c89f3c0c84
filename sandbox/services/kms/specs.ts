import type { Json } from '../../operation.ts';

/** What a key is made for. */
export type KeyUsage = 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC';

/** Every usage, in AWS's spelling. */
export const KEY_USAGES = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
] as const satisfies KeyUsage[];

/** The kinds of keys the sandbox can make, in AWS's spelling. */
export const KEY_SPECS = [
  'SYMMETRIC_DEFAULT',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
] as const;

/** One kind of key. */
export type KeySpec = (typeof KEY_SPECS)[number];

const RSA_SIGNING = ['PKCS1_V1_5', 'PSS'].flatMap((padding) =>
  ['SHA_256', 'SHA_384', 'SHA_512'].map((hash) => `RSASSA_${padding}_${hash}`),
);

const ECC_SIGNING: Partial<Record<KeySpec, string>> = {
  ECC_NIST_P256: 'ECDSA_SHA_256',
  ECC_NIST_P384: 'ECDSA_SHA_384',
  ECC_NIST_P521: 'ECDSA_SHA_512',
  ECC_SECG_P256K1: 'ECDSA_SHA_256',
};

/**
 * The usages a kind of key allows.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-KeyUsage
 */
export function usagesOf(spec: KeySpec): readonly KeyUsage[] {
  if (spec === 'SYMMETRIC_DEFAULT') return ['ENCRYPT_DECRYPT'];
  if (spec.startsWith('HMAC_')) return ['GENERATE_VERIFY_MAC'];
  return spec.startsWith('RSA_') ? ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'] : ['SIGN_VERIFY'];
}

/**
 * The algorithms DescribeKey lists for a key.
 * https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export function algorithmsOf(spec: KeySpec, usage: KeyUsage): Json {
  if (spec === 'SYMMETRIC_DEFAULT') return { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] };
  if (usage === 'GENERATE_VERIFY_MAC') return { MacAlgorithms: [spec.replace('HMAC_', 'HMAC_SHA_')] };
  if (usage === 'SIGN_VERIFY')
    return { SigningAlgorithms: ECC_SIGNING[spec] ? [ECC_SIGNING[spec]] : RSA_SIGNING };
  return { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] };
}
