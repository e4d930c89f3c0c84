/** A filter as the address holds it: typed words, and the tokens beside them. */
export interface Filter {
  readonly text: string;
  readonly tokens: readonly string[];
}

/** The fields of an address in which a filter stands. */
export const TEXT_FIELD = 'q';
export const TOKEN_FIELD = 'f';

/** The query of an address, escaped no more than it must be: a person should be able to read it. */
export function queryText(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs].map((pair) => pair.map(readable).join('=')).join('&');
}

/** The part of an address's query that holds a filter; also the form in which views are kept. */
export function filterQuery({ text, tokens }: Filter): string {
  const words = text.trim();
  return queryText([
    ...(words ? [[TEXT_FIELD, words] as const] : []),
    ...tokens.map((token) => [TOKEN_FIELD, token] as const),
  ]);
}

/** The filter an address's query holds, whatever else is in it. */
export function filterIn(query: string): Filter {
  const params = new URLSearchParams(query);
  return { text: params.get(TEXT_FIELD) ?? '', tokens: params.getAll(TOKEN_FIELD) };
}

// What RFC 3986 allows in a query, and what does not separate its fields.
const readable = (text: string) =>
  encodeURIComponent(text.toWellFormed())
    .replace(/%(?:3A|2F|2C|40|24|3B|3D)/g, decodeURIComponent)
    .replaceAll('%20', '+');
