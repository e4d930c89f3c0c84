import type { Call } from '../../operation.ts';
import type { Query } from './state.ts';

/** The states of a query that the sandbox knows; AWS has Failed, Timeout and Unknown beside them. */
type QueryStatus = 'Scheduled' | 'Running' | 'Complete' | 'Cancelled';

// How long a query waits and runs is the sandbox's choice: long enough to be seen in every state.
const SCHEDULED_MS = 150;
const RUNNING_MS = 600;

/** How long results can be had: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AnalyzingLogData.html */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** What a query is doing, or how it ended. */
export function statusOf({ createTime, cancelledAt }: Query, now: Date): QueryStatus {
  if (cancelledAt !== undefined) return 'Cancelled';
  const age = now.getTime() - createTime;
  if (age < SCHEDULED_MS) return 'Scheduled';
  return age < SCHEDULED_MS + RUNNING_MS ? 'Running' : 'Complete';
}

/** How much of its time a query had run before it ended or by now: 0 to 1. */
export function progressOf({ createTime, cancelledAt }: Query, now: Date): number {
  const age = (cancelledAt ?? now.getTime()) - createTime;
  return Math.min(1, Math.max(0, (age - SCHEDULED_MS) / RUNNING_MS));
}

/** Whether a query counts against the quota. */
export function isActive(query: Query, now: Date): boolean {
  return ['Scheduled', 'Running'].includes(statusOf(query, now));
}

/** Lets go of the queries whose results can no longer be had. */
export function forgetOldQueries({ state, now }: Call): void {
  for (const [id, { createTime }] of state.logs.queries) {
    if (now.getTime() - createTime > KEPT_MS) state.logs.queries.delete(id);
  }
}
