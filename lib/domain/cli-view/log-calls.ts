import type { AwsCall } from '../aws-call.ts';
import { LOG_QUERY } from '../rotation/log-query.ts';
import { joinedSpans, spanOf } from '../rotation/log-spans.ts';

/** Runs of one function that were looked for in its log. */
export interface LogSearch {
  readonly functionArn: string;
  /** When AWS told of each failure; ISO. */
  readonly failed: readonly string[];
  /** How long the function may run, in seconds, where that is known. */
  readonly timeout?: number | undefined;
  /** The lines were had by a query, which AWS bills by what it scans. */
  readonly queried?: boolean | undefined;
}

/**
 * The calls that search a function's log for failed runs: how the group keeps its lines, then what it holds of each time.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
 */
export function logCalls({ functionArn, failed, timeout, queried }: LogSearch): AwsCall[] {
  const [, , , region = '', , , name = ''] = functionArn.split(':');
  const group = `/aws/lambda/${name}`;
  const ask = (operation: string, input: object): AwsCall => ({ service: 'logs', operation, region, input });
  return [
    { ...ask('DescribeLogGroups', { logGroupNamePrefix: group }), pages: { most: 50 } },
    ...joinedSpans(failed.map((at) => spanOf(Date.parse(at), timeout))).map(({ from, to }) =>
      queried
        ? ask('StartQuery', {
            logGroupNames: [group],
            startTime: Math.floor(from / 1_000),
            endTime: Math.ceil(to / 1_000),
            queryString: LOG_QUERY,
          })
        : { ...ask('FilterLogEvents', { logGroupName: group, startTime: from, endTime: to }), pages: {} },
    ),
  ];
}
