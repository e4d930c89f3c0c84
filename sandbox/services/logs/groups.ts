import { AwsError, type Call } from '../../operation.ts';
import { invalidParameter, noSuchGroup, noSuchStream } from './errors.ts';
import { expire } from './events.ts';
import { groupsIn, type LogGroup, type LogStream } from './state.ts';

/** The ARN of a group; with `:*` behind it, it covers the group's streams. */
export function arnOf({ account, region, name }: Pick<LogGroup, 'account' | 'region' | 'name'>): string {
  return `arn:aws:logs:${region}:${account}:log-group:${name}`;
}

/** Where a group is: its name, its account and its region. */
interface Whereabouts {
  readonly name: string;
  readonly account: string;
  readonly region: string;
}

/** How a call may name a group. */
export interface GroupNamed {
  readonly logGroupName: string | undefined;
  readonly logGroupIdentifier: string | undefined;
}

/** The place a group identifier means: a name in the caller's account and region, or what an ARN says. */
export function whereabouts(call: Call, identifier: string): Whereabouts {
  const arn = /^arn:aws:logs:([^:]+):(\d{12}):log-group:([^:]+)$/.exec(identifier);
  if (arn) return { region: arn[1]!, account: arn[2]!, name: arn[3]! };
  return { region: call.region, account: call.principal.account, name: identifier };
}

/** The one name a call gives a group by. */
export function identifierIn({ logGroupName, logGroupIdentifier }: GroupNamed): string {
  if (logGroupName !== undefined && logGroupIdentifier !== undefined) {
    throw new AwsError(
      'ValidationException',
      'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    );
  }
  const identifier = logGroupName ?? logGroupIdentifier;
  if (identifier !== undefined) return identifier;
  // The model requires neither; what AWS says to both missing is not recorded.
  throw invalidParameter(
    "1 validation error detected: Value null at 'logGroupName' failed to satisfy constraint: Member must not be null",
  );
}

/**
 * Asks IAM about a group, or about one stream of it. AWS names the group with `:log-stream:` behind it even
 * where no stream is meant, as its refusals show.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function authorizeGroup(call: Call, group: Whereabouts, stream = ''): void {
  const resource = `${arnOf(group)}:log-stream:${stream}`;
  call.authorize({ action: `logs:${call.operation}`, resource });
}

/** A group of this account and region, its expired events forgotten; undefined if there is none. */
export function findGroup(call: Call, { name, account, region }: Whereabouts): LogGroup | undefined {
  // Groups of linked accounts need observability links, which the sandbox has not.
  if (account !== call.principal.account || region !== call.region) return undefined;
  const group = groupsIn(call.state.logs, account, region).get(name);
  if (group) expire(group, call.now.getTime());
  return group;
}

/** The group a call names, once IAM has agreed; `stream` is the one it is about. */
export function openGroup(call: Call, named: GroupNamed, stream?: string): LogGroup {
  const where = whereabouts(call, identifierIn(named));
  authorizeGroup(call, where, stream);
  const group = findGroup(call, where);
  if (!group) throw noSuchGroup();
  return group;
}

/** A stream of a group. */
export function openStream(group: LogGroup, name: string): LogStream {
  const stream = group.streams.get(name);
  if (!stream) throw noSuchStream();
  return stream;
}

/**
 * Refuses a group whose class cannot be read event by event; the wording is not recorded.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
 */
export function refuseUnlessStandard(call: Call, { logGroupClass }: LogGroup): void {
  if (logGroupClass === 'STANDARD') return;
  throw invalidParameter(
    `${call.operation} is not supported for log groups of the ${logGroupClass} log class.`,
  );
}
