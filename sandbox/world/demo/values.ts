import type { Json } from '../../operation.ts';
import type { Random } from '../../random.ts';

const DATABASE = /aurora|postgres|postgis|redshift|-ro$|db-|oracle|mysql|warehouse/;
const SIGNING = /-hmac$|signing|pepper|seed$|fernet/;
const CERTIFICATE = /-cert$|apns-key$|tls-/;

/** The engine or kind of system behind a secret, by its name; undefined for partners' keys. */
export function engineOf(name: string): string | undefined {
  const known = /redshift|oracle|mysql|redis|mongo|kafka|snowflake|opensearch/.exec(name)?.[0];
  if (known !== undefined) return known;
  return DATABASE.test(name) ? (name.includes('aurora') ? 'aurora-postgresql' : 'postgres') : undefined;
}

/** A value for a secret, visibly made up and never the same twice; `without` leaves members out. */
export function valueFor(random: Random, name: string, without: readonly string[] = []): Json {
  const fake = `sandbox-${random.suffix(24)}`;
  if (CERTIFICATE.test(name)) return { SecretBinary: Buffer.from(fake).toString('base64') };
  if (SIGNING.test(name)) return { SecretString: fake };
  if (DATABASE.test(name)) {
    const login = {
      engine: engineOf(name) === 'mysql' ? 'mysql' : 'postgres',
      host: 'db.sandbox.invalid',
      port: 5432,
      dbname: 'app',
      username: `app_${random.suffix(4).toLowerCase()}`,
      password: fake,
    };
    return text(Object.fromEntries(Object.entries(login).filter(([member]) => !without.includes(member))));
  }
  if (/oauth|sasl|sftp/.test(name)) return text({ client_id: random.uuid(), client_secret: fake });
  return text({ token: fake });
}

/** A sentence about a secret, from its name. */
export function descriptionFor(name: string, team: string): string {
  const last = name.split('/').filter(Boolean).at(-1) ?? name;
  if (DATABASE.test(name)) return `Database login ${last} of ${team}`;
  if (SIGNING.test(name)) return `Signing material ${last}, owned by ${team}`;
  if (CERTIFICATE.test(name)) return `Certificate and key ${last}, renewed by ${team}`;
  return `${last}: partner access used by ${team}`;
}

function text(value: Json): Json {
  return { SecretString: JSON.stringify(value) };
}
