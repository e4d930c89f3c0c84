import 'server-only';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { centerTokens } from '../client';
import { send } from '../send';

/** Keyturn as an IAM Identity Center knows it. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Known extends Registration {
  /** Epoch seconds. */
  readonly until: number;
}

// A sign-in has to end before its registration does: tokens are refreshed with it.
const SPARE = 24 * 3_600;
const registered = new Map<string, Promise<Known>>();

/**
 * Registers Keyturn at the IAM Identity Center of a region, once for as long as that holds.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_RegisterClient.html
 */
export async function registrationIn(region: string): Promise<Registration> {
  const known = await registered.get(region)?.catch(() => undefined);
  if (known && Date.now() / 1000 < known.until - SPARE) return known;
  const registering = register(region);
  registered.set(region, registering);
  return registering;
}

/** Forgets a registration that IAM Identity Center no longer knows. */
export const forgetRegistration = (region: string): void => void registered.delete(region);

async function register(region: string): Promise<Known> {
  const client = centerTokens(region);
  const command = new RegisterClientCommand({
    clientName: 'keyturn',
    clientType: 'public',
    // What makes tokens renewable, and good for role credentials alone.
    scopes: ['sso:account:access'],
  });
  const { output } = await send(command, (options) => client.send(command, options), {
    action: 'sso-oidc:RegisterClient',
    region,
  });
  return {
    clientId: output.clientId ?? '',
    clientSecret: output.clientSecret ?? '',
    until: output.clientSecretExpiresAt ?? 0,
  };
}
