import type { Operation } from '../../operation.ts';
import { list, required, text } from '../secretsmanager/fields.ts';
import { START_URL } from './directory.ts';
import { DEVICE_CODE, GRANT_TYPES } from './grant-types.ts';
import { isLoopback } from './loopback.ts';
import { oidcError } from './oidc-errors.ts';
import { forgetEnded, readRequest, unguessable } from './requests.ts';
import { isStartUrl } from './start-url.ts';

const DAY_MS = 86_400_000;
/** In practice; it is not documented. */
const REGISTERED_MS = 90 * DAY_MS;

const line = required(text({ min: 1, max: 2048 }));
const lines = list(line, { min: 0, max: 50 });
const members = {
  clientName: line,
  clientType: line,
  scopes: lines,
  redirectUris: lines,
  grantTypes: lines,
  issuerUrl: text({ max: 2048 }),
  entitledApplicationArn: text({ max: 2048 }),
};

/**
 * Registers a program, whoever asks.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html
 */
export const registerClient: Operation = (input, call) => {
  const read = readRequest(call, input, members);
  if (read.clientType !== 'public') throw oidcError('InvalidClientMetadataException');
  const { scopes = [], redirectUris = [] } = read;
  const grantTypes = read.grantTypes ?? [DEVICE_CODE, 'refresh_token'];
  if (!scopes.every((scope) => /^[a-z0-9_]+(?::[a-z0-9_]+)*$/i.test(scope))) {
    throw oidcError('InvalidScopeException');
  }
  if (!grantTypes.every((type) => GRANT_TYPES.includes(type))) {
    throw oidcError('UnsupportedGrantTypeException');
  }
  if (!redirectUris.every(isLoopback)) throw oidcError('InvalidRedirectUriException');
  const needsMore = grantTypes.includes('authorization_code') && redirectUris.length === 0;
  const isElsewhere = read.issuerUrl !== undefined && !isStartUrl(read.issuerUrl);
  if (needsMore || isElsewhere) throw oidcError('InvalidRequestException');
  const { clients } = call.state.identityCenter;
  const now = call.now.getTime();
  const [clientId, clientSecret] = [unguessable(16), `sandbox-client-${unguessable(48)}`];
  const endsAt = now + REGISTERED_MS;
  // An ended one is unknown after a while; either way its client hears that it is invalid.
  forgetEnded(clients, now - DAY_MS);
  clients.set(clientId, {
    ...{ clientId, clientSecret, name: read.clientName, scopes, grantTypes, redirectUris, endsAt },
    issuerUrl: grantTypes.includes('authorization_code') ? (read.issuerUrl ?? START_URL) : read.issuerUrl,
  });
  const origin = `http://${call.caller.host ?? 'localhost'}`;
  return {
    clientId,
    clientSecret,
    clientIdIssuedAt: Math.floor(now / 1000),
    clientSecretExpiresAt: Math.floor(endsAt / 1000),
    authorizationEndpoint: `${origin}/authorize`,
    tokenEndpoint: `${origin}/token`,
  };
};
