import { AwsError, type Call, type Operation } from '../../operation.ts';
import { list, oneOf, required, text, whole } from '../secretsmanager/fields.ts';
import { invalidParameter, malformedQuery, notFound } from './errors.ts';
import { comparePlaces, expiry, firstFrom, sizeOf } from './events.ts';
import { authorizeGroup, findGroup, whereabouts } from './groups.ts';
import { compileQuery } from './insights/query.ts';
import { rowOf, type Source } from './insights/record.ts';
import { groupIdentifier, groupName, instant, read } from './members.ts';
import { forgetOldQueries, isActive } from './query-life.ts';
import type { LogGroup } from './state.ts';

const DEFAULT_LIMIT = 10_000;

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html; the figure of Infrequent
// Access is not confirmed.
const CONCURRENT = { STANDARD: 100, INFREQUENT_ACCESS: 5, DELIVERY: 0 };

/**
 * StartQuery: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html
 * Times are in seconds, and the second of the end is included.
 */
export const startQuery: Operation = (input, call) => {
  const asked = read(input, {
    queryLanguage: oneOf(['CWLI', 'SQL', 'PPL']),
    logGroupName: groupName,
    logGroupNames: list(required(groupName), { min: 1, max: 50 }),
    logGroupIdentifiers: list(required(groupIdentifier), { min: 1, max: 50 }),
    startTime: required(instant),
    endTime: required(instant),
    queryString: required(text({ max: 10_000 })),
    limit: whole({ min: 1, max: 100_000 }),
  });
  const { logGroupName, logGroupNames, logGroupIdentifiers, queryString } = asked;
  const ways = [logGroupName && [logGroupName], logGroupNames, logGroupIdentifiers].filter(Array.isArray);
  // That exactly one is taken is documented, the wording is not recorded; a SOURCE command is not served.
  if (ways.length !== 1) {
    throw invalidParameter('Exactly one of logGroupName, logGroupNames and logGroupIdentifiers is required.');
  }
  if (asked.queryLanguage === 'SQL' || asked.queryLanguage === 'PPL') {
    throw malformedQuery(`The sandbox does not read ${asked.queryLanguage}, only CWLI.`);
  }
  const groups = ways[0]!.map((identifier: string) => queryable(call, identifier));
  if (asked.endTime < asked.startTime) throw invalidParameter('The query ends before it starts.');
  const [from, to] = [asked.startTime * 1000, asked.endTime * 1000 + 999];
  const names = groups.map(({ name }) => name);
  const source = `SOURCE ${names.map((name) => `"${name}"`).join(', ')} START=${from} END=${to}`;
  const reachable = (group: LogGroup) => to >= earliest(group) && to >= expiry(group, call.now.getTime());
  if (!groups.some(reachable)) {
    throw malformedQuery(
      `Query's end date and time is either before the log groups creation time or exceeds the log groups log retention settings ([0,${source.length}])`,
    );
  }
  const sourced = `${source} | ${queryString}`;
  // An empty query is complained of at its own beginning.
  const run = queryString.trim() === '' ? compileQuery('', 0) : compileQuery(sourced, source.length + 3);
  const logGroupClass = groups[0]!.logGroupClass;
  refuseTooMany(call, logGroupClass);
  const sources = eventsOf(groups, from, to);
  const { rows, matched } = run(sources.map(rowOf), asked.limit ?? DEFAULT_LIMIT);
  const id = call.random.uuid();
  call.state.logs.queries.set(id, {
    id,
    account: call.principal.account,
    region: call.region,
    logGroupNames: names,
    logGroupClass,
    text: sourced,
    createTime: call.now.getTime(),
    findings: {
      rows,
      recordsMatched: matched,
      recordsScanned: sources.length,
      bytesScanned: sources.reduce((sum, { event }) => sum + sizeOf(event.message), 0),
    },
    cancelledAt: undefined,
  });
  return { queryId: id };
};

/** A world's history may be older than its group: what counts then is the first event. */
function earliest({ streams, creationTime }: LogGroup): number {
  return Math.min(
    creationTime,
    ...[...streams.values()].map(({ events }) => events[0]?.timestamp ?? creationTime),
  );
}

function queryable(call: Call, identifier: string): LogGroup {
  const where = whereabouts(call, identifier);
  authorizeGroup(call, where);
  const group = findGroup(call, where);
  if (!group) {
    throw notFound(
      `Log group '${where.name}' does not exist for account ID '${where.account}' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ${call.requestId}; Proxy: null)`,
    );
  }
  // Documented with the log classes, the wording is not recorded.
  if (group.logGroupClass === 'DELIVERY') {
    throw invalidParameter('StartQuery is not supported for log groups of the DELIVERY log class.');
  }
  return group;
}

function refuseTooMany(call: Call, logGroupClass: LogGroup['logGroupClass']): void {
  forgetOldQueries(call);
  const active = [...call.state.logs.queries.values()].filter(
    (query) =>
      query.account === call.principal.account &&
      query.region === call.region &&
      query.logGroupClass === logGroupClass &&
      isActive(query, call.now),
  );
  const most = CONCURRENT[logGroupClass];
  if (active.length < most) return;
  throw new AwsError(
    'LimitExceededException',
    `Account maximum query concurrency limit of [${most}] reached.`,
  );
}

/** The events a query reads, the newest first. */
function eventsOf(groups: readonly LogGroup[], from: number, to: number): readonly Source[] {
  return groups
    .flatMap((group) =>
      [...group.streams.values()].flatMap((stream) => {
        const low = firstFrom(stream.events, { timestamp: from, sequence: 0 });
        const high = firstFrom(stream.events, { timestamp: to + 1, sequence: 0 });
        return stream.events.slice(low, high).map((event) => ({ group, stream, event }));
      }),
    )
    .sort((one, other) => comparePlaces(other.event, one.event));
}
