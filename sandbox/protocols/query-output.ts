import type { Json } from '../operation.ts';

/**
 * An output as the query protocol writes it: lists lie in `member`, instants are ISO 8601 to the second.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryOutput(output: Json): Json {
  return Object.fromEntries(
    Object.entries(output)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, written(value)]),
  );
}

function written(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.\d{3}/, '');
  // An empty list is an empty element: without members there would be none at all.
  if (Array.isArray(value)) return value.length > 0 ? { member: value.map(written) } : '';
  return typeof value === 'object' && value !== null ? queryOutput(value as Json) : value;
}
