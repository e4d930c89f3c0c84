import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { goodCode } from '../services/sts/mfa.ts';

/** The users' second factors: the serial number, and a code that works now, unless three were used in this half minute. */
export function getMfa({ world }: Sandbox): Json[] {
  return [...world.state.iam.mfaDevices.values()].map((device) => ({
    name: device.userArn.slice(device.userArn.lastIndexOf('/') + 1),
    serialNumber: device.serial,
    code: goodCode(device, Date.now()) ?? null,
  }));
}
