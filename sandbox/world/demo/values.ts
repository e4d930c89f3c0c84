import type { Json } from '../../operation.ts';
import type { Random } from '../../random.ts';

/** A value for a secret, visibly made up and never the same twice. */
export function valueFor(random: Random, name: string): Json {
  const fake = `sandbox-${random.suffix(24)}`;
  if (/-cert$|apns-key$|tls-/.test(name)) {
    return { SecretBinary: Buffer.from(fake).toString('base64') };
  }
  if (/-hmac$|signing|pepper|seed$|fernet/.test(name)) return { SecretString: fake };
  if (/aurora|postgres|postgis|redshift|-ro$|db-|oracle/.test(name)) {
    const user = `app_${random.suffix(4).toLowerCase()}`;
    return text({
      engine: 'postgres',
      host: 'db.sandbox.invalid',
      port: 5432,
      username: user,
      password: fake,
    });
  }
  if (/oauth|sasl|sftp/.test(name)) return text({ client_id: random.uuid(), client_secret: fake });
  return text({ token: fake });
}

/** A sentence about a secret, from its name. */
export function descriptionFor(name: string, team: string): string {
  const last = name.split('/').filter(Boolean).at(-1) ?? name;
  if (/aurora|postgres|postgis|redshift|db-/.test(name)) return `Database login ${last} of ${team}`;
  if (/-hmac$|signing|pepper|seed$/.test(name)) return `Signing material ${last}, owned by ${team}`;
  if (/-cert$|apns-key$|tls-/.test(name)) return `Certificate and key ${last}, renewed by ${team}`;
  return `${last}: partner access used by ${team}`;
}

function text(value: Json): Json {
  return { SecretString: JSON.stringify(value) };
}
