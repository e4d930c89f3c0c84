import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { drained } from './drain';

/**
 * Streams one sign-in may have open at once. A page opens one for each region at most, and a browser with several tabs has
 * not twice this many.
 */
export const MOST_STREAMS = 64;
/** How long a reader may take nothing of what is there for it, in milliseconds. */
export const LONGEST_STALL = 60_000;

const open = new Map<string, number>();

/** Takes one of the streams a sign-in may have; what it answers gives it back. Throws `limit-reached` when all are open. */
export function takeStream(sid: string): () => void {
  const before = open.get(sid) ?? 0;
  if (before >= MOST_STREAMS) {
    const detail = `This sign-in has ${MOST_STREAMS} readings open. Close other tabs, or wait until they have ended.`;
    throw new ProblemError(problemOf('limit-reached', { detail }));
  }
  open.set(sid, before + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (open.get(sid) ?? 1) - 1;
    if (left > 0) open.set(sid, left);
    else open.delete(sid);
  };
}

/**
 * Bytes for a reader, from texts as they come. It ends early, without its last line, when the process leaves, and breaks
 * off when the reader takes nothing for too long; `onEnd` is called once, however it ends.
 */
export function streamOf(texts: AsyncGenerator<string>, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  let over = false;
  let leave = () => {};
  const finish = () => {
    if (over) return;
    over = true;
    clearTimeout(stalled);
    drained.removeEventListener('abort', leave);
    onEnd();
    void texts.return(undefined).catch(() => {});
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      leave = () => {
        if (over) return;
        finish();
        controller.close();
      };
      drained.addEventListener('abort', leave);
      if (drained.aborted) leave();
    },
    async pull(controller) {
      clearTimeout(stalled);
      try {
        const { done, value } = await texts.next();
        if (over) return;
        if (!done) {
          controller.enqueue(encoder.encode(value));
          stalled = setTimeout(() => {
            finish();
            controller.error(new Error('The reader took nothing for too long.'));
          }, LONGEST_STALL);
          stalled.unref();
          return;
        }
      } catch (cause) {
        if (over) return;
        finish();
        throw cause;
      }
      finish();
      controller.close();
    },
    cancel: finish,
  });
}
