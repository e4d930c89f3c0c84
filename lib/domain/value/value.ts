import { canonicalMembers } from './canonical.ts';

/** A version's value as AWS hands it out: text, or bytes as base64. */
export interface SecretValue {
  readonly kind: 'text' | 'binary';
  readonly content: string;
}

/** What may be said of a value without showing it: its top-level keys, or only how long it is, in bytes. */
export type Outline =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'text'; readonly bytes: number }
  | { readonly kind: 'binary'; readonly bytes: number };

/** The part of a value somebody asks to see. */
export type Part = { readonly kind: 'whole' } | { readonly kind: 'key'; readonly key: string };

/** The outline of a value, keys in the order of its text. */
export function outlineOf({ kind, content }: SecretValue): Outline {
  if (kind === 'binary') return { kind, bytes: Math.floor((content.replace(/=+$/, '').length * 3) / 4) };
  const members = canonicalMembers(content);
  return members
    ? { kind: 'keys', keys: [...members.keys()] }
    : { kind: 'text', bytes: new TextEncoder().encode(content).length };
}

/**
 * The asked part of a value as text: a member that is a text by itself, any other as JSON. Undefined when the value
 * has no such key, or is no JSON object with plain keys.
 */
export function partOf({ kind, content }: SecretValue, part: Part): string | undefined {
  if (part.kind === 'whole') return content;
  if (kind === 'binary' || !canonicalMembers(content)?.has(part.key)) return undefined;
  const parsed: Record<string, unknown> = JSON.parse(content);
  const member = Object.getOwnPropertyDescriptor(parsed, part.key)?.value;
  return typeof member === 'string' ? member : JSON.stringify(member, null, 2);
}
