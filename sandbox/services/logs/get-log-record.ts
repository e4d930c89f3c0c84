import type { Operation } from '../../operation.ts';
import { required, text } from '../secretsmanager/fields.ts';
import { invalidParameter, notFound } from './errors.ts';
import { firstFrom } from './events.ts';
import { findGroup, whereabouts } from './groups.ts';
import { fieldsOf } from './insights/record.ts';
import { read } from './members.ts';

/** GetLogRecord: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html */
export const getLogRecord: Operation = (input, call) => {
  const { logRecordPointer } = read(input, { logRecordPointer: required(text({ max: 8192 })) });
  call.authorize({ action: 'logs:GetLogRecord', resource: '*' });
  const [arn, streamName, timestamp, sequence] = decode(logRecordPointer);
  // The wordings of these two are not recorded.
  if (typeof arn !== 'string' || typeof timestamp !== 'number' || typeof sequence !== 'number') {
    throw invalidParameter('The specified logRecordPointer is invalid.');
  }
  const group = findGroup(call, whereabouts(call, arn));
  const stream = group?.streams.get(String(streamName));
  const event = stream?.events[firstFrom(stream.events, { timestamp, sequence })];
  if (!group || !stream || event?.sequence !== sequence) {
    throw notFound('The specified log record does not exist.');
  }
  return { logRecord: fieldsOf({ group, stream, event }) };
};

function decode(pointer: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(pointer, 'base64').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
