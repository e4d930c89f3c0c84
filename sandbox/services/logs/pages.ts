import { createHash } from 'node:crypto';
import { invalidToken } from './errors.ts';

/** What a page token goes on with: a name, or a place among events. */
type Position = readonly (string | number)[];

/** Tokens are good for a day: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** What a token is good for: the same question as the page that gave it. */
export function questionOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/** A token no caller can read anything into. */
export function toToken(question: string, now: Date, position: Position): string {
  return Buffer.from(JSON.stringify([question, now.getTime(), ...position])).toString('base64url');
}

/** The position a token stands for; a token of another question or of yesterday is refused. */
export function fromToken(question: string, now: Date, token: string | undefined): Position | undefined {
  if (token === undefined) return undefined;
  const [asked, given, ...position] = decode(token);
  if (asked !== question || typeof given !== 'number') throw invalidToken();
  if (now.getTime() - given > LIFETIME_MS) throw invalidToken();
  return position as Position;
}

function decode(token: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
