import type { Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { boto, loads } from '../python.ts';
import type { Flavour } from './flavours.ts';

/** What the templates read of a secret; the members they do not know travel along. */
export interface Credentials {
  readonly [member: string]: unknown;
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly masterarn?: string;
  readonly ssl: boolean | undefined;
}

/** Which version of a secret. */
export interface Wanted {
  readonly arn: string;
  readonly stage: string;
  readonly token?: string | undefined;
}

/**
 * Reads a version as the templates do, and checks what they check: the engine and the members they need.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
 */
export function* secretDict(
  around: Surroundings,
  flavour: Flavour,
  { arn, stage, token }: Wanted,
  needed: readonly string[] = [],
): Running<Credentials> {
  const { SecretString } = yield* boto(around, 'GetSecretValue', {
    SecretId: arn,
    ...(token === undefined ? {} : { VersionId: token }),
    VersionStage: stage,
  });
  const read = loads(String(SecretString ?? ''));
  if (typeof read.engine !== 'string' || !flavour.accepted.includes(read.engine)) {
    const sentence = `Database engine must be set to '${flavour.accepted[0]}' in order to use this rotation lambda`;
    throw new Raised('KeyError', `"${sentence}"`);
  }
  for (const member of ['host', 'username', 'password', ...needed]) {
    if (typeof read[member] !== 'string') {
      throw new Raised('KeyError', `'${member} key is missing from secret JSON'`);
    }
  }
  const { ssl } = read;
  const text = typeof ssl === 'string' ? ssl.toLowerCase() : String(ssl);
  return { ...read, ssl: text === 'true' ? true : text === 'false' ? false : undefined } as Credentials;
}

/** The JSON a secret is stored as. */
export function dumps({ ssl, ...members }: Credentials): string {
  return JSON.stringify(ssl === undefined ? members : { ...members, ssl });
}
