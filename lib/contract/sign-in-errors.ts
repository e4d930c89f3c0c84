/** Why a sign-in failed: a closed list, so that next-auth's error parameter cannot carry anything else. */
export const signInErrors = {
  'keys-refused':
    'AWS does not accept these keys. Check for a missing session token, a deactivated key, or a clock that is off.',
  'keys-expired': 'The session token has expired. Fetch a new one and paste it again.',
  'keys-malformed': 'An access key id starts with AKIA or ASIA; the secret access key belongs to it.',
  'region-unknown': 'No AWS region has a name of this form. An example: us-east-1.',
  'aws-throttled': 'AWS is limiting the rate of requests. Nothing was stored; try again in a minute.',
  'aws-unreachable': 'AWS did not answer. Nothing was stored; try again.',
  'operator-unknown': 'The sandbox knows no such operator.',
} as const;

/** A code of the list above. */
export type SignInErrorCode = keyof typeof signInErrors;
