import 'server-only';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import type { Center } from '@/lib/contract/identity-center';
import { centerTokens } from '../client';
import { endpointOf } from '../endpoint';
import { send } from '../send';
import { startRefused } from './start-refused';

/** Keyturn as an IAM Identity Center knows it. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Such a registration with where a browser is sent to. */
export interface BrowserRegistration extends Registration {
  readonly authorizeAt: string;
}

interface Known extends BrowserRegistration {
  /** Epoch seconds. */
  readonly until: number;
}

type Terms = ConstructorParameters<typeof RegisterClientCommand>[0];

/** What makes tokens renewable, and good for role credentials alone. */
export const SCOPE = 'sso:account:access';

// A sign-in has to end before its registration does: tokens are refreshed with it.
const SPARE = 24 * 3_600;
const registered = new Map<string, Promise<Known>>();

/**
 * Registers Keyturn at the IAM Identity Center of a region, once for as long as that holds.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html
 */
export const registrationIn = (region: string): Promise<Registration> => registrationOf(region, region, {});

/**
 * Registers Keyturn as a program of this computer that a browser comes back to, once for each start address. AWS asks
 * for the path of the address alone: its port is the program's choice.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html
 */
export const browserRegistration = (
  { region, startUrl }: Center,
  redirectUri: string,
): Promise<BrowserRegistration> =>
  registrationOf(`${region} ${startUrl}`, region, {
    grantTypes: ['authorization_code', 'refresh_token'],
    redirectUris: [redirectUri],
    issuerUrl: startUrl,
  });

async function registrationOf(key: string, region: string, terms: Partial<Terms>): Promise<Known> {
  const known = await registered.get(key)?.catch(() => undefined);
  if (known && Date.now() / 1000 < known.until - SPARE) return known;
  const registering = register(region, terms);
  registered.set(key, registering);
  return registering;
}

/** Forgets a registration that IAM Identity Center no longer knows. */
export const forgetRegistration = (region: string): void => void registered.delete(region);

async function register(region: string, terms: Partial<Terms>): Promise<Known> {
  const client = centerTokens(region);
  const command = new RegisterClientCommand({
    clientName: 'keyturn',
    clientType: 'public',
    scopes: [SCOPE],
    ...terms,
  });
  const { output } = await send(command, (options) => client.send(command, options), {
    action: 'sso-oidc:RegisterClient',
    region,
  }).catch((cause: unknown) => {
    throw startRefused(cause, region);
  });
  return {
    clientId: output.clientId ?? '',
    clientSecret: output.clientSecret ?? '',
    authorizeAt: output.authorizationEndpoint ?? `${endpointOf('oidc', region)}/authorize`,
    until: output.clientSecretExpiresAt ?? 0,
  };
}
