import type { JsonWebKey } from 'node:crypto';
import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError } from './error.ts';
import { type Field, readFields, required, text } from './fields.ts';

const keyList: Field<JsonWebKey[]> = (value, name) => {
  const isKey = (one: unknown) => typeof one === 'object' && one !== null && 'kty' in one;
  if (Array.isArray(value) && value.every(isKey)) return value as JsonWebKey[];
  throw new ControlError(`Field "${name}" must be the list of keys of a JWKS.`);
};

/** Says which keys an identity provider publishes: the sandbox fetches nothing. Holds for this world. */
export function postJwks({ world }: Sandbox, body: Json): Json {
  const { issuer: given, keys } = readFields(body, { issuer: text, keys: keyList });
  const issuer = required(given, 'issuer')
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  const published = required(keys, 'keys');
  world.state.iam.jwks.set(issuer, published);
  return { issuer, keys: published.length };
}
