import 'server-only';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { ProblemError } from '@/lib/contract/problem';
import type { ChangeRecord } from '@/lib/domain/rotation/find-suspects';
import type { TrailRecord } from '@/lib/domain/timeline/trail-record';
import { cloudTrail } from './client';
import type { AwsOperator } from './credentials';
import { lookupLimiter } from './limiter';
import { send } from './send';
import { toChange } from './to-change';
import { toTrailRecord } from './to-event';

/** Which events are looked up. LookupEvents takes one attribute. */
export interface TrailQuestion {
  readonly key: 'EventName' | 'ResourceName';
  readonly value: string;
  /** Nothing older; ISO. */
  readonly since?: string;
  /** Nothing newer; ISO. */
  readonly until?: string;
  /** The page after the one this token came with; the rest of the question must be the same. */
  readonly token?: string | undefined;
}

/** One page of CloudTrail's event history, the newest first. */
export interface TrailPage {
  readonly records: readonly TrailRecord[];
  /** When the oldest event of the page happened, of whatever secret; ISO. */
  readonly oldest?: string;
  readonly token?: string;
  /** AWS's clock at the answer. */
  readonly at: string;
}

const TRIES = 4;

/**
 * Reads one page, 50 events, within the allowance that everybody of the account shares; throttled, it waits and asks
 * again, four times in all. Needs `cloudtrail:LookupEvents`, which cannot be narrowed to some events.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export async function readTrailPage(
  operator: AwsOperator,
  region: string,
  question: TrailQuestion,
  signal: AbortSignal,
): Promise<TrailPage> {
  return toPage(await patiently(operator, region, question, signal));
}

/** The newest page of changes of one name within a span, and from when on it holds all of them. */
export async function readChanges(
  operator: AwsOperator,
  region: string,
  { name, from, to }: { readonly name: string; readonly from: Date; readonly to: Date },
  signal: AbortSignal,
): Promise<{ readonly changes: readonly ChangeRecord[]; readonly oldest?: string }> {
  const question = {
    key: 'EventName',
    value: name,
    since: from.toISOString(),
    until: to.toISOString(),
  } as const;
  const { output } = await patiently(operator, region, question, signal);
  const events = output.Events ?? [];
  const oldest = output.NextToken ? events.at(-1)?.EventTime?.toISOString() : undefined;
  return {
    changes: events.flatMap((event) => toChange(event, region) ?? []),
    ...(oldest === undefined ? {} : { oldest }),
  };
}

async function patiently(
  operator: AwsOperator,
  region: string,
  question: TrailQuestion,
  signal: AbortSignal,
) {
  const limiter = lookupLimiter(operator.scope.slice(0, 12), region);
  for (let attempt = 1; ; attempt++) {
    await limiter.take(operator.sid, signal);
    try {
      const answer = await lookUp(operator, region, question, signal);
      limiter.answered();
      return answer;
    } catch (cause) {
      const throttled = cause instanceof ProblemError && cause.problem.code === 'throttled';
      if (throttled) limiter.throttled();
      if (!throttled || attempt === TRIES) throw cause;
    }
  }
}

function lookUp(operator: AwsOperator, region: string, question: TrailQuestion, signal: AbortSignal) {
  const client = cloudTrail(operator, region);
  const { key, value, since, until, token } = question;
  const command = new LookupEventsCommand({
    LookupAttributes: [{ AttributeKey: key, AttributeValue: value }],
    MaxResults: 50,
    ...(since ? { StartTime: new Date(since) } : {}),
    ...(until ? { EndTime: new Date(until) } : {}),
    ...(token ? { NextToken: token } : {}),
  });
  return send(command, (options) => client.send(command, options), {
    action: 'cloudtrail:LookupEvents',
    region,
    signal,
  });
}

function toPage({ output, at }: Awaited<ReturnType<typeof lookUp>>): TrailPage {
  const events = output.Events ?? [];
  const oldest = events.at(-1)?.EventTime?.toISOString();
  return {
    records: events.flatMap((event) => toTrailRecord(event) ?? []),
    at,
    ...(oldest === undefined ? {} : { oldest }),
    ...(output.NextToken ? { token: output.NextToken } : {}),
  };
}
