import type { Json, Principal } from '../../operation.ts';
import type { State } from '../../state.ts';
import type { RestJsonService } from '../service.ts';
import { createToken } from './create-token.ts';
import { oidcFailure } from './oidc-errors.ts';
import { portalOperations } from './portal.ts';
import { registerClient } from './register-client.ts';
import { strangerNamed } from './requests.ts';
import { startDeviceAuthorization } from './start-device-authorization.ts';
import { signInOf } from './tokens.ts';

const anybody = () => strangerNamed('anonymous');

/** Whose access token it is; a call with another one is refused, and is nobody's. */
function holderOf({ accessToken }: Json, { identityCenter }: State): Principal {
  return strangerNamed(signInOf(identityCenter, String(accessToken), Date.now())?.person ?? 'anonymous');
}

/** IAM Identity Center where programs sign people in. */
export const ssoOidc: RestJsonService = {
  protocol: 'restJson',
  paths: {
    'POST /client/register': 'RegisterClient',
    'POST /device_authorization': 'StartDeviceAuthorization',
    'POST /token': 'CreateToken',
  },
  unsigned: { RegisterClient: anybody, StartDeviceAuthorization: anybody, CreateToken: anybody },
  failure: oidcFailure,
  operations: {
    RegisterClient: registerClient,
    StartDeviceAuthorization: startDeviceAuthorization,
    CreateToken: createToken,
  },
};

/** IAM Identity Center where people who are signed in find their accounts and roles. */
export const sso: RestJsonService = {
  protocol: 'restJson',
  paths: {
    'GET /assignment/accounts': 'ListAccounts',
    'GET /assignment/roles': 'ListAccountRoles',
    'GET /federation/credentials': 'GetRoleCredentials',
    'POST /logout': 'Logout',
  },
  headers: { 'x-amz-sso_bearer_token': 'accessToken' },
  unsigned: Object.fromEntries(Object.keys(portalOperations).map((operation) => [operation, holderOf])),
  operations: portalOperations,
};
