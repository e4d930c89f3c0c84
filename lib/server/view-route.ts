import 'server-only';
import type { NextRequest } from 'next/server';
import type { Problem } from '@/lib/contract/problem';
import type { View } from '@/lib/contract/views';
import { answer, NO_STORE, ofOneScope } from './answer';
import { requireScope } from './operator';
import { parse, readJson, readQuery } from './parse';
import type { Session, SignIn } from './session';
import { streamOf, takeStream } from './streams';

type Scoped = { readonly scope: string };

/** Door two: a composed reading that answers one JSON value; `onAnswer` may add to the head of what is answered. */
export function viewRoute<Query extends Scoped, Answer>(
  view: View<Query, Answer>,
  read: (session: Session, query: Query, signal: AbortSignal) => Promise<Answer>,
  onAnswer?: (request: NextRequest, signIn: SignIn, response: Response) => Promise<void>,
) {
  return (request: NextRequest) =>
    answer(request, async (signIn) => {
      const asked = request.method === 'POST' ? await readJson(request, LARGEST_LIST) : readQuery(request);
      const query = parse(view.query, asked);
      const session = await requireScope(signIn, query.scope);
      const response = Response.json(await read(session, query, request.signal), { headers: NO_STORE });
      await onAnswer?.(request, signIn, response);
      return response;
    });
}

// Thousands of ARNs; the parser refuses more than a view takes.
const LARGEST_LIST = 262_144;

/**
 * Door two, streamed: one JSON value per line. Once it has begun, a failure is a line of its own. By POST where what is
 * asked for does not fit into an address. Lines that come together are written together.
 */
export function streamRoute<Query extends Scoped, Line>(
  view: View<Query, Line>,
  read: (session: Session, query: Query, signal: AbortSignal) => AsyncGenerator<Line | readonly Line[]>,
) {
  return (request: NextRequest) =>
    answer(request, async (signIn) => {
      const asked = request.method === 'POST' ? await readJson(request, LARGEST_LIST) : readQuery(request);
      const query = parse(view.query, asked);
      const session = await requireScope(signIn, query.scope);
      const headers = { ...NO_STORE, 'content-type': 'application/x-ndjson' };
      // The framework has GET answer HEAD too, and reads nothing of it: the reading would stay open.
      if (request.method === 'HEAD') return new Response(null, { headers });
      const giveBack = takeStream(session.sid);
      const left = new AbortController();
      const lines = read(session, query, AbortSignal.any([request.signal, left.signal]));
      const body = streamOf(textsOf(lines, signIn), () => {
        giveBack();
        // The reader is gone: no further page is asked of AWS.
        left.abort();
      });
      return new Response(body, { headers });
    });
}

async function* textsOf<Line>(
  lines: AsyncGenerator<Line | readonly Line[]>,
  signIn: SignIn,
): AsyncGenerator<string> {
  for await (const value of lines) {
    const together: readonly unknown[] = Array.isArray(value) ? value : [value];
    yield together.map((line) => `${JSON.stringify(told(line, signIn))}\n`).join('');
  }
}

function told(line: unknown, signIn: SignIn): unknown {
  const { problem } = line as { problem?: Problem };
  return problem ? { ...(line as object), problem: ofOneScope(signIn, problem) } : line;
}
