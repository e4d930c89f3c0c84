/** What a session's name may be made of, 2 to 64 of it. */
const OTHER = /[^\w+=,.@-]/g;
const LONGEST = 64;

/** What a token says of a person. */
export interface Person {
  readonly subject: string;
  readonly email?: string | undefined;
  /** Whether the provider has made sure of the address. */
  readonly verified?: boolean | undefined;
  readonly username?: string | undefined;
}

/**
 * The name under which CloudTrail will know a person: a verified email address as it is, else what they are called and
 * a mark of their subject, so that no two people are alike. `mark` is a digest of issuer and subject, 12 characters or
 * more of AWS's alphabet.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function sessionNameOf({ subject, email, verified, username }: Person, mark: string): string {
  if (email !== undefined && verified === true && isName(email)) return email.toLowerCase();
  const called = (email ?? username ?? subject).toLowerCase().replace(OTHER, '-');
  const tail = `-${mark.slice(0, 12)}`;
  return called.slice(0, LONGEST - tail.length) + tail;
}

const isName = (text: string) => /^[\w+=,.@-]{2,64}$/.test(text) && text.includes('@');
