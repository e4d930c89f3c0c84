import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerAws } from '../aws.ts';
import { answerControl, PREFIX } from '../control/answer.ts';
import { LOST } from '../faults/conduct.ts';
import { answerPage, isForPage } from '../pages/answer.ts';
import type { Sandbox } from '../sandbox.ts';
import { readRequest, TooLarge } from './read.ts';
import type { Reply } from './reply.ts';

/** The sandbox's one door: the pages of sign-in, the control API below its prefix, AWS everywhere else. */
export function createListener(sandbox: Sandbox): RequestListener {
  return (request, response) => {
    handle(sandbox, request, response).catch(() => {
      // Reading fails only when the client leaves in the middle of its request: nobody is left to answer.
      response.destroy();
    });
  };
}

async function handle(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const reply = await answer(sandbox, request, gone.signal);
  if (reply === LOST) {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-length': Buffer.byteLength(reply.body),
    // The console takes its "now" from here, as AWS's clients correct their clocks by it.
    date: sandbox.world.clock.now().toUTCString(),
  });
  response.end(reply.body);
}

async function answer(
  sandbox: Sandbox,
  request: IncomingMessage,
  gone: AbortSignal,
): Promise<Reply | typeof LOST> {
  try {
    const incoming = await readRequest(request);
    const port = request.socket.localPort ?? 0;
    if (isForPage(incoming)) return answerPage(sandbox, incoming, port);
    return incoming.url.pathname.startsWith(PREFIX)
      ? answerControl(sandbox, incoming, port)
      : await answerAws(sandbox, incoming, gone);
  } catch (cause) {
    // The rest of the body is not read, so the connection cannot serve another request.
    if (cause instanceof TooLarge) return { status: 413, headers: { connection: 'close' }, body: '' };
    throw cause;
  }
}
