import type { Rule } from '../clue.ts';

// https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
export const kmsKeyUnavailable: Rule = {
  cause: 'kms-key-unavailable',
  clues: [
    {
      sign: /KMSInvalidState(?:Exception)?|DisabledException|KeyUnavailableException|KMSInternalException|is pending (?:deletion|import)|PendingDeletion|PendingImport|(?:key|cmk|:key\/[\w-]{1,60}|kms)\b[^\n]{0,80}\bis (?:currently )?disabled|invalid state for this operation|key is (?:not enabled|unavailable|disabled|scheduled for deletion)/i,
      weight: 94,
      says: 'The key is not in a state in which it can be used',
      unless: /environment variables|KMSDisabledException(?!.{0,80}calling)/i,
    },
    {
      sign: /DecryptionFailure|EncryptionFailure|can['’]t (?:de|en)crypt the protected secret (?:text|value)|check that the (?:customer master key|KMS key|CMK)[^\n]{0,60}(?:available|enabled)/i,
      weight: 92,
      says: 'Secrets Manager could not use the key of the secret',
    },
    {
      sign: /Key '[^'\n]{0,200}' does not exist|Invalid keyId|Alias [^\n]{1,200} is not found|NotFoundException[^\n]{0,120}(?:kms|:key\/|:alias\/)|IncorrectKeyException|InvalidKeyUsageException|(?:kms )?key[^\n]{0,60}(?:could not be found|was not found|not found|no longer exists)[^\n]{0,40}kms/i,
      weight: 90,
      says: 'The key does not exist',
      unless: /environment variables/i,
    },
    {
      sign: /can['’]t access a secret from a different AWS account if you encrypt the secret with the default KMS/i,
      weight: 88,
      says: 'The default key cannot be used across accounts',
    },
  ],
};
