import type { Json } from '../../operation.ts';
import { createRandom, type Random, seedOf } from '../../random.ts';
import { ENGINES, PORTS } from '../../targets/state.ts';

const DATABASE = /aurora|postgres|postgis|redshift|-ro$|db-|oracle|mysql|mariadb|sqlserver|warehouse/;
const SIGNING = /-hmac$|signing|pepper|seed$|fernet/;
const CERTIFICATE = /-cert$|apns-key$|tls-/;

/** The engine or kind of system behind a secret, by its name; undefined for partners' keys. */
export function engineOf(name: string): string | undefined {
  const known = /redshift|oracle|mysql|mariadb|sqlserver|redis|mongo|kafka|snowflake|opensearch/.exec(
    name,
  )?.[0];
  if (known !== undefined) return known;
  return DATABASE.test(name) ? (name.includes('aurora') ? 'aurora-postgresql' : 'postgres') : undefined;
}

/** A login with a password; host and user stay the same for a secret. */
export function loginFor(name: string, password: string): Json {
  const known = engineOf(name);
  const engine = ENGINES.find((one) => one === known) ?? 'postgres';
  return {
    engine,
    host: hostOf(name),
    port: PORTS[engine],
    dbname: 'app',
    username: `app_${createRandom(seedOf(name)).suffix(4).toLowerCase()}`,
    password,
  };
}

/** The host of a secret's database; `.invalid` is nobody's. https://www.rfc-editor.org/rfc/rfc2606 */
export function hostOf(name: string): string {
  return `${name
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()}.db.sandbox.invalid`;
}

/** A value for a secret, visibly made up and never the same twice; `without` leaves members out. */
export function valueFor(random: Random, name: string, without: readonly string[] = []): Json {
  const fake = `sandbox-${random.suffix(24)}`;
  if (CERTIFICATE.test(name)) return { SecretBinary: Buffer.from(fake).toString('base64') };
  if (SIGNING.test(name)) return { SecretString: fake };
  if (DATABASE.test(name)) {
    const login = loginFor(name, fake + random.suffix(4));
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
