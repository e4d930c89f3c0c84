import type { Operation } from '../../operation.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import { getLogRecord } from './get-log-record.ts';
import { createLogGroup, deleteLogGroup, deleteRetentionPolicy, putRetentionPolicy } from './log-groups.ts';
import { createLogStream, deleteLogStream } from './log-streams.ts';
import { putLogEvents } from './put-log-events.ts';
import { describeQueries, getQueryResults, stopQuery } from './queries.ts';
import { startQuery } from './start-query.ts';

/** Every CloudWatch Logs operation the sandbox serves, by its name on the wire. */
export const logsOperations: Readonly<Record<string, Operation>> = {
  CreateLogGroup: createLogGroup,
  CreateLogStream: createLogStream,
  DeleteLogGroup: deleteLogGroup,
  DeleteLogStream: deleteLogStream,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  DescribeQueries: describeQueries,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  GetLogRecord: getLogRecord,
  GetQueryResults: getQueryResults,
  PutLogEvents: putLogEvents,
  PutRetentionPolicy: putRetentionPolicy,
  StartQuery: startQuery,
  StopQuery: stopQuery,
};
