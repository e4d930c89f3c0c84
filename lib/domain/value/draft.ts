import { type Node, type ParseError, parse, parseTree } from 'jsonc-parser';

/** One line of a value being written as keys and values. */
export interface Pair {
  /** Tells lines apart while their keys are typed. */
  readonly id: number;
  readonly key: string;
  readonly typedValue: string;
  /** Whether the value stands as text, or is JSON of its own: a number, a list, an object. */
  readonly kind: 'text' | 'json';
}

/** Where a text stops being JSON: line and column, both from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/** How long a text is as AWS counts it: in bytes of UTF-8. */
export const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** Where a text stops being JSON; undefined when it is. Nothing of the text is in the answer. */
export function jsonFault(text: string): JsonFault | undefined {
  const faults: ParseError[] = [];
  parse(text, faults, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = faults;
  if (!first) return undefined;
  const before = text.slice(0, first.offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What keeps lines of keys and values from being one JSON object; undefined when nothing does. */
export type PairFault =
  | { readonly kind: 'no-key'; readonly id: number }
  | { readonly kind: 'same-key'; readonly id: number; readonly key: string }
  | { readonly kind: 'no-json'; readonly id: number; readonly key: string };

/** The first thing wrong with lines of keys and values. */
export function pairFault(pairs: readonly Pair[]): PairFault | undefined {
  const seen = new Set<string>();
  for (const { id, key, typedValue, kind } of pairs) {
    if (key === '') return { kind: 'no-key', id };
    if (seen.has(key)) return { kind: 'same-key', id, key };
    seen.add(key);
    if (kind === 'json' && jsonFault(typedValue)) return { kind: 'no-json', id, key };
  }
  return undefined;
}

/**
 * The first key that an object names twice, at any depth; undefined for text that is not JSON. AWS stores the text as it
 * is, and which of the two counts is its reader's choice: most keep the last (RFC 8259, section 4).
 */
export function repeatedKey(text: string): string | undefined {
  const root = jsonFault(text) ? undefined : parseTree(text);
  return root && repeatedIn(root);
}

function repeatedIn({ type, children = [] }: Node): string | undefined {
  const seen = new Set<string>();
  for (const child of children) {
    const key: unknown = type === 'object' ? child.children?.[0]?.value : undefined;
    if (typeof key === 'string') {
      if (seen.has(key)) return key;
      seen.add(key);
    }
    const deeper = repeatedIn(child);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Lines of keys and values as the text of one JSON object, in their order; `spread` puts each on a line of its own. */
export function pairsText(pairs: readonly Pair[], spread = false): string {
  const members = pairs.map(({ key, typedValue, kind }) => {
    const written = kind === 'json' ? typedValue.trim() : JSON.stringify(typedValue);
    return spread ? `  ${JSON.stringify(key)}: ${written}` : `${JSON.stringify(key)}:${written}`;
  });
  return spread && members.length > 0 ? `{\n${members.join(',\n')}\n}` : `{${members.join()}}`;
}

/**
 * A JSON object as lines of keys and values, what is no text as it was written; undefined for any other text, or an
 * object that names a key twice.
 */
export function pairsOf(text: string): Pair[] | undefined {
  const root = jsonFault(text) ? undefined : parseTree(text);
  if (root?.type !== 'object') return undefined;
  const pairs = (root.children ?? []).flatMap(({ children = [] }, id): Pair[] => {
    const [key, member] = children;
    if (!key || !member) return [];
    const kind = member.type === 'string' ? 'text' : 'json';
    const written = text.slice(member.offset, member.offset + member.length);
    return [{ id, key: key.value, kind, typedValue: kind === 'text' ? member.value : written }];
  });
  return new Set(pairs.map(({ key }) => key)).size === pairs.length ? pairs : undefined;
}

// What the templates of AWS call the parts of a database login.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
const LOGIN = ['engine', 'host', 'username', 'password'];

/** Whether a value reads like the login of a database, which will not learn of a change made here. */
export function looksLikeLogin(text: string): boolean {
  const pairs = pairsOf(text);
  return pairs !== undefined && LOGIN.filter((part) => pairs.some(({ key }) => key === part)).length >= 2;
}
