import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import {
  hasOlder,
  readNewest,
  readOlder,
  streamOf,
  type Trail,
  type TrailStream,
  trailOf,
} from '@/lib/aws/trail';
import type { TimelineLine } from '@/lib/contract/answers';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { isAbout } from '@/lib/domain/timeline/is-about';
import { toSecretEvent } from '@/lib/domain/timeline/to-secret-event';
import { merge } from './merge';

// By name, because nothing else finds all of a secret's events: whether its ARN does is not confirmed. With the page by
// ARN, the first three are the four pages that are read before the rest; then each other name once.
const NAMES = [
  'UpdateSecretVersionStage',
  'PutSecretValue',
  'RotationStarted',
  'UpdateSecret',
  'RotationSucceeded',
  'RotateSecret',
  'RotationAbandoned',
  'RotationFailed',
  'CreateSecret',
];
// What moves no label, or hardly ever happens: read when somebody wants to know more.
const MORE_NAMES = [
  'DeleteSecret',
  'RestoreSecret',
  'CancelRotateSecret',
  'TestRotationStarted',
  'TestRotationSucceeded',
  'TestRotationFailed',
];

// CloudTrail delivers in minutes: what was read a minute ago is as good as read now.
const FRESH_MS = 60_000;
const FURTHER_PAGES = 8;
const AT_ONCE = 2;
// So many secrets looked up by ARN in vain, and no other is.
const ENOUGH = 2;

/**
 * A secret's events: at once what this sign-in has read before, then page by page what is newer, or `further` back. Ends
 * with `end`, whatever fails; what fails stops the reading, because the next page would fail alike.
 */
export async function* readTimeline(
  operator: AwsOperator,
  arn: string,
  further: boolean,
  signal: AbortSignal,
): AsyncGenerator<TimelineLine> {
  const region = parseSecretArn(arn)?.region;
  if (!region) throw new ProblemError(problemOf('secret-not-found'));
  const trail = trailOf(operator, region);
  const streams = [resourceStream(trail, arn), ...NAMES.map((name) => nameStream(trail, name))];
  for (const name of MORE_NAMES)
    if (further || trail.streams.has(name)) streams.push(nameStream(trail, name));
  for (const stream of streams) if (stream.read) yield found(stream, arn);
  const ahead = further ? furtherBack(streams) : newest(trail, streams);
  let stopped = false;
  async function* worker(): AsyncGenerator<TimelineLine> {
    while (!stopped && !signal.aborted) {
      const next = ahead();
      if (!next) return;
      const { stream, read } = next;
      try {
        await read(operator, region as string, stream, signal);
        yield found(stream, arn);
      } catch (cause) {
        if (stopped || signal.aborted) return;
        stopped = true;
        const { problem } = toAwsProblem(cause, {
          action: 'cloudtrail:LookupEvents',
          region: region as string,
        });
        yield { kind: 'stopped', problem };
      }
    }
  }
  yield* merge(Array.from({ length: AT_ONCE }, worker));
  yield { kind: 'end', more: streams.some((stream) => !stream.read || hasOlder(stream)) || !further };
}

interface Next {
  readonly stream: TrailStream;
  readonly read: typeof readNewest;
}

/** The streams to begin with, or to bring up to date, one after the other. */
function newest(trail: Trail, streams: readonly TrailStream[]): () => Next | undefined {
  const barren = [...trail.streams.values()].filter((stream) => isInVain(stream, streams)).length;
  const fruitful = [...trail.streams.values()].some(
    ({ name, records }) => name === RESOURCE && records.length > 0,
  );
  const skips = (stream: TrailStream) =>
    stream.name === RESOURCE && (isInVain(stream, streams) || (barren >= ENOUGH && !fruitful));
  const old = streams.filter((stream) => Date.now() - stream.fresh > FRESH_MS && !skips(stream));
  return () => {
    const stream = old.shift();
    return stream && { stream, read: readNewest };
  };
}

// Where the lookup by ARN finds nothing of what the names find, it will not find it the next time.
function isInVain({ name, question, read, records }: TrailStream, streams: readonly TrailStream[]): boolean {
  if (name !== RESOURCE || !read || records.length > 0) return false;
  return streams.some((other) => other.records.some((record) => isAbout(record, question.value)));
}

/** Always the stream that has come least far, for so many pages; names that were never read come first. */
function furtherBack(streams: readonly TrailStream[]): () => Next | undefined {
  const busy = new Set<TrailStream>();
  let left = FURTHER_PAGES;
  return () => {
    if (left === 0) return undefined;
    const open = streams.filter((stream) => !busy.has(stream) && (!stream.read || hasOlder(stream)));
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

const RESOURCE = 'resource';
const resourceStream = (trail: Trail, arn: string) =>
  streamOf(trail, RESOURCE, { key: 'ResourceName', value: arn });
const nameStream = (trail: Trail, name: string) => streamOf(trail, name, { key: 'EventName', value: name });

function found({ name, read, records }: TrailStream, arn: string): TimelineLine {
  const { from = '', to = '', complete = false, pages = 0 } = read ?? {};
  return {
    kind: 'found',
    stream: { name, from, to, complete, pages },
    events: records.filter((record) => isAbout(record, arn)).map(toSecretEvent),
  };
}
