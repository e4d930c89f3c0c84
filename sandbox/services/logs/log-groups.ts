import { AwsError, type Call, type Operation } from '../../operation.ts';
import { flag, oneOf, required, text, whole } from '../secretsmanager/fields.ts';
import { alreadyExists, invalidParameter } from './errors.ts';
import { arnOf, authorizeGroup, openGroup } from './groups.ts';
import { groupName, read } from './members.ts';
import { groupsIn, LOG_GROUP_CLASSES } from './state.ts';

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** A name that is too long is refused in a sentence of its own, recorded from CreateLogGroup. */
export function refuseLongNames(...names: readonly unknown[]): void {
  if (!names.some((name) => typeof name === 'string' && name.length > 512)) return;
  throw invalidParameter('Invalid LogGroup or LogStream, both must have length less than or equal to 512.');
}

/** CreateLogGroup: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export const createLogGroup: Operation = (input, call) => {
  refuseLongNames(input.logGroupName);
  const { logGroupName: name, ...asked } = read(input, {
    logGroupName: required(groupName),
    kmsKeyId: text({ max: 256 }),
    logGroupClass: oneOf(LOG_GROUP_CLASSES),
    deletionProtectionEnabled: flag(),
  });
  const { account } = call.principal;
  const { region } = call;
  authorizeGroup(call, { name, account, region });
  // The rule is AWS's, its wording is not recorded.
  if (name.startsWith('aws/')) throw invalidParameter("Log group names can't start with the string aws/");
  const groups = groupsIn(call.state.logs, account, region);
  if (groups.has(name)) throw alreadyExists('log group');
  groups.set(name, {
    name,
    account,
    region,
    logGroupClass: asked.logGroupClass ?? 'STANDARD',
    creationTime: call.now.getTime(),
    kmsKeyId: asked.kmsKeyId,
    deletionProtectionEnabled: asked.deletionProtectionEnabled,
    retentionInDays: undefined,
    streams: new Map(),
  });
  return {};
};

/** DeleteLogGroup: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html */
export const deleteLogGroup: Operation = (input, call) => {
  const { logGroupName } = read(input, { logGroupName: required(groupName) });
  const group = openGroup(call, { logGroupName, logGroupIdentifier: undefined });
  if (group.deletionProtectionEnabled) {
    // The code is documented, the wording is not recorded.
    throw new AwsError('ValidationException', `Deletion protection is enabled for ${arnOf(group)}.`);
  }
  groupsIn(call.state.logs, group.account, group.region).delete(group.name);
  return {};
};

/** PutRetentionPolicy: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const putRetentionPolicy: Operation = (input, call) => {
  const { logGroupName, retentionInDays } = read(input, {
    logGroupName: required(groupName),
    retentionInDays: required(whole({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  });
  if (!DAYS.includes(retentionInDays)) {
    throw invalidParameter(
      `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${DAYS.join(', ')}]`,
    );
  }
  changeRetention(call, logGroupName, retentionInDays);
  return {};
};

/** DeleteRetentionPolicy: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html */
export const deleteRetentionPolicy: Operation = (input, call) => {
  const { logGroupName } = read(input, { logGroupName: required(groupName) });
  changeRetention(call, logGroupName, undefined);
  return {};
};

function changeRetention(call: Call, logGroupName: string, days: number | undefined): void {
  const group = openGroup(call, { logGroupName, logGroupIdentifier: undefined });
  if (group.logGroupClass === 'DELIVERY') {
    // Two days, fixed, by the page on log classes; the wording is not recorded.
    throw invalidParameter('The retention of log groups of the DELIVERY log class is fixed.');
  }
  group.retentionInDays = days;
}
