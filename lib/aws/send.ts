import 'server-only';
import { answeredAt } from './answered-at';
import { deadlineOf } from './deadline';
import { toAwsProblem } from './errors';
import type { Subject } from './subject';
import { endingWith } from './timed-handler';

/** AWS's output with AWS's own account of the call. */
export interface Sent<O> {
  readonly output: O;
  readonly requestId: string;
  /** AWS's clock at the answer, ISO: the sandbox's may run apart from ours. */
  readonly at: string;
}

/** What an SDK client takes beside a command. */
export type SendOptions = { readonly abortSignal: AbortSignal } | undefined;

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
  call: (options: SendOptions) => Promise<O>,
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
    // What is added to one command would stay in the client's middlewares if it kept them; options make it not to.
    const output = await (subject.reason
      ? call({ abortSignal })
      : endingWith(abortSignal, () => call(undefined)));
    return { output, requestId: output.$metadata.requestId ?? '', at: answeredAt(output) };
  } catch (cause) {
    throw toAwsProblem(cause, subject, timeout.aborted);
  }
}
