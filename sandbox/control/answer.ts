import type { Incoming, Reply } from '../http/reply.ts';
import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError } from './error.ts';
import { handlers } from './handlers.ts';
import { requireLocalCaller } from './local.ts';

/** What every control path begins with. */
export const PREFIX = '/_sandbox/';

/** Answers one request to the control API. */
export function answerControl(sandbox: Sandbox, incoming: Incoming, port: number): Reply {
  try {
    requireLocalCaller(incoming, port);
    const path = incoming.url.pathname.slice(PREFIX.length);
    const methods = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
    if (!methods) throw new ControlError('No such path in the control API.', 404);
    if (!Object.hasOwn(methods, incoming.method)) {
      throw new ControlError(`This path takes ${Object.keys(methods).join(', ')}.`, 405);
    }
    return reply(200, methods[incoming.method]!(sandbox, bodyOf(incoming)));
  } catch (cause) {
    if (cause instanceof ControlError) return reply(cause.status, { reason: cause.message });
    console.error(cause);
    return reply(500, { reason: 'The sandbox has failed; its own output says how.' });
  }
}

function bodyOf({ body }: Incoming): Json {
  if (body.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new ControlError('The body is not JSON.');
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Json;
  throw new ControlError('The body must be a JSON object.');
}

function reply(status: number, body: unknown): Reply {
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return { status, headers, body: JSON.stringify(body) };
}
