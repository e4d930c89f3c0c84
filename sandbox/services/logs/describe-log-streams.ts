import type { Json, Operation } from '../../operation.ts';
import { flag, oneOf } from '../secretsmanager/fields.ts';
import { present } from '../secretsmanager/wire.ts';
import { invalidParameter } from './errors.ts';
import { arnOf, openGroup } from './groups.ts';
import { describeLimit, groupMembers, nextToken, read, streamName } from './members.ts';
import { fromToken, questionOf, toToken } from './pages.ts';
import { sequenceToken } from './put-log-events.ts';
import type { LogGroup, LogStream } from './state.ts';

/** DescribeLogStreams: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
export const describeLogStreams: Operation = (input, call) => {
  const asked = read(input, {
    ...groupMembers,
    logStreamNamePrefix: streamName,
    orderBy: oneOf(['LogStreamName', 'LastEventTime']),
    descending: flag(),
    limit: describeLimit,
    nextToken,
  });
  const { logStreamNamePrefix: prefix, descending } = asked;
  const byTime = asked.orderBy === 'LastEventTime';
  const group = openGroup(call, asked);
  if (byTime && prefix !== undefined) {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const question = questionOf(['streams', arnOf(group), prefix, byTime, descending]);
  const [time, name] = fromToken(question, call.now, asked.nextToken) ?? [];
  const keyOf = (stream: LogStream): Key => ({
    time: byTime ? (stream.events.at(-1)?.timestamp ?? 0) : 0,
    name: stream.name,
  });
  const after = name === undefined ? undefined : { time: Number(time), name: String(name) };
  const direction = descending ? -1 : 1;
  const found = [...group.streams.values()]
    .filter((stream) => stream.name.startsWith(prefix ?? ''))
    .filter((stream) => !after || direction * compare(keyOf(stream), after) > 0)
    .sort((one, other) => direction * compare(keyOf(one), keyOf(other)));
  const page = found.slice(0, asked.limit ?? 50);
  const last = found.length > page.length ? page.at(-1) : undefined;
  return present({
    logStreams: page.map((stream) => shown(group, stream)),
    nextToken: last && toToken(question, call.now, [keyOf(last).time, last.name]),
  });
};

interface Key {
  readonly time: number;
  readonly name: string;
}

function compare(one: Key, other: Key): number {
  if (one.time !== other.time) return one.time - other.time;
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

/** A stream without events has no times. Its bytes have been told as zero since 2019. */
function shown(group: LogGroup, stream: LogStream): Json {
  const last = stream.events.at(-1);
  return present({
    logStreamName: stream.name,
    creationTime: stream.creationTime,
    firstEventTimestamp: stream.events[0]?.timestamp,
    lastEventTimestamp: last?.timestamp,
    lastIngestionTime: last?.ingestionTime,
    uploadSequenceToken: last && sequenceToken(stream),
    arn: `${arnOf(group)}:log-stream:${stream.name}`,
    storedBytes: 0,
  });
}
