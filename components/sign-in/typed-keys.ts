/** What an operator signs in with; an absent session token is the empty text. */
export interface TypedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
  /** When the keys end, if a pasted block said so; else the empty text. */
  readonly expiration: string;
}

/** A field of the form. */
export type TypedKey = (typeof keyFields)[number];

/** What each is called in a sentence. */
export const keyWords: Readonly<Record<TypedKey, string>> = {
  accessKeyId: 'access key id',
  secretAccessKey: 'secret access key',
  sessionToken: 'session token',
  region: 'region',
};

/** The fields, in their order. */
export const keyFields = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'region'] as const;

/** What is wrong with a field, where something is. */
export type KeyErrors = Partial<Record<TypedKey, string>>;

/** What is wrong with the form, judged without AWS. */
export function wrongWith(keys: TypedKeys): KeyErrors {
  return {
    ...(!/^A[KS]IA[A-Z0-9]{12,124}$/.test(keys.accessKeyId) && {
      accessKeyId: 'An access key id starts with AKIA or ASIA, 16 letters and digits or more',
    }),
    ...(keys.secretAccessKey === '' && { secretAccessKey: 'The secret access key is missing' }),
    ...(keys.accessKeyId.startsWith('ASIA') &&
      keys.sessionToken === '' && { sessionToken: 'Keys that start with ASIA need their session token' }),
    ...(keys.region === '' && { region: 'A region is needed to check the keys' }),
  };
}
