import type { Call } from '../../operation.ts';
import { patterned } from '../../protocols/query-fields.ts';
import type { MfaDevice } from '../iam/state.ts';
import { denied } from './errors.ts';
import { codeIn, STEP } from './totp.ts';

/** What a call says to prove a second factor. */
export const mfaMembers = {
  SerialNumber: patterned({ min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' }),
  TokenCode: patterned({ min: 6, max: 6, pattern: '[\\d]*' }),
};

/**
 * Whether a call proved a second factor; false when it did not try. The codes are those of the wall's time, since
 * an authenticator shows them; each is good once. The sentences are AWS's, from public reports.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function provesMfa(
  { state, principal }: Call,
  given: { readonly SerialNumber: string | undefined; readonly TokenCode: string | undefined },
): boolean {
  const { SerialNumber: serial, TokenCode: code } = given;
  if (serial === undefined && code === undefined) return false;
  if (serial === undefined || code === undefined) {
    throw failed('must provide both MFA serial number and one time pass code. ');
  }
  const device = state.iam.mfaDevices.get(serial);
  if (!device || device.userArn !== principal.arn) {
    throw failed(
      'unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user. ',
    );
  }
  const step = stepsAt(Date.now()).find((one) => codeIn(one, device.key) === code);
  if (step === undefined || device.used.has(step)) {
    throw denied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  }
  device.used.add(step);
  return true;
}

/** A code that works now; three can be had in a step, since clocks differ. Undefined when all are used. */
export function goodCode({ key, used }: MfaDevice, now: number): string | undefined {
  const step = stepsAt(now).find((one) => !used.has(one));
  return step === undefined ? undefined : codeIn(step, key);
}

function stepsAt(now: number): readonly number[] {
  const step = Math.floor(now / 1000 / STEP);
  return [step, step - 1, step + 1];
}

const failed = (why: string) => denied(`MultiFactorAuthentication failed, ${why}`);
