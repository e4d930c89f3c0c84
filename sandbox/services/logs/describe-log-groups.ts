import type { Json, Operation } from '../../operation.ts';
import { list, oneOf, required } from '../secretsmanager/fields.ts';
import { present } from '../secretsmanager/wire.ts';
import { invalidParameter } from './errors.ts';
import { expire, storedBytes } from './events.ts';
import { arnOf, authorizeGroup, whereabouts } from './groups.ts';
import { describeLimit, groupIdentifier, groupName, groupNamePattern, nextToken, read } from './members.ts';
import { fromToken, questionOf, toToken } from './pages.ts';
import { groupsIn, LOG_GROUP_CLASSES, type LogGroup } from './state.ts';

/** DescribeLogGroups: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
export const describeLogGroups: Operation = (input, call) => {
  const asked = read(input, {
    logGroupNamePrefix: groupName,
    logGroupNamePattern: groupNamePattern,
    logGroupClass: oneOf(LOG_GROUP_CLASSES),
    logGroupIdentifiers: list(required(groupIdentifier), { min: 1, max: 50 }),
    limit: describeLimit,
    nextToken,
  });
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupClass } = asked;
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const { account } = call.principal;
  authorizeGroup(call, { account, region: call.region, name: '' });
  const arns = asked.logGroupIdentifiers?.map((identifier) => arnOf(whereabouts(call, identifier)));
  const question = questionOf(['groups', prefix, pattern, logGroupClass, arns]);
  const after = fromToken(question, call.now, asked.nextToken)?.[0];
  const found = [...groupsIn(call.state.logs, account, call.region).values()]
    .filter(({ name }) => name.startsWith(prefix ?? '') && name.includes(pattern ?? ''))
    .filter((group) => logGroupClass === undefined || group.logGroupClass === logGroupClass)
    .filter((group) => !arns || arns.includes(arnOf(group)))
    .filter(({ name }) => after === undefined || name > String(after))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const page = found.slice(0, asked.limit ?? 50);
  // A search by pattern gives a token with every page that holds a group, as recorded: the last page is empty.
  const more = found.length > page.length || pattern !== undefined;
  const last = more ? page.at(-1) : undefined;
  return present({
    logGroups: page.map((group) => {
      expire(group, call.now.getTime());
      return shown(group, pattern !== undefined);
    }),
    nextToken: last && toToken(question, call.now, [last.name]),
  });
};

/** A search by pattern answers less of each group, as recorded. */
function shown(group: LogGroup, brief: boolean): Json {
  return present({
    logGroupName: group.name,
    creationTime: group.creationTime,
    retentionInDays: group.logGroupClass === 'DELIVERY' ? 2 : group.retentionInDays,
    metricFilterCount: 0,
    arn: `${arnOf(group)}:*`,
    storedBytes: brief ? undefined : storedBytes(group),
    kmsKeyId: group.kmsKeyId,
    logGroupClass: group.logGroupClass,
    logGroupArn: arnOf(group),
    deletionProtectionEnabled: brief ? undefined : group.deletionProtectionEnabled,
  });
}
