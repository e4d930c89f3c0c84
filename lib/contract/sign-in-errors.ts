/** Why a sign-in failed: a closed list, so that next-auth's error parameter cannot carry anything else. */
export const signInErrors = {
  'keys-refused':
    'AWS does not accept these keys. Check for a missing session token, a deactivated key, or a clock that is off.',
  'keys-expired': 'The session token has expired. Fetch a new one and paste it again.',
  'keys-malformed': 'An access key id starts with AKIA or ASIA; the secret access key belongs to it.',
  'region-unknown': 'No AWS region has a name of this form. An example: us-east-1.',
  'aws-throttled': 'AWS is limiting the rate of requests. Nothing was stored; try again in a minute.',
  'aws-unreachable': 'AWS did not answer. Nothing was stored; try again.',
  'sign-in-over':
    'The sign-in this was to be added to has ended, or this browser has another now. Read the page again.',
  'other-way': 'What is added has to come by the same way of sign-in.',
  'places-full':
    'One sign-in holds at most 10 accounts and roles, and fewer where keys come with long session tokens: the browser sends them all along. Leave one first.',
  'role-malformed':
    'AWS cannot read this: a role’s ARN looks like arn:aws:iam::123456789012:role/Name, a code of an MFA device has six digits.',
  'role-refused':
    'AWS did not let you assume this role. It may not trust you, may ask for an external id or a code of your MFA device, or you may lack sts:AssumeRole.',
  'operator-unknown': 'The sandbox knows no such operator.',
  'center-ended':
    'The approval at IAM Identity Center has ended, or was ended there. Get a new code and approve it.',
  'center-denied': 'The request was denied at IAM Identity Center. Begin again if that was not you.',
  'center-unknown':
    'What came back from IAM Identity Center was not begun in this browser, or has ended. Begin again.',
  'center-role-refused':
    'IAM Identity Center does not, or no longer, give you this role in this account. Read the accounts again.',
  'company-ended': 'The company sign-in has ended, or was begun in another browser. Sign in there again.',
  'company-failed':
    'The company sign-in did not come to an end: it was given up, refused, or its provider did not answer. Try again.',
  'company-too-large':
    'The company sign-in gave a token too large for a browser to keep. Whoever set it up can have it name fewer groups.',
  'company-role-refused':
    'AWS did not let you take this role. Whoever set up the company sign-in can look at the trust policy of the role.',
  'company-token-refused':
    'AWS does not accept the token of the company sign-in. Whoever set it up can look at the provider in IAM, its audience and its keys.',
  'launch-needed':
    'Profiles are for whoever started the console: open the address it printed in the terminal. That address is new at each start.',
  'profile-unknown': 'The files of this computer no longer hold this profile. Read them again.',
  'profile-broken':
    'This profile cannot be used as its files stand. Read them again: the list says what is wrong.',
  'profile-sso-expired':
    'The IAM Identity Center sign-in of this profile has ended. Sign in with the AWS CLI (aws sso login), then continue.',
  'profile-sso-failed':
    'IAM Identity Center gave no credentials for this profile. Check that the role is still assigned to you in that account, and that its region answers.',
  'profile-process-failed':
    'The command in credential_process ended with an error. Run it in a terminal to see what it says.',
  'profile-process-slow':
    'The command in credential_process did not end within 15 seconds and was stopped. It cannot ask for anything here: sign in with it in a terminal first.',
  'profile-process-unclear':
    'The command in credential_process did not print credentials as JSON of version 1. Run it in a terminal to see what it prints.',
  'profile-expired': 'The credentials of this profile have expired. Renew them, then continue.',
  'profile-keys-refused':
    'AWS does not accept the keys of this profile. They may be deactivated, mistyped or without their session token, or the account has not enabled its region.',
  'profile-role-refused':
    'AWS did not let this profile assume its role. Check the trust policy, the right to sts:AssumeRole, external_id and duration_seconds.',
  'profile-elsewhere':
    'This profile now leads to another account or role than the one you signed in to. Sign in again.',
  'profile-failed': 'This profile gave no credentials. Try it with the AWS CLI: aws sts get-caller-identity.',
} as const;

/** A code of the list above. */
export type SignInErrorCode = keyof typeof signInErrors;

/** Why a sign-in elsewhere came back without an end, by the address; next-auth's own words for it are one. */
export function failureIn(error: string | string[] | undefined): SignInErrorCode | undefined {
  if (error === undefined) return undefined;
  const isOurs = typeof error === 'string' && Object.hasOwn(signInErrors, error);
  return isOurs ? (error as SignInErrorCode) : 'company-failed';
}
