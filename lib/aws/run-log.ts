import 'server-only';
import { DescribeLogGroupsCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { StreamEntry } from '@/lib/domain/rotation/failed-run-of';
import { logs } from './client';
import type { AwsOperator } from './credentials';
import { send } from './send';

/** How a log group keeps what is written to it. */
export interface LogGroup {
  readonly class: string;
  /** Absent: for ever. */
  readonly days?: number;
}

/**
 * A log group by its exact name; undefined: there is none.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
export async function readLogGroup(
  operator: AwsOperator,
  region: string,
  name: string,
): Promise<LogGroup | undefined> {
  const client = logs(operator, region);
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 50 });
  const { output } = await send(command, (options) => client.send(command, options), {
    action: 'logs:DescribeLogGroups',
    region,
    resource: name,
  });
  const found = output.logGroups?.find(({ logGroupName }) => logGroupName === name);
  return (
    found && {
      class: found.logGroupClass ?? 'STANDARD',
      ...(found.retentionInDays === undefined ? {} : { days: found.retentionInDays }),
    }
  );
}

/** A page is up to 1 MB, and may be empty though there is more. */
const MOST_PAGES = 6;

/**
 * What a log group holds of a span, in milliseconds; a few pages of it at most.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function readLogSpan(
  operator: AwsOperator,
  region: string,
  { group, from, to }: { readonly group: string; readonly from: number; readonly to: number },
): Promise<StreamEntry[]> {
  const client = logs(operator, region);
  const entries: StreamEntry[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const command = new FilterLogEventsCommand({
      ...{ logGroupName: group, startTime: from, endTime: to },
      ...(nextToken ? { nextToken } : {}),
    });
    const { output } = await send(command, (options) => client.send(command, options), {
      action: 'logs:FilterLogEvents',
      region,
      resource: group,
    });
    for (const { logStreamName: stream = '', timestamp: at = 0, message: text = '' } of output.events ?? []) {
      entries.push({ stream, at, text });
    }
    nextToken = output.nextToken;
    if (!nextToken) break;
  }
  return entries;
}
