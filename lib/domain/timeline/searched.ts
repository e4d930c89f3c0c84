/** How far one way of looking has been read: all events of one name in the region, or those by the secret's ARN. */
export interface SearchedStream {
  /** An event's name, or `resource` for the lookup by ARN. */
  readonly name: string;
  /** Everything newer than this has been read; ISO. */
  readonly from: string;
  /** When its newest page was read, by AWS's clock; ISO. */
  readonly to: string;
  /** Whether the end was reached: then `from` is as far back as CloudTrail keeps. */
  readonly complete: boolean;
  readonly pages: number;
}

/** Why reading ended before everything was read. */
export type Stopped = 'denied' | 'throttled' | 'failed';

/** What was looked for in CloudTrail, and how far back. */
export interface Searched {
  readonly streams: readonly SearchedStream[];
  readonly stopped?: Stopped | undefined;
}

/**
 * How long CloudTrail may take to deliver, in milliseconds. AWS says about five minutes on average and promises
 * nothing; three times that is taken for complete.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 */
export const DELIVERY_MS = 15 * 60_000;

/** How long CloudTrail's event history goes back, in milliseconds. */
export const HISTORY_MS = 90 * 86_400_000;

const MOVES = ['UpdateSecretVersionStage', 'PutSecretValue'];
const CURRENT = [...MOVES, 'UpdateSecret', 'RotationSucceeded'];
const PENDING = [...MOVES, 'UpdateSecret', 'RotationStarted', 'RotateSecret', 'RotationAbandoned'];

/** The names under which a label's moves are recorded: only once all of them are read is its past known. */
export function namesFor(label: string): readonly string[] {
  if (label === 'AWSPENDING') return PENDING;
  return label === 'AWSCURRENT' || label === 'AWSPREVIOUS' ? CURRENT : MOVES;
}

/** A span in which every event of a label is known, in epoch milliseconds; undefined: there is none. */
export interface Coverage {
  readonly from: number;
  readonly to: number;
}

/** For which span all events that can move a label have been read and must have been delivered. */
export function coverageOf(label: string, { streams }: Searched): Coverage | undefined {
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (const name of namesFor(label)) {
    const stream = streams.find((one) => one.name === name);
    if (!stream) return undefined;
    from = Math.max(from, reachOf(stream));
    to = Math.min(to, Date.parse(stream.to) - DELIVERY_MS);
  }
  return from < to ? { from, to } : undefined;
}

// Events are dated by whole seconds: of the oldest second some may be on the next page.
function reachOf({ from, to, complete }: SearchedStream): number {
  return complete ? Date.parse(to) - HISTORY_MS : Date.parse(from) + 1000;
}

/** Why what lies before the known span of a label is not known. */
export function whyNotBefore(label: string, { streams, stopped }: Searched): Unknown {
  if (stopped === 'denied') return 'denied';
  const needed = namesFor(label).map((name) => streams.find((one) => one.name === name));
  if (needed.every((stream) => stream?.complete)) return 'ninety-days';
  return stopped === undefined ? 'not-read' : stopped;
}

/** Why something about a label is not, or not surely, known. */
export type Unknown =
  | Stopped
  /** CloudTrail keeps 90 days. */
  | 'ninety-days'
  /** Further back than was read. */
  | 'not-read'
  /** So recent that CloudTrail may not have delivered. */
  | 'late'
  /** The events do not add up: one is missing. */
  | 'contradiction'
  /** Taken from when the version was created. */
  | 'creation-date'
  /** A record that does not say what it changed. */
  | 'ambiguous'
  /** A replica follows its primary region by itself. */
  | 'replica';
