import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeQueriesCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  GetLogRecordCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
  StartQueryCommand,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

interface Keys {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where Debian puts AWS CLI 2. */
const CLI = '/usr/bin/aws';
const hasCli = existsSync(CLI);
const run = promisify(execFile);

let sandbox: RunningSandbox;
let operators: Keys[];
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, world: 'empty' });
  operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as Keys[];
});
afterAll(() => sandbox.close());

const keysOf = (name: string) => operators.find((operator) => operator.name === name)!;
const clientOf = (name: string) =>
  new CloudWatchLogsClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: keysOf(name),
  });

describe('the SDK and CloudWatch Logs', () => {
  const logGroupName = '/aws/lambda/sdk';
  const logStreamName = '2026/11/24/[$LATEST]0123';
  let client: CloudWatchLogsClient;
  beforeAll(async () => {
    client = clientOf('riley');
    await client.send(new CreateLogGroupCommand({ logGroupName }));
    await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
    const now = Date.now();
    const logEvents = [1, 2, 3, 4, 5].map((at) => ({ timestamp: now + at, message: `line ${at}` }));
    await client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
  });
  afterAll(() => client.destroy());

  test('reads page by page', async () => {
    const found: (string | undefined)[] = [];
    const input = { logGroupName, filterPattern: '-3' };
    for await (const page of paginateFilterLogEvents({ client, pageSize: 2 }, input)) {
      found.push(...(page.events ?? []).map(({ message }) => message));
    }
    expect(found).toEqual(['line 1', 'line 2', 'line 4', 'line 5']);
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeLogGroups({ client, pageSize: 1 }, {})) {
      names.push(...(page.logGroups ?? []).map(({ logGroupName: name }) => name));
    }
    expect(names).toContain(logGroupName);
    const newest = await client.send(
      new FilterLogEventsCommand({
        logGroupName,
        startFromHead: false,
        startTime: Date.UTC(2024, 0),
        limit: 1,
      }),
    );
    expect(newest.events).toMatchObject([{ message: 'line 5' }]);
    const last = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, limit: 1 }));
    expect(last.events).toMatchObject([{ message: 'line 5' }]);
    const end = await client.send(
      new GetLogEventsCommand({ logGroupName, logStreamName, nextToken: last.nextForwardToken! }),
    );
    expect(end).toMatchObject({ events: [], nextForwardToken: last.nextForwardToken });
  });

  test('asks Insights, and follows a pointer', async () => {
    const second = Math.floor(Date.now() / 1000);
    const range = { startTime: second - 60, endTime: second + 60 };
    const ask = (queryString: string) =>
      client.send(new StartQueryCommand({ logGroupName, queryString, ...range }));
    const { queryId } = await ask('fields @message | filter @message like /[45]$/ | sort @timestamp asc');
    const results = () => client.send(new GetQueryResultsCommand({ queryId: queryId! }));
    await expect.poll(async () => (await results()).status, { timeout: 10_000 }).toBe('Complete');
    const answer = await results();
    expect(answer.statistics).toMatchObject({ recordsMatched: 2, recordsScanned: 5 });
    expect(answer.results?.map(([row]) => row)).toEqual([
      { field: '@message', value: 'line 4' },
      { field: '@message', value: 'line 5' },
    ]);
    const pointer = answer.results?.[0]?.find(({ field }) => field === '@ptr')?.value;
    const { logRecord } = await client.send(new GetLogRecordCommand({ logRecordPointer: pointer! }));
    expect(logRecord).toMatchObject({ '@message': 'line 4', '@logStream': logStreamName });
    const stopped = await ask('limit 1');
    expect(await client.send(new StopQueryCommand({ queryId: stopped.queryId! }))).toMatchObject({
      success: true,
    });
    const { queries } = await client.send(new DescribeQueriesCommand({ logGroupName, status: 'Cancelled' }));
    expect(queries).toMatchObject([{ queryId: stopped.queryId, status: 'Cancelled' }]);
    await expect(ask('bogus')).rejects.toMatchObject({
      name: 'MalformedQueryException',
      message: expect.stringContaining('unexpected symbol found bogus at line 1 and position'),
    });
  });

  test('refuses whom no policy allows', async () => {
    const sam = clientOf('sam');
    await expect(sam.send(new FilterLogEventsCommand({ logGroupName }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:iam::441200879921:user/sam is not authorized to perform: logs:FilterLogEvents on resource: arn:aws:logs:us-east-1:441200879921:log-group:${logGroupName}:log-stream: because no identity-based policy allows the logs:FilterLogEvents action`,
    });
    sam.destroy();
  });
});

test.runIf(process.env.CI)('the build server has the AWS CLI', () => {
  expect(hasCli, 'install awscli 2: the sandbox is measured against it').toBe(true);
});

describe.skipIf(!hasCli)('the AWS CLI and CloudWatch Logs', () => {
  async function aws(...args: string[]): Promise<Record<string, unknown>> {
    const { accessKeyId, secretAccessKey } = keysOf('riley');
    const fixed = ['--endpoint-url', sandbox.url, '--region', 'us-east-1', '--output', 'json'];
    const { stdout } = await run(CLI, ['logs', ...args, ...fixed], {
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_PAGER: '',
      },
    });
    return stdout.trim() === '' ? {} : JSON.parse(stdout);
  }
  const group = ['--log-group-name', 'cli'];
  const stream = [...group, '--log-stream-name', 'one'];

  test('fills a group and reads it back', async () => {
    await aws('create-log-group', ...group);
    await aws('put-retention-policy', ...group, '--retention-in-days', '7');
    await aws('create-log-stream', ...stream);
    const events = [0, 1, 2].map((at) => ({ timestamp: Date.now() + at, message: `say ${at}` }));
    expect(await aws('put-log-events', ...stream, '--log-events', JSON.stringify(events))).toMatchObject({
      nextSequenceToken: expect.stringMatching(/^\d{56}$/),
    });
    expect(await aws('describe-log-groups', '--log-group-name-prefix', 'cl')).toMatchObject({
      logGroups: [{ logGroupName: 'cli', retentionInDays: 7, storedBytes: 93 }],
    });
    expect(
      await aws('describe-log-streams', ...group, '--order-by', 'LastEventTime', '--descending'),
    ).toMatchObject({ logStreams: [{ logStreamName: 'one', lastEventTimestamp: events[2]!.timestamp }] });
    expect(await aws('get-log-events', ...stream, '--start-from-head', '--limit', '1')).toMatchObject({
      events: [{ message: 'say 0' }],
    });
    expect(await aws('filter-log-events', ...group, '--filter-pattern', '?0 ?2')).toMatchObject({
      events: [{ message: 'say 0' }, { message: 'say 2' }],
    });
  });

  test('prints refusals in the words of AWS', async () => {
    const refusals = await Promise.allSettled([
      aws('create-log-group', ...group),
      aws('get-log-events', ...group, '--log-stream-name', 'none'),
      aws('filter-log-events', ...group, '--filter-pattern', 'a@b'),
      aws('describe-log-streams', '--log-group-name', 'a:b'),
      aws('stop-query', '--query-id', '00000000-0000-4000-8000-000000000000'),
    ]);
    expect(
      refusals.map((refusal) => refusal.status === 'rejected' && String(refusal.reason.stderr).trim()),
    ).toEqual([
      'An error occurred (ResourceAlreadyExistsException) when calling the CreateLogGroup operation: The specified log group already exists',
      'An error occurred (ResourceNotFoundException) when calling the GetLogEvents operation: The specified log stream does not exist.',
      'An error occurred (InvalidParameterException) when calling the FilterLogEvents operation: Invalid filter pattern',
      "An error occurred (InvalidParameterException) when calling the DescribeLogStreams operation: 1 validation error detected: Value 'a:b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
      'An error occurred (ResourceNotFoundException) when calling the StopQuery operation: The specified query does not exist.',
    ]);
  });

  test('deletes what it made', async () => {
    await aws('delete-retention-policy', ...group);
    await aws('delete-log-stream', ...stream);
    expect(await aws('describe-log-streams', ...group)).toEqual({ logStreams: [] });
    await aws('delete-log-group', ...group);
    expect(await aws('describe-log-groups', '--log-group-name-prefix', 'cli')).toEqual({ logGroups: [] });
  });
});
