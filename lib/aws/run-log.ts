import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  GetQueryResultsCommand,
  type ResultField,
  StartQueryCommand,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { LOG_QUERY } from '@/lib/domain/rotation/log-query';
import type { StreamEntry } from '@/lib/domain/rotation/log-runs';
import type { LogSpan } from '@/lib/domain/rotation/log-spans';
import { logs } from './client';
import type { AwsOperator } from './credentials';
import { turn } from './pace';
import { send } from './send';

/** How a log group keeps what is written to it. */
export interface LogGroup {
  readonly class: string;
  /** Absent: for ever. */
  readonly days?: number;
  /** When AWS said so, by its own clock in milliseconds. */
  readonly at: number;
  /** All it holds, of whatever time. */
  readonly bytes: number;
}

// The least AWS allows in any region: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
const PER_SECOND = { DescribeLogGroups: 10, FilterLogEvents: 5, StartQuery: 5, GetQueryResults: 5 };

const inTurn = (
  { scope }: AwsOperator,
  region: string,
  operation: keyof typeof PER_SECOND,
  signal: AbortSignal,
) => turn(`logs ${scope.slice(0, 12)} ${region} ${operation}`, PER_SECOND[operation], signal);

/**
 * A log group by its exact name; undefined: there is none.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
 */
export async function readLogGroup(
  operator: AwsOperator,
  region: string,
  name: string,
  signal: AbortSignal,
): Promise<LogGroup | undefined> {
  await inTurn(operator, region, 'DescribeLogGroups', signal);
  const client = logs(operator, region);
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 50 });
  const { output, at } = await send(command, (options) => client.send(command, options), {
    action: 'logs:DescribeLogGroups',
    region,
    resource: name,
    signal,
  });
  const found = output.logGroups?.find(({ logGroupName }) => logGroupName === name);
  return (
    found && {
      class: found.logGroupClass ?? 'STANDARD',
      bytes: found.storedBytes ?? 0,
      ...(found.retentionInDays === undefined ? {} : { days: found.retentionInDays }),
      at: Date.parse(at),
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
  { group, from, to }: LogSpan & { readonly group: string },
  signal: AbortSignal,
): Promise<StreamEntry[]> {
  const client = logs(operator, region);
  const entries: StreamEntry[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    await inTurn(operator, region, 'FilterLogEvents', signal);
    const command = new FilterLogEventsCommand({
      ...{ logGroupName: group, startTime: from, endTime: to },
      ...(nextToken ? { nextToken } : {}),
    });
    const { output } = await send(command, (options) => client.send(command, options), {
      action: 'logs:FilterLogEvents',
      region,
      resource: group,
      signal,
    });
    for (const { logStreamName: stream = '', timestamp: at = 0, message: text = '' } of output.events ?? []) {
      entries.push({ stream, at, text });
    }
    nextToken = output.nextToken;
    if (!nextToken) break;
  }
  return entries;
}

/** What a query found, by log group, and the bytes AWS bills. */
export interface Queried {
  readonly entries: ReadonlyMap<string, readonly StreamEntry[]>;
  readonly bytes: number;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2_000;

/**
 * What up to 50 log groups hold of a span, by one query of Logs Insights, which AWS bills by the bytes it scans. Whoever
 * leaves stops it.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
 */
export async function queryLogSpan(
  operator: AwsOperator,
  region: string,
  { groups, from, to }: LogSpan & { readonly groups: readonly string[] },
  signal: AbortSignal,
): Promise<Queried> {
  const client = logs(operator, region);
  const subject = (operation: string) => ({
    ...{ action: `logs:${operation}`, region, signal },
    ...(groups.length === 1 && groups[0] ? { resource: groups[0] } : {}),
  });
  await inTurn(operator, region, 'StartQuery', signal);
  const start = new StartQueryCommand({
    logGroupNames: [...groups],
    // In seconds, both inclusive.
    ...{ startTime: Math.floor(from / 1_000), endTime: Math.ceil(to / 1_000), queryString: LOG_QUERY },
  });
  const { output } = await send(start, (options) => client.send(start, options), subject('StartQuery'));
  const queryId = output.queryId ?? '';
  try {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
      await pause(wait, undefined, { signal });
      await inTurn(operator, region, 'GetQueryResults', signal);
      const command = new GetQueryResultsCommand({ queryId });
      const got = await send(command, (options) => client.send(command, options), subject('GetQueryResults'));
      const { status, results = [], statistics } = got.output;
      if (status === 'Scheduled' || status === 'Running' || status === 'Unknown') continue;
      return { entries: byGroup(results, groups), bytes: statistics?.bytesScanned ?? 0 };
    }
  } catch (cause) {
    void client.send(new StopQueryCommand({ queryId })).catch(() => undefined);
    throw cause;
  }
}

function byGroup(rows: readonly ResultField[][], groups: readonly string[]) {
  const entries = new Map<string, StreamEntry[]>(groups.map((group) => [group, []]));
  for (const row of rows) {
    const field = (name: string) => row.find((one) => one.field === name)?.value ?? '';
    // `account:group`; the time has no zone and is UTC.
    const group = field('@log').replace(/^\d{12}:/, '');
    const at = Date.parse(`${field('@timestamp').replace(' ', 'T')}Z`);
    if (!Number.isNaN(at))
      entries.get(group)?.push({ at, text: field('@message'), stream: field('@logStream') });
  }
  return entries;
}
