import { expire, expiry, insert } from './events.ts';
import { groupsIn, type LogGroup, type LogStream, type LogsState } from './state.ts';

/** A line on its way into a stream; `timestamp` in milliseconds since 1970. */
export interface Line {
  readonly timestamp: number;
  readonly message: string;
}

/** Puts lines into a stream, as arrived at `now`. */
export function append(state: LogsState, stream: LogStream, lines: readonly Line[], now: Date): void {
  for (const { timestamp, message } of lines) {
    insert(stream, { timestamp, ingestionTime: now.getTime(), message, sequence: state.nextSequence++ });
  }
}

/** Where a service of the sandbox writes to. */
export interface Target {
  readonly account: string;
  readonly region: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/**
 * Writes lines for a service inside the sandbox, as the platform of Lambda does: without limits, and making
 * group and stream where there are none. Whether the function's role may write is the caller's question.
 */
export function writeLines(state: LogsState, target: Target, lines: readonly Line[], now: Date): void {
  const { account, region, logGroupName: name } = target;
  const groups = groupsIn(state, account, region);
  const group = groups.get(name) ?? {
    name,
    account,
    region,
    logGroupClass: 'STANDARD',
    creationTime: now.getTime(),
    kmsKeyId: undefined,
    deletionProtectionEnabled: false,
    retentionInDays: undefined,
    streams: new Map<string, LogStream>(),
  };
  groups.set(name, group);
  // A world whose clock skips a year shall not keep what its retention has ended: looked at once a stream.
  if (!group.streams.has(target.logStreamName)) forget(group, now.getTime());
  const stream = group.streams.get(target.logStreamName) ?? {
    name: target.logStreamName,
    creationTime: now.getTime(),
    events: [],
  };
  group.streams.set(stream.name, stream);
  append(state, stream, lines, now);
}

/** Forgets the events whose retention has ended, and the streams nothing is left of. */
function forget(group: LogGroup, now: number): void {
  expire(group, now);
  const from = expiry(group, now);
  for (const { name, creationTime, events } of group.streams.values()) {
    if (events.length === 0 && creationTime < from) group.streams.delete(name);
  }
}
