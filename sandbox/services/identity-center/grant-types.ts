/** The grant type of a device: https://www.rfc-editor.org/rfc/rfc8628#section-3.4 */
export const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';

/** The ways to a token. */
export const GRANT_TYPES: readonly string[] = [DEVICE_CODE, 'authorization_code', 'refresh_token'];
