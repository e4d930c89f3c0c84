/** What AWS's message about a failed replica comes to, and what helps. */
export interface FailureMeaning {
  readonly kind: 'name-taken' | 'key-rights' | 'key-unusable' | 'region-off' | 'unknown';
  readonly means: string;
  readonly next: string;
}

/**
 * Explains the StatusMessage of a failed replica. AWS documents the causes, not the sentences, so only plain words are
 * looked for and everything else stays unexplained.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
 */
export function failureMeaning(message: string | undefined): FailureMeaning {
  const text = (message ?? '').toLowerCase();
  if (text.includes('already exists')) {
    return {
      kind: 'name-taken',
      means: 'That region has a secret of its own with this name, and AWS does not replace it unasked.',
      next: 'Compare both. Rename or delete the other secret and retry, or retry and overwrite it.',
    };
  }
  if (/\bpermission/.test(text) || text.includes('not authorized') || text.includes('access')) {
    return {
      kind: 'key-rights',
      means:
        'The keys may not be used: decrypting needs the primary’s key, encrypting the key of that region.',
      next: 'Give kms:Decrypt on the primary’s key, and kms:GenerateDataKey and kms:Encrypt on that region’s; then retry.',
    };
  }
  if (text.includes('key') || text.includes('kms')) {
    return {
      kind: 'key-unusable',
      means: 'The KMS key asked for in that region is not there, or is disabled.',
      next: 'Retry with a key that exists and is enabled in that region.',
    };
  }
  if (text.includes('region') && text.includes('enabled')) {
    return {
      kind: 'region-off',
      means: 'The account has not enabled that region.',
      next: 'Enable the region for the account and retry, or remove it from the replication.',
    };
  }
  return {
    kind: 'unknown',
    means: 'AWS gives no cause that is documented.',
    next: 'Check name, keys and region, then retry.',
  };
}
