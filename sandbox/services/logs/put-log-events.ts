import type { Json, Operation } from '../../operation.ts';
import { list, required, structure, text } from '../secretsmanager/fields.ts';
import { present } from '../secretsmanager/wire.ts';
import { invalidParameter } from './errors.ts';
import { expiry, idOf, sizeOf } from './events.ts';
import { openGroup, openStream } from './groups.ts';
import { instant, read, streamMembers } from './members.ts';
import type { LogGroup, LogStream } from './state.ts';
import { append, type Line } from './write.ts';

const HOUR_MS = 60 * 60 * 1000;
const BATCH_BYTES = 1_048_576;

/**
 * PutLogEvents: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 * Sequence tokens are ignored, as AWS does since 2023.
 */
export const putLogEvents: Operation = (input, call) => {
  const line = structure({
    timestamp: required(instant),
    message: required(text({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  });
  const asked = read(input, { ...streamMembers, logEvents: required(list(line, { min: 1, max: 10_000 })) });
  const { logGroupName, logStreamName, logEvents } = asked;
  const group = openGroup(call, { logGroupName, logGroupIdentifier: undefined }, logStreamName);
  if (group.logGroupClass === 'DELIVERY') {
    // Only services of AWS write there, by the page on log classes; the wording is not recorded.
    throw invalidParameter('PutLogEvents is not supported for log groups of the DELIVERY log class.');
  }
  const stream = openStream(group, logStreamName);
  refuseBadBatch(logEvents);
  const { accepted, rejected } = sift(group, logEvents, call.now.getTime());
  append(call.state.logs, stream, accepted, call.now);
  return present({ nextSequenceToken: sequenceToken(stream), rejectedLogEventsInfo: rejected });
};

/** A stream's sequence token: shown, never asked for. */
export function sequenceToken({ events, creationTime }: LogStream): string {
  return idOf(events.at(-1) ?? { timestamp: creationTime, sequence: 0 });
}

function refuseBadBatch(lines: readonly Line[]): void {
  const bytes = lines.reduce((sum, { message }) => sum + sizeOf(message), 0);
  if (bytes > BATCH_BYTES) {
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${BATCH_BYTES}`);
  }
  if (lines.some(({ timestamp }, at) => timestamp < (lines[at - 1]?.timestamp ?? 0))) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  if (lines.at(-1)!.timestamp - lines[0]!.timestamp > 24 * HOUR_MS) {
    throw invalidParameter(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  }
}

/** Parts what is kept from what is too old, expired or too new. End indexes are exclusive. */
function sift(
  group: LogGroup,
  lines: readonly Line[],
  now: number,
): { accepted: readonly Line[]; rejected: Json | undefined } {
  const before = (instant: number) => lines.filter(({ timestamp }) => timestamp < instant).length;
  const tooOld = before(now - 14 * 24 * HOUR_MS);
  const expired = before(expiry(group, now));
  const tooNew = lines.findIndex(({ timestamp }) => timestamp > now + 2 * HOUR_MS);
  const accepted = lines.slice(Math.max(tooOld, expired), tooNew === -1 ? undefined : tooNew);
  if (accepted.length === lines.length) return { accepted, rejected: undefined };
  return {
    accepted,
    rejected: present({
      tooNewLogEventStartIndex: tooNew === -1 ? undefined : tooNew,
      tooOldLogEventEndIndex: tooOld || undefined,
      expiredLogEventEndIndex: expired > tooOld ? expired : undefined,
    }),
  };
}
