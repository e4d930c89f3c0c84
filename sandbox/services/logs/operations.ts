import type { Operation } from '../../operation.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { createLogGroup, deleteLogGroup, deleteRetentionPolicy, putRetentionPolicy } from './log-groups.ts';
import { createLogStream, deleteLogStream } from './log-streams.ts';
import { putLogEvents } from './put-log-events.ts';

/** Every CloudWatch Logs operation the sandbox serves, by its name on the wire. */
export const logsOperations: Readonly<Record<string, Operation>> = {
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DeleteLogGroup: deleteLogGroup,
  DeleteLogStream: deleteLogStream,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  PutLogEvents: putLogEvents,
  PutRetentionPolicy: putRetentionPolicy,
};
