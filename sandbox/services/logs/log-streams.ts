import type { Operation } from '../../operation.ts';
import { alreadyExists } from './errors.ts';
import { openGroup, openStream } from './groups.ts';
import { refuseLongNames } from './log-groups.ts';
import { read, streamMembers } from './members.ts';

/** CreateLogStream: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html */
export const createLogStream: Operation = (input, call) => {
  refuseLongNames(input.logGroupName, input.logStreamName);
  const { logGroupName, logStreamName: name } = read(input, streamMembers);
  const group = openGroup(call, { logGroupName, logGroupIdentifier: undefined }, name);
  if (group.streams.has(name)) throw alreadyExists('log stream');
  group.streams.set(name, { name, creationTime: call.now.getTime(), events: [] });
  return {};
};

/** DeleteLogStream: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html */
export const deleteLogStream: Operation = (input, call) => {
  const { logGroupName, logStreamName } = read(input, streamMembers);
  const group = openGroup(call, { logGroupName, logGroupIdentifier: undefined }, logStreamName);
  group.streams.delete(openStream(group, logStreamName).name);
  return {};
};
