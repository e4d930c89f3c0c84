/**
 * The ways to sign in that exist; `center` is IAM Identity Center, `company` the company's own provider, `sandbox` only while the AWS endpoint is on loopback, `profile` only for whoever
 * started a console that listens on loopback.
 */
export type SignInWay = 'sandbox' | 'center' | 'company' | 'profile' | 'keys';

/** An account and role or user of a sign-in. */
export interface PlaceInfo {
  readonly scope: string;
  /** Twelve digits. */
  readonly account: string;
  /** What the team calls the account, where it has said so. */
  readonly accountName?: string;
  readonly name: string;
  readonly arn: string;
  /** Whether every change in the account asks for a name to be typed. */
  readonly protected: boolean;
  /** ISO instant (wall time) at which its own credentials end; absent where they last as long as the sign-in. */
  readonly expires?: string;
}

/** Who is signed in, as the browser may know it: never a credential. */
export interface OperatorInfo {
  /** The role or user name, or the sandbox operator's name. */
  readonly name: string;
  /** Twelve digits. */
  readonly account: string;
  /** What the team calls the account, where it has said so. */
  readonly accountName?: string;
  readonly arn: string;
  /** `<account id>.<role or user name>`, the first element of every door path. */
  readonly scope: string;
  /** Whether every change in the account asks for a name to be typed. */
  readonly protected: boolean;
  /** Every account and role of this sign-in; the first is the one it began with, of which all else here speaks. */
  readonly places: readonly PlaceInfo[];
  /** Tells this sign-in from another of the same scope; sent back with every request, good for nothing else. */
  readonly mark: string;
  /** ISO instant (wall time) at which the sign-in ends. */
  readonly expires: string;
  readonly way: SignInWay;
  /** Whether AWS is the sandbox on loopback. */
  readonly sandbox: boolean;
  /** Whether this console changes nothing, whoever is signed in. */
  readonly readOnly: boolean;
}

/** The header that carries the mark of the sign-in a page was loaded with. */
export const MARK_HEADER = 'x-keyturn-sign-in';

/** An operator the sandbox offers before sign-in: a name to choose, without its keys. */
export interface SandboxOperator {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  readonly rights: string;
}
