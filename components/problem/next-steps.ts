import type { ProblemCode } from '@/lib/contract/problem';

/** What an operator does next, for each way a request can fail. */
export const nextSteps: Readonly<Record<ProblemCode, string>> = {
  'sign-in-expired': 'Sign in again. What you typed here stays until you leave the page.',
  'scope-ended':
    'Add this account and role to your sign-in again, with new credentials; the others go on. What you typed here stays until you leave the page.',
  'scope-not-held':
    'Add the account and role to your sign-in, or ask whoever sent you here for another link.',
  'credentials-refused':
    'The account may not have enabled this region. If other regions answer the same, the keys were deactivated or this computer’s clock is off: sign in again.',
  'access-denied': 'Ask for the missing permission, or sign in with a role that has it.',
  'kms-refused': 'Check that your role may use the KMS key, and that the key is enabled.',
  'origin-refused':
    'Open the console at the address it was started for. If you did, report this with the request id.',
  'launch-needed':
    'Open the address that npm start printed in the terminal; it is new at each start. Or sign in with access keys.',
  'read-only': 'Nothing was asked of AWS. Changes are made at another console, or by other means.',
  'operation-unknown': 'This is a fault of the console. Report it with the request id.',
  'secret-not-found': 'It may have been deleted, renamed, or live in another region. Go back to the list.',
  'key-not-found':
    'The key or alias may have been deleted, or be of another account or region. What is encrypted under it cannot be read.',
  'secret-exists': 'Choose another name, or put a new version into the existing secret.',
  'deletion-scheduled': 'Restore the secret first, then try again.',
  'managed-by-service': 'Make the change in the service that manages the secret.',
  'function-not-invocable':
    'Check that the function exists, and that its policy lets secretsmanager.amazonaws.com invoke it. Nothing was changed.',
  'rotation-unfinished':
    'Wait until the rotation has ended, or take AWSPENDING off the version it was left on.',
  'label-moved': 'Nothing was changed. Look at where the label is now, then decide again.',
  'state-refused': 'Look at the secret again: its state may have changed since this page was read.',
  'page-expired': 'Start the listing again.',
  'input-invalid': 'Correct the fields named here.',
  'policy-rejected': 'Correct the policy where AWS points to.',
  'quota-reached': 'Remove something that is no longer used, or ask AWS to raise the quota.',
  'limit-reached': 'Wait a minute, then try again. Nothing was asked of AWS.',
  throttled: 'Reads try again by themselves. Repeat a write once the rate has fallen.',
  'answer-lost': 'Read the secret again before you repeat this: it may have happened.',
  'aws-unavailable': 'Try again. Every region is read by itself.',
  unexpected: 'Try again. If it stays, report it with the request id.',
};
