import 'server-only';
import { answeredAt } from './answered-at';
import { deadlineOf } from './deadline';
import { toAwsProblem } from './errors';
import type { Subject } from './subject';

/** AWS's output with AWS's own account of the call. */
export interface Sent<O> {
  readonly output: O;
  readonly requestId: string;
  /** AWS's clock at the answer, ISO: the sandbox's may run apart from ours. */
  readonly at: string;
}

type Handler = (args: object) => Promise<object>;
interface Stack {
  add(
    middleware: (next: Handler, context: { userAgent?: [string, string][] }) => Handler,
    options: { step: 'initialize' },
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
  if (subject.reason) {
    const reason = subject.reason;
    // The SDK's stack is typed by its own generics; only this corner of it is needed.
    (command as { middlewareStack: Stack }).middlewareStack.add(
      (next, context) => (args) => {
        context.userAgent = [...(context.userAgent ?? []), ['reason', reason]];
        return next(args);
      },
      { step: 'initialize' },
    );
  }
  const timeout = deadlineOf(subject.write === true);
  const abortSignal = subject.signal ? AbortSignal.any([timeout, subject.signal]) : timeout;
  try {
    const output = await call({ abortSignal });
    return { output, requestId: output.$metadata.requestId ?? '', at: answeredAt(output) };
  } catch (cause) {
    throw toAwsProblem(cause, subject, timeout.aborted);
  }
}
