import 'server-only';
import { toAwsProblem } from './errors';
import type { Subject } from './subject';

/** How long AWS may take for a read, in milliseconds. */
export const READ_TIMEOUT = 8_000;
/** The same for a write, which is then re-read. */
export const WRITE_TIMEOUT = 15_000;

/** AWS's output with AWS's own account of the call. */
export interface Sent<O> {
  readonly output: O;
  readonly requestId: string;
  /** AWS's clock at the answer, ISO: the sandbox's may run apart from ours. */
  readonly at: string;
}

type Handler = (args: { input: object }) => Promise<{ output: object; response: unknown }>;
interface Stack {
  add(
    middleware: (next: Handler, context: { userAgent?: [string, string][] }) => Handler,
    options: { step: 'deserialize'; priority: 'low' } | { step: 'initialize' },
  ): void;
}

/**
 * Makes one AWS call: `send(command, (options) => client.send(command, options), subject)`. Every failure
 * leaves as a ProblemError of the closed list.
 */
export async function send<O extends { $metadata: { requestId?: string | undefined } }>(
  command: object,
  call: (options: { abortSignal: AbortSignal }) => Promise<O>,
  subject: Subject,
): Promise<Sent<O>> {
  let date: string | undefined;
  // The SDK's stack is typed by its own generics; only these two corners of it are needed.
  const stack = (command as { middlewareStack: Stack }).middlewareStack;
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      date = dateHeader(result.response);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  if (subject.reason) {
    const reason = subject.reason;
    stack.add(
      (next, context) => (args) => {
        context.userAgent = [...(context.userAgent ?? []), ['reason', reason]];
        return next(args);
      },
      { step: 'initialize' },
    );
  }
  const timeout = AbortSignal.timeout(subject.write ? WRITE_TIMEOUT : READ_TIMEOUT);
  const abortSignal = subject.signal ? AbortSignal.any([timeout, subject.signal]) : timeout;
  try {
    const output = await call({ abortSignal });
    return { output, requestId: output.$metadata.requestId ?? '', at: toInstant(date) };
  } catch (cause) {
    throw toAwsProblem(cause, subject, timeout.aborted);
  }
}

function dateHeader(response: unknown): string | undefined {
  const headers = (response as { headers?: Record<string, string> } | undefined)?.headers;
  return headers?.date ?? headers?.Date;
}

const toInstant = (date: string | undefined) => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return new Date(Number.isNaN(at) ? Date.now() : at).toISOString();
};
