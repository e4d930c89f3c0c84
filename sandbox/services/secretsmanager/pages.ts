import { createHash } from 'node:crypto';
import type { Call } from '../../operation.ts';
import { invalidNextToken } from './errors.ts';

/** Where a listing goes on: behind the entry with this sort key and this number. */
export interface Cursor {
  readonly key: string | number;
  readonly sequence: number;
}

/** What a page token is good for: the same question, in the same account and region, as the page that gave it. */
export function questionOf({ operation, region, principal }: Call, parts: readonly unknown[]): string {
  const asked = JSON.stringify([operation, region, principal.account, ...parts]);
  return createHash('sha256').update(asked).digest('base64url').slice(0, 16);
}

/** A token no caller can read anything into. */
export function toToken(question: string, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([question, cursor.key, cursor.sequence])).toString('base64');
}

/** The place a token stands for; a token of another question is refused. */
export function fromToken(question: string, token: string | undefined): Cursor | undefined {
  if (token === undefined) return undefined;
  const [asked, key, sequence] = decode(token);
  if (asked !== question) throw invalidNextToken();
  if (typeof key !== 'string' && typeof key !== 'number') throw invalidNextToken();
  if (typeof sequence !== 'number') throw invalidNextToken();
  return { key, sequence };
}

/** Sorts by key, then by number. */
export function compareCursors(one: Cursor, other: Cursor): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.sequence - other.sequence;
}

function decode(token: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
