import { AwsError, type Json } from '../../operation.ts';

// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html#API_CreateToken_Errors
const WORDS = {
  AccessDeniedException: 'access_denied',
  AuthorizationPendingException: 'authorization_pending',
  ExpiredTokenException: 'expired_token',
  InternalServerException: 'server_error',
  InvalidClientException: 'invalid_client',
  InvalidClientMetadataException: 'invalid_client_metadata',
  InvalidGrantException: 'invalid_grant',
  InvalidRedirectUriException: 'invalid_redirect_uri',
  InvalidRequestException: 'invalid_request',
  InvalidScopeException: 'invalid_scope',
  SlowDownException: 'slow_down',
  UnauthorizedClientException: 'unauthorized_client',
  UnsupportedGrantTypeException: 'unsupported_grant_type',
} as const;

// As recorded in public reports; of the other codes no sentence is known, and none is sent.
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidClientException: 'Invalid client provided',
  InvalidGrantException: 'Invalid grant provided',
};

/** A refusal of the OIDC service. */
export function oidcError(code: keyof typeof WORDS): AwsError {
  return new AwsError(code, SENTENCES[code] ?? '', code === 'InvalidClientException' ? 401 : 400);
}

/** The body of a failure: OAuth's words. */
export function oidcFailure({ code, message }: AwsError): Json {
  if (!Object.hasOwn(WORDS, code)) return { message };
  return { error: WORDS[code as keyof typeof WORDS], error_description: message === '' ? null : message };
}
