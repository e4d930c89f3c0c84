import type { Rule } from '../clue.ts';

// Alternating users need a second secret, that of a superuser.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html
export const adminSecretMissing: Rule = {
  cause: 'admin-secret-missing',
  clues: [
    {
      sign: /masterarn['"]? key is missing from secret JSON|KeyError: ['"](?:master_?arn|masterArn|master_?secret_?arn|admin_?secret_?arn|admin_?arn|superuser_?(?:secret_?)?arn|masterSecretArn|adminSecretArn|adminArn|superuserSecretArn)['"]/i,
      weight: 97,
      says: 'The secret names no superuser secret (masterarn)',
      unless: /environ/,
    },
    {
      sign: /\b(?:no|missing|without|lacks?(?: a)?|undefined|empty|not set|required)\b[^\n]{0,30}\b(?:master_?arn|masterarn|master[_ ]secret|admin[_ ]secret|superuser[_ ]secret)\b|\b(?:master_?arn|masterarn|(?:master|admin|superuser|root)[_ ]?(?:user )?secret(?:[_ ]?arn)?)\b[^\n]{0,80}\b(?:is missing|missing|not found|does ?n[o']t exist|undefined|is (?:not set|null|empty|none|required)|could not be found|cannot be found|has been deleted|not (?:set|configured|provided|specified)|marked for deletion|can['’]t find)/i,
      weight: 93,
      says: 'The superuser secret is missing',
      unless: /AccessDenied|not authorized/,
    },
    {
      sign: /Secrets Manager can['’]t find the specified secret\.(?! value)/i,
      weight: 72,
      says: 'A secret that the function reads does not exist',
      unless: /DescribeSecret/,
    },
    {
      sign: /\bmarked for deletion\b|scheduled for deletion/i,
      weight: 74,
      says: 'The superuser secret is being deleted',
      needs: /master|admin|superuser/i,
    },
  ],
};
