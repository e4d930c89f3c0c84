import 'server-only';
import { CreateTokenCommand, StartDeviceAuthorizationCommand } from '@aws-sdk/client-sso-oidc';
import type { Center } from '@/lib/contract/identity-center';
import { centerTokens } from '../client';
import { send } from '../send';
import { forgetRegistration, type Registration, registrationIn } from './registration';
import { startRefused } from './start-refused';

/** A request for approval, as AWS answers it. */
export interface DeviceRequest extends Registration {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly address: string;
  readonly addressWithCode: string;
  /** Seconds. */
  readonly lifetime: number;
  readonly interval: number;
}

/** What a person has approved: a token, and with what it is renewed. */
export interface CenterToken {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Epoch seconds, wall time. */
  readonly until: number;
}

/** What became of a request for a token; `refused`: never again with what was sent. */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: CenterToken }
  | { readonly kind: 'pending' | 'slow-down' | 'expired' | 'denied' | 'refused' };

// RFC 8628: five seconds where the server names no interval.
const INTERVAL = 5;

/**
 * Asks IAM Identity Center to have a person approve this console.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html
 */
export async function startDevice({ startUrl, region }: Center): Promise<DeviceRequest> {
  const registration = await registrationIn(region);
  const client = centerTokens(region);
  const command = new StartDeviceAuthorizationCommand({ ...registration, startUrl });
  const { output } = await send(
    command,
    async (options) => {
      try {
        return await client.send(command, options);
      } catch (cause) {
        // The next try registers anew.
        if (nameOf(cause) === 'InvalidClientException') forgetRegistration(region);
        throw cause;
      }
    },
    { action: 'sso-oidc:StartDeviceAuthorization', region, resource: startUrl },
  ).catch((cause: unknown) => {
    throw startRefused(cause, region);
  });
  return {
    ...registration,
    deviceCode: output.deviceCode ?? '',
    userCode: output.userCode ?? '',
    address: output.verificationUri ?? '',
    addressWithCode: output.verificationUriComplete ?? '',
    lifetime: output.expiresIn ?? 0,
    interval: output.interval ?? INTERVAL,
  };
}

type Grant =
  | { readonly deviceCode: string }
  | { readonly refreshToken: string }
  | { readonly code: string; readonly redirectUri: string; readonly codeVerifier: string };

function typeOf(grant: Grant): string {
  if ('deviceCode' in grant) return 'urn:ietf:params:oauth:grant-type:device_code';
  return 'refreshToken' in grant ? 'refresh_token' : 'authorization_code';
}

/**
 * Asks for a token: with a device code, whether somebody has approved it; with what a browser brought back; or for the
 * next one of those that renew.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html
 */
export async function askToken(
  region: string,
  { clientId, clientSecret }: Registration,
  grant: Grant,
): Promise<TokenAnswer> {
  const client = centerTokens(region);
  const command = new CreateTokenCommand({ clientId, clientSecret, grantType: typeOf(grant), ...grant });
  const { output } = await send(
    command,
    async (options) => {
      try {
        const { accessToken, refreshToken, expiresIn, $metadata } = await client.send(command, options);
        const token = {
          accessToken: accessToken ?? '',
          ...(refreshToken ? { refreshToken } : {}),
          until: Math.floor(Date.now() / 1000) + (expiresIn ?? 0),
        };
        return { $metadata, answer: { kind: 'token', token } as TokenAnswer };
      } catch (cause) {
        const kind = kinds[nameOf(cause)];
        if (kind === undefined) throw cause;
        return { $metadata: {}, answer: { kind } as TokenAnswer };
      }
    },
    { action: 'sso-oidc:CreateToken', region },
  );
  return output.answer;
}

// RFC 8628 §3.5, as AWS names it.
const kinds: Record<string, Exclude<TokenAnswer['kind'], 'token'>> = {
  AuthorizationPendingException: 'pending',
  SlowDownException: 'slow-down',
  ExpiredTokenException: 'expired',
  AccessDeniedException: 'denied',
  InvalidGrantException: 'refused',
  InvalidClientException: 'refused',
  UnauthorizedClientException: 'refused',
};

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : '');
