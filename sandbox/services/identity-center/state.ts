/** A program that registered itself, for 90 days. */
export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** Empty for clients that ask for none: theirs is the older way in, without refreshing. */
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  readonly redirectUris: readonly string[];
  /** The start URL the client was registered for. */
  readonly issuerUrl: string | undefined;
  /** Epoch milliseconds of the world's time. */
  readonly endsAt: number;
}

/** What somebody is asked to allow a client: by the code of a device, or on the way back to a redirect URI. */
export interface Ask {
  readonly client: Client;
  /** Epoch milliseconds of the world's time. */
  endsAt: number;
  answer: 'pending' | 'refused' | { readonly person: string };
  /** A code gives tokens once. */
  used: boolean;
}

/** The request of a device. */
export interface DeviceAsk extends Ask {
  readonly userCode: string;
  /** Epoch milliseconds of the world's time. */
  polledAt: number | undefined;
}

/** The request of a program that a browser is to come back to. */
export interface CodeAsk extends Ask {
  readonly code: string;
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** The SHA-256 of the program's verifier, as base64url. */
  readonly challenge: string;
}

/** Somebody's time in the access portal. It ends by the wall's time, as all sessions. */
export interface SignIn {
  readonly person: string;
  readonly client: Client;
  /** Epoch milliseconds. */
  endsAt: number;
}

/** A token that opens the portal for a while. */
export interface AccessToken {
  readonly signIn: SignIn;
  /** Epoch milliseconds. */
  endsAt: number;
}

/** IAM Identity Center of the organisation: who may take which role, and who is signing in. */
export interface IdentityCenterState {
  /** Permission sets by person and account. */
  readonly assignments: Map<string, Map<string, Set<string>>>;
  readonly clients: Map<string, Client>;
  /** By device code. */
  readonly devices: Map<string, DeviceAsk>;
  /** By the id of the request in the address of the page. */
  readonly logins: Map<string, CodeAsk>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, SignIn>;
  /** Seconds a device has to wait between two polls. */
  interval: number;
}

/** Nobody is assigned anything, and nobody signs in. */
export function createIdentityCenter(): IdentityCenterState {
  return {
    assignments: new Map(),
    clients: new Map(),
    devices: new Map(),
    logins: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    interval: 5,
  };
}

/** The same assignments once more; nobody signs in while a world is built. */
export function copyIdentityCenter({ assignments, interval }: IdentityCenterState): IdentityCenterState {
  return { ...createIdentityCenter(), assignments: structuredClone(assignments), interval };
}
