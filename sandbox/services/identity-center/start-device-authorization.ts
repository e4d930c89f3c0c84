import { randomInt } from 'node:crypto';
import type { Operation } from '../../operation.ts';
import { required, text } from '../secretsmanager/fields.ts';
import { DEVICE_CODE } from './grant-types.ts';
import { oidcError } from './oidc-errors.ts';
import { clientOf, forgetEnded, readRequest, unguessable } from './requests.ts';
import { isStartUrl } from './start-url.ts';
import type { DeviceAsk } from './state.ts';

/** Seconds somebody has to enter the code; as seen on AWS. */
const EXPIRES_IN = 600;
/** Without vowels, which spell words. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

const line = required(text({ min: 1, max: 2048, sensitive: true }));

/**
 * Begins the sign-in of a device: a code for it, and one for the person.
 * https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html
 */
export const startDeviceAuthorization: Operation = (input, call) => {
  const read = readRequest(call, input, { clientId: line, clientSecret: line, startUrl: line });
  const client = clientOf(call, read.clientId, read.clientSecret);
  if (!client.grantTypes.includes(DEVICE_CODE)) throw oidcError('UnauthorizedClientException');
  // As reported of start URLs nobody has: https://github.com/aws/aws-cli/issues/7129
  if (!isStartUrl(read.startUrl)) throw oidcError('InvalidRequestException');
  const { devices, interval } = call.state.identityCenter;
  const now = call.now.getTime();
  forgetEnded(devices, now - 24 * EXPIRES_IN * 1000);
  const deviceCode = unguessable(48);
  const userCode = newUserCode(devices);
  const endsAt = now + EXPIRES_IN * 1000;
  devices.set(deviceCode, { client, userCode, endsAt, answer: 'pending', used: false, polledAt: undefined });
  const verificationUri = `http://${call.caller.host ?? 'localhost'}/start/device`;
  return {
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
    expiresIn: EXPIRES_IN,
    interval,
  };
};

function newUserCode(devices: ReadonlyMap<string, DeviceAsk>): string {
  const letters = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const code = `${letters()}-${letters()}`;
  return [...devices.values()].some(({ userCode }) => userCode === code) ? newUserCode(devices) : code;
}
