/** How a profile comes by its credentials; `none`: it holds settings only. */
export type ProfileKind = 'keys' | 'sso' | 'role' | 'process' | 'web-identity' | 'login' | 'none';

/**
 * What the files say about whether a profile will do. A closed list, so that the browser's words cannot carry
 * anything of the files beyond names. `untried`: nothing speaks against it, and only choosing it will tell.
 */
export type ProfileStateCode =
  | 'untried'
  | 'sso-valid'
  | 'sso-renews'
  | 'sso-expired'
  | 'sso-absent'
  | 'sso-incomplete'
  | 'session-missing'
  | 'keys-incomplete'
  | 'role-invalid'
  | 'role-without-source'
  | 'source-missing'
  | 'source-loop'
  | 'source-empty'
  | 'mfa'
  | 'credential-source'
  | 'token-file-missing'
  | 'no-credentials';

/** The state of a profile, with the instant or the name it speaks of. */
export interface ProfileState {
  readonly code: ProfileStateCode;
  /** ISO instant at which the IAM Identity Center sign-in ends or has ended. */
  readonly at?: string;
  /** The profile, session, setting or value that is the matter; never one that may be secret. */
  readonly about?: string;
}

/** A profile as the browser may know it: names only, nothing that signs and no command. */
export interface ProfileRow {
  readonly name: string;
  readonly kind: ProfileKind;
  /** Twelve digits, where the files name the account. */
  readonly account?: string;
  readonly role?: string;
  readonly region?: string;
  readonly state: ProfileState;
}

/** What is the matter with one of the two files; `absent` is no fault as long as the other is there. */
export interface ProfileFile {
  readonly path: string;
  readonly state: 'read' | 'absent' | 'unreadable' | 'refused';
  /** Numbers of the lines that mean nothing to AWS's tools, the first of them at most. */
  readonly strayLines: readonly number[];
}

/** The profiles of the computer the console runs on. */
export interface ProfileListing {
  readonly profiles: readonly ProfileRow[];
  readonly files: readonly ProfileFile[];
}

/** The states with which choosing a profile is of no use before its files are changed. */
const broken: ReadonlySet<ProfileStateCode> = new Set([
  'sso-incomplete',
  'session-missing',
  'keys-incomplete',
  'role-invalid',
  'role-without-source',
  'source-missing',
  'source-loop',
  'source-empty',
  'mfa',
  'credential-source',
  'token-file-missing',
  'no-credentials',
]);

/** Whether a profile cannot be signed in with as its files stand. */
export function isBroken({ code }: ProfileState): boolean {
  return broken.has(code);
}
