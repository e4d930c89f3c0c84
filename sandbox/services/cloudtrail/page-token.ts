import { createHash } from 'node:crypto';
import { AwsError } from '../../operation.ts';
import type { Place } from './ordered.ts';

/** What a page token is good for: exactly the question whose page gave it. */
export function questionOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/** The token of the page below a place. */
export function toToken(question: string, { at, sequence }: Place): string {
  return Buffer.from(JSON.stringify([question, at, sequence])).toString('base64');
}

/** The place a token stands for; a token that is not ours, or another question's, is refused. */
export function fromToken(question: string, token: string | undefined): Place | undefined {
  if (token === undefined) return undefined;
  const [asked, at, sequence] = decoded(token);
  if (asked !== question || typeof at !== 'number' || typeof sequence !== 'number') {
    // The wording is not recorded.
    throw new AwsError('InvalidNextTokenException', 'Invalid nextToken.');
  }
  return { at, sequence };
}

function decoded(token: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
