import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { hasOlder, streamOf, type Trail, type TrailStream, trailOf } from '@/lib/aws/trail';
import type { TimelineLine } from '@/lib/contract/answers';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { parseSecretArn } from '@/lib/domain/arn';
import { isAbout } from '@/lib/domain/timeline/is-about';
import { namesFor } from '@/lib/domain/timeline/searched';
import { toSecretEvent } from '@/lib/domain/timeline/to-secret-event';
import { furtherBack, isFresh, newestOf, readStreams } from './read-streams';

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

// Who asked for a replication, and what AWS says of how it ended. Promotions are told in the replica's region.
const REPLICATION_NAMES = [
  'ReplicationFailed',
  'ReplicateSecretToRegions',
  'ReplicationSucceeded',
  'RemoveRegionsFromReplication',
  'ReplicationStarted',
];

const CURRENT = namesFor('AWSCURRENT');

// So many secrets looked up by ARN in vain, and no other is.
const ENOUGH = 2;

/** How far back is read: what is newer, or `further` than before; `until` an instant, and then only what tells of AWSCURRENT. */
interface Reach {
  readonly further: boolean;
  readonly until?: string | undefined;
}

/**
 * A secret's events: at once what this sign-in has read before, then page by page what is newer, or `further` back. Ends
 * with `end`, whatever fails; what fails stops the reading, because the next page would fail alike.
 */
export async function* readTimeline(
  operator: AwsOperator,
  arn: string,
  { further, until }: Reach,
  signal: AbortSignal,
): AsyncGenerator<TimelineLine> {
  const region = parseSecretArn(arn)?.region;
  if (!region) throw new ProblemError(problemOf('secret-not-found'));
  const trail = trailOf(operator, region);
  const streams = [resourceStream(trail, arn), ...NAMES.map((name) => nameStream(trail, name))];
  for (const name of MORE_NAMES)
    if ((further && until === undefined) || trail.streams.has(name)) streams.push(nameStream(trail, name));
  for (const stream of streams) if (stream.read) yield found(stream, arn);
  const telling = until === undefined ? streams : streams.filter(({ name }) => CURRENT.includes(name));
  const next = further ? furtherBack(telling, until) : newestOf(wanted(trail, streams));
  for await (const one of readStreams(operator, region, next, signal)) {
    yield 'stream' in one ? found(one.stream, arn) : { kind: 'stopped', problem: one.problem };
  }
  const unasked = !further || until !== undefined;
  yield { kind: 'end', more: streams.some((stream) => !stream.read || hasOlder(stream)) || unasked };
}

/**
 * What CloudTrail tells of a secret's replication in its region: the newest page of each name, shared by all secrets of the
 * region. Ends with `end`, whatever fails.
 */
export async function* readReplicationEvents(
  operator: AwsOperator,
  arn: string,
  signal: AbortSignal,
): AsyncGenerator<TimelineLine> {
  const region = parseSecretArn(arn)?.region;
  if (!region) throw new ProblemError(problemOf('secret-not-found'));
  const trail = trailOf(operator, region);
  const streams = REPLICATION_NAMES.map((name) => nameStream(trail, name));
  const next = newestOf(streams.filter((stream) => !isFresh(stream)));
  for (const stream of streams) if (isFresh(stream)) yield found(stream, arn);
  for await (const one of readStreams(operator, region, next, signal)) {
    yield 'stream' in one ? found(one.stream, arn) : { kind: 'stopped', problem: one.problem };
  }
  yield { kind: 'end', more: streams.some((stream) => !stream.read || hasOlder(stream)) };
}

/** The streams to begin with, or to bring up to date. */
function wanted(trail: Trail, streams: readonly TrailStream[]): TrailStream[] {
  const barren = [...trail.streams.values()].filter((stream) => isInVain(stream, streams)).length;
  const fruitful = [...trail.streams.values()].some(
    ({ name, records }) => name === RESOURCE && records.length > 0,
  );
  const skips = (stream: TrailStream) =>
    stream.name === RESOURCE && (isInVain(stream, streams) || (barren >= ENOUGH && !fruitful));
  return streams.filter((stream) => !isFresh(stream) && !skips(stream));
}

// Where the lookup by ARN finds nothing of what the names find, it will not find it the next time.
function isInVain({ name, question, read, records }: TrailStream, streams: readonly TrailStream[]): boolean {
  if (name !== RESOURCE || !read || records.length > 0) return false;
  return streams.some((other) => other.records.some((record) => isAbout(record, question.value)));
}

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
