import type { JsonWebKey } from 'node:crypto';
import { parsePolicy } from '../../identity/parse-policy.ts';
import type { Principal, Statement } from '../../operation.ts';

/** An account of the world, and what its principals may do at most. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The address of its root user. */
  readonly email: string;
  /** Stands for the account's service control policies. */
  boundary: readonly Statement[];
}

/** What users and roles have in common: inline policies and tags. */
export interface Holder {
  readonly account: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly created: Date;
  readonly tags: ReadonlyMap<string, string>;
  /** Inline policies by name. */
  readonly policies: Map<string, HeldPolicy>;
  /** The statements of all policies as they are now: another list after each change. */
  statements: readonly Statement[];
}

/** An inline policy: its text as given, and what it says. */
export interface HeldPolicy {
  readonly json: string;
  readonly statements: readonly Statement[];
}

/** A user. */
export interface User extends Holder {
  readonly principal: Principal;
}

/** A role. */
export interface Role extends Holder {
  readonly description: string | undefined;
  /** How many seconds a session may last. */
  readonly longest: number;
  /** The JSON of its trust policy. */
  trust: string;
}

/** An access key of a user. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly user: User;
}

/** Temporary credentials that STS gave out. */
export interface IssuedKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly principal: Principal;
  readonly session: { readonly token: string; readonly expiration: Date };
}

/** A user's virtual MFA device. */
export interface MfaDevice {
  readonly serial: string;
  readonly userArn: string;
  readonly key: Uint8Array;
  /** The steps whose code was used, which is good once. */
  readonly used: Set<number>;
}

/** An identity provider whose tokens roles may trust. */
export interface OidcProvider {
  readonly arn: string;
  /** The issuer without `https://`. */
  readonly issuer: string;
  readonly audiences: readonly string[];
}

/** IAM and STS of all accounts. Users and roles are kept by account and name, whose case does not matter. */
export interface IamState {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly users: Map<string, User>;
  readonly roles: Map<string, Role>;
  readonly providers: Map<string, OidcProvider>;
  readonly accessKeys: Map<string, AccessKey>;
  readonly issued: Map<string, IssuedKey>;
  /** By serial number. */
  readonly mfaDevices: Map<string, MfaDevice>;
  /** What providers publish as their JWKS, by issuer without `https://`, as the control API was told. */
  readonly jwks: Map<string, readonly JsonWebKey[]>;
}

/** The account of the operators. */
export const HOME = '441200879921';

const FULL_ACCESS: readonly Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

const account = (id: string, name: string): [string, Account] => [
  id,
  { id, name, email: `aws+${name}@acme.example`, boundary: FULL_ACCESS },
];

/** Three accounts nobody lives in yet. */
export function createIamState(): IamState {
  return {
    accounts: new Map([
      account(HOME, 'production'),
      account('602733145908', 'shared-services'),
      account('917350284466', 'staging'),
    ]),
    users: new Map(),
    roles: new Map(),
    providers: new Map(),
    accessKeys: new Map(),
    issued: new Map(),
    mfaDevices: new Map(),
    jwks: new Map(),
  };
}

/** The place of a user or role in its map. */
export function placeOf(account: string, name: string): string {
  return `${account}/${name.toLowerCase()}`;
}

/** Gives a user or role an inline policy, in place of one of that name. Throws PolicyError. */
export function putPolicy(holder: Holder, name: string, json: string): void {
  holder.policies.set(name, { json, statements: parsePolicy(json, 'identity') });
  refresh(holder);
}

/** Takes an inline policy away; answers whether there was one. */
export function deletePolicy(holder: Holder, name: string): boolean {
  const found = holder.policies.delete(name);
  refresh(holder);
  return found;
}

/** Sets what an account's principals may do at most, as its service control policies do. Throws PolicyError. */
export function setBoundary(account: Account, json: string): void {
  account.boundary = parsePolicy(json, 'identity');
}

function refresh(holder: Holder): void {
  holder.statements = [...holder.policies.values()].flatMap(({ statements }) => statements);
}
