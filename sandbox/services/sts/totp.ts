import { createHmac } from 'node:crypto';

/** Seconds a code is shown. */
export const STEP = 30;

/**
 * The six digits an authenticator shows in a step of 30 seconds since 1970.
 * https://www.rfc-editor.org/rfc/rfc6238
 */
export function codeIn(step: number, key: Uint8Array): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[mac.length - 1]! & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}
