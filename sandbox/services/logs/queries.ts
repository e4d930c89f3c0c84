import type { Call, Operation } from '../../operation.ts';
import { oneOf, required, text, whole } from '../secretsmanager/fields.ts';
import { present } from '../secretsmanager/wire.ts';
import { invalidParameter, notFound } from './errors.ts';
import { groupName, nextToken, read } from './members.ts';
import { fromToken, questionOf, toToken } from './pages.ts';
import { forgetOldQueries, isActive, progressOf, statusOf } from './query-life.ts';
import type { Query } from './state.ts';

const STATUSES = ['Scheduled', 'Running', 'Complete', 'Failed', 'Cancelled', 'Timeout', 'Unknown'] as const;
const ROWS = 10_000;
const queryId = required(text({ min: 1, max: 256 }));

/**
 * GetQueryResults: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html
 * A query that runs shows what it has found so far.
 */
export const getQueryResults: Operation = (input, call) => {
  const asked = read(input, {
    queryId,
    nextToken: text({ max: 1024 }),
    maxItems: whole({ min: 0, max: ROWS }),
  });
  call.authorize({ action: 'logs:GetQueryResults', resource: '*' });
  const query = openQuery(call, asked.queryId);
  const { findings } = query;
  const progress = progressOf(query, call.now);
  const part = (figure: number) => Math.floor(figure * progress);
  const known = findings.rows.slice(0, part(findings.rows.length));
  const question = questionOf(['results', query.id]);
  const start = Number(fromToken(question, call.now, asked.nextToken)?.[0] ?? 0);
  const end = start + (asked.maxItems || ROWS);
  return present({
    queryLanguage: 'CWLI',
    results: known.slice(start, end).map((row) => row.map(([field, value]) => ({ field, value }))),
    statistics: {
      recordsMatched: part(findings.recordsMatched),
      recordsScanned: part(findings.recordsScanned),
      estimatedRecordsSkipped: 0,
      bytesScanned: part(findings.bytesScanned),
      estimatedBytesSkipped: 0,
      logGroupsScanned: query.logGroupNames.length,
    },
    status: statusOf(query, call.now),
    nextToken: end < known.length ? toToken(question, call.now, [end]) : undefined,
  });
};

/** StopQuery: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StopQuery.html */
export const stopQuery: Operation = (input, call) => {
  const asked = read(input, { queryId });
  call.authorize({ action: 'logs:StopQuery', resource: '*' });
  const query = openQuery(call, asked.queryId);
  // That a query which has ended is refused is documented, the wording is not recorded.
  if (!isActive(query, call.now)) throw invalidParameter('The specified query is not running.');
  query.cancelledAt = call.now.getTime();
  return { success: true };
};

/** DescribeQueries: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueries.html */
export const describeQueries: Operation = (input, call) => {
  const asked = read(input, {
    logGroupName: groupName,
    status: oneOf(STATUSES),
    maxResults: whole({ min: 1, max: 1000 }),
    nextToken,
    queryLanguage: oneOf(['CWLI', 'SQL', 'PPL']),
  });
  call.authorize({ action: 'logs:DescribeQueries', resource: '*' });
  forgetOldQueries(call);
  const { logGroupName, status, queryLanguage } = asked;
  const question = questionOf(['queries', logGroupName, status, queryLanguage]);
  const after = fromToken(question, call.now, asked.nextToken)?.[0];
  const all = [...call.state.logs.queries.values()]
    .filter((query) => isOf(call, query))
    .filter(({ logGroupNames }) => logGroupName === undefined || logGroupNames.includes(logGroupName))
    .filter((query) => status === undefined || statusOf(query, call.now) === status)
    .filter(() => queryLanguage === undefined || queryLanguage === 'CWLI')
    .reverse();
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const page = all.slice(start, start + (asked.maxResults ?? 1000));
  const last = start + page.length < all.length ? page.at(-1) : undefined;
  return present({
    queries: page.map((query) =>
      present({
        queryLanguage: 'CWLI',
        queryId: query.id,
        queryString: query.text,
        status: statusOf(query, call.now),
        createTime: query.createTime,
        logGroupName: query.logGroupNames.length === 1 ? query.logGroupNames[0] : undefined,
      }),
    ),
    nextToken: last && toToken(question, call.now, [last.id]),
  });
};

function isOf(call: Call, { account, region }: Query): boolean {
  return account === call.principal.account && region === call.region;
}

/** A query of this account and region; the wording of the refusal is not recorded. */
function openQuery(call: Call, id: string): Query {
  forgetOldQueries(call);
  const query = call.state.logs.queries.get(id);
  if (!query || !isOf(call, query)) throw notFound('The specified query does not exist.');
  return query;
}
