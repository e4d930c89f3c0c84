/** What a log group costs and can do; fixed when it is made. */
export const LOG_GROUP_CLASSES = ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'] as const;
export type LogGroupClass = (typeof LOG_GROUP_CLASSES)[number];

/** One log event; times in milliseconds since 1970. */
export interface LogEvent {
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly message: string;
  /** Counts the events of the whole sandbox: orders those of one millisecond, and names them. */
  readonly sequence: number;
}

/** One log stream; its events by timestamp, then by sequence. */
export interface LogStream {
  readonly name: string;
  readonly creationTime: number;
  readonly events: LogEvent[];
}

/** One log group of an account in a region. */
export interface LogGroup {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly logGroupClass: LogGroupClass;
  readonly creationTime: number;
  readonly kmsKeyId: string | undefined;
  readonly deletionProtectionEnabled: boolean;
  /** Undefined: events are kept for ever. */
  retentionInDays: number | undefined;
  readonly streams: Map<string, LogStream>;
}

/** What an Insights query has found and what it has cost. */
export interface Findings {
  /** Each row's fields in their order; the values as AWS prints them. */
  readonly rows: readonly (readonly (readonly [field: string, value: string])[])[];
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  readonly bytesScanned: number;
}

/** An Insights query, running or ended. */
export interface Query {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly logGroupNames: readonly string[];
  readonly logGroupClass: LogGroupClass;
  /** As DescribeQueries shows it: with its source in front. */
  readonly text: string;
  readonly createTime: number;
  readonly findings: Findings;
  cancelledAt: number | undefined;
}

/** CloudWatch Logs of all accounts and regions. */
export interface LogsState {
  readonly regions: Map<string, Map<string, LogGroup>>;
  /** By id, the oldest first. */
  readonly queries: Map<string, Query>;
  nextSequence: number;
}

/** A CloudWatch Logs that holds nothing yet. */
export function createLogsState(): LogsState {
  return { regions: new Map(), queries: new Map(), nextSequence: 1 };
}

/** The log groups of one account in one region; the map is made at first use. */
export function groupsIn(state: LogsState, account: string, region: string): Map<string, LogGroup> {
  const key = `${account}/${region}`;
  const known = state.regions.get(key);
  if (known) return known;
  const made = new Map<string, LogGroup>();
  state.regions.set(key, made);
  return made;
}
