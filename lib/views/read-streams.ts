import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { hasOlder, readNewest, readOlder, type TrailStream } from '@/lib/aws/trail';
import type { Problem } from '@/lib/contract/problem';
import { merge } from './merge';

/** A stream of a region's event history, and how it is to be read next. */
export interface Next {
  readonly stream: TrailStream;
  readonly read: typeof readNewest;
}

/** A stream that has been read, or why reading stopped. */
export type Read = { readonly stream: TrailStream } | { readonly problem: Problem };

const AT_ONCE = 2;
const FURTHER_PAGES = 8;
// CloudTrail delivers in minutes: what was read a minute ago is as good as read now.
const FRESH_MS = 60_000;

/** Reads what is asked for one after the other; what fails stops the reading, because the next would fail alike. */
export async function* readStreams(
  operator: AwsOperator,
  region: string,
  next: () => Next | undefined,
  signal: AbortSignal,
): AsyncGenerator<Read> {
  let stopped = false;
  async function* worker(): AsyncGenerator<Read> {
    for (let ahead = next(); ahead && !stopped; ahead = next()) {
      const { stream, read } = ahead;
      try {
        await read(operator, region, stream, signal);
        yield { stream };
      } catch (cause) {
        if (stopped || signal.aborted) return;
        stopped = true;
        const { problem } = toAwsProblem(cause, { action: 'cloudtrail:LookupEvents', region });
        yield { problem };
      }
    }
  }
  yield* merge(Array.from({ length: AT_ONCE }, worker));
}

/** Whether a stream was read so recently that it need not be asked again. */
export const isFresh = (stream: TrailStream) => Date.now() - stream.fresh <= FRESH_MS;

/** The newest of each of these streams, in turn. */
export function newestOf(streams: readonly TrailStream[]): () => Next | undefined {
  const waiting = [...streams];
  return () => {
    const stream = waiting.shift();
    return stream && { stream, read: readNewest };
  };
}

/**
 * Always the stream that has come least far, for so many pages; those that were never read come first. Given an ISO
 * instant, what reaches back to it is read no further.
 */
export function furtherBack(streams: readonly TrailStream[], until = ''): () => Next | undefined {
  const busy = new Set<TrailStream>();
  let left = FURTHER_PAGES;
  return () => {
    if (left === 0) return undefined;
    const open = streams.filter(
      (stream) => !busy.has(stream) && (!stream.read || hasOlder(stream)) && reach(stream) >= until,
    );
    const stream = open.reduce<TrailStream | undefined>(
      (least, one) => (least && reach(least) >= reach(one) ? least : one),
      undefined,
    );
    if (!stream) return undefined;
    left -= 1;
    busy.add(stream);
    const read: typeof readNewest = async (...asked) => {
      await (stream.read ? readOlder : readNewest)(...asked);
      busy.delete(stream);
    };
    return { stream, read };
  };
}

const reach = ({ read }: TrailStream) => read?.from ?? '~';
