import type { Outcome } from '../../targets/login.ts';
import type { Running, Surroundings } from '../code.ts';
import type { Flavour } from './flavours.ts';
import type { Credentials } from './secret-dict.ts';

/** The templates' connect timeout of five seconds. */
const CONNECT_TIMEOUT = 5000;

/**
 * Whether the templates can log in with what a secret says. They swallow the driver's error: nothing of it is
 * logged but what concerns TLS. https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
export function* canConnect(around: Surroundings, flavour: Flavour, secret: Credentials): Running<boolean> {
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html: absent,
  // TLS is tried first, then without.
  const ways = secret.ssl === undefined ? [true, false] : [secret.ssl];
  for (const tls of ways) if (yield* connect(around, flavour, secret, tls)) return true;
  return false;
}

function* connect(
  around: Surroundings,
  { engine }: Flavour,
  { host, username, password }: Credentials,
  tls: boolean,
): Running<boolean> {
  const outcome = around.login({ host, user: username, password, tls });
  yield takes(around, outcome);
  if (outcome === 'accepted') {
    const kind = tls ? 'SSL/TLS' : 'non SSL/TLS';
    around.log(
      'INFO',
      `Successfully established ${kind} connection as user '${username}' with host: '${host}'`,
    );
    return true;
  }
  if (engine === 'postgres' || engine === 'redshift') {
    const sentence = 'Unable to establish SSL/TLS handshake, SSL/TLS is';
    if (outcome === 'tls-not-offered') around.log('ERROR', `${sentence} not enabled on the host: ${host}`);
    if (outcome === 'tls-required') around.log('ERROR', `${sentence} enforced on the host: ${host}`);
  }
  return false;
}

/** How long a driver takes to learn of an outcome, in milliseconds. */
export function takes(around: Surroundings, outcome: Outcome): number {
  if (outcome === 'unreachable') return CONNECT_TIMEOUT + around.about(4);
  return around.about(outcome === 'accepted' ? 42 : outcome === 'rejected' ? 88 : 12);
}
