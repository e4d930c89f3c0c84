import type { Incoming } from '../http/reply.ts';
import { AwsError, type Json } from '../operation.ts';
import type { Protocol } from '../services/service.ts';
import { queryInput } from './query-input.ts';

/** The parameters of a call, as its protocol carries them. */
export function inputOf(protocol: Protocol, incoming: Incoming): Json {
  const text = incoming.body.toString('utf8');
  if (protocol === 'query') return queryInput(text);
  // https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html: no body stands for no parameters.
  if (text.trim() === '') return {};
  const input = parse(text);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw malformed();
  return input as Json;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** The parser's own message is kept back: it quotes the body, and the body may hold a secret. */
function malformed(): AwsError {
  return new AwsError('SerializationException', 'The request body is not a JSON object.');
}
