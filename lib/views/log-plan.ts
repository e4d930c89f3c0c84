import 'server-only';
import type { AwsOperator } from '@/lib/aws/credentials';
import { type LogGroup, readLogGroup } from '@/lib/aws/run-log';
import { type Problem, ProblemError } from '@/lib/contract/problem';
import type { NoLogs } from '@/lib/contract/rotation';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';

/** How the lines of a function are to be had: by reading, by a query that AWS bills, or not, and why. */
export type LogPlan =
  | {
      readonly by: 'filter' | 'query';
      readonly group: string;
      readonly bytes: number;
      readonly days?: number;
      /** When AWS said so, by its own clock in milliseconds; absent where it was not asked. */
      readonly at?: number;
    }
  | { readonly by: 'none'; readonly because: NoLogs; readonly problem?: Problem };

const DAY_MS = 86_400_000;

/** Looks how a function's log group keeps what it writes. */
export async function planLog(
  operator: AwsOperator,
  facts: FunctionFacts,
  signal: AbortSignal,
): Promise<LogPlan> {
  if (facts.account !== operator.scope.split('.')[0]) return { by: 'none', because: 'another-account' };
  try {
    const group = await readLogGroup(operator, facts.region, facts.logGroup, signal);
    if (!group) return { by: 'none', because: facts.exists === false ? 'no-function' : 'no-group' };
    return planFor(group, facts.logGroup);
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause;
    // Who may not list groups may be allowed to read this one: then it is tried.
    if (cause.problem.code === 'access-denied') return { by: 'filter', group: facts.logGroup, bytes: 0 };
    return { by: 'none', because: 'failed', problem: cause.problem };
  }
}

/**
 * How the lines of a group of a class are to be had: one class can only be queried, one only passes on what is written.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
 */
export function planFor({ class: kind, days, bytes, at }: LogGroup, group: string): LogPlan {
  if (kind === 'DELIVERY') return { by: 'none', because: 'elsewhere' };
  const kept = days === undefined ? {} : { days };
  return { by: kind === 'INFREQUENT_ACCESS' ? 'query' : 'filter', group, bytes, at, ...kept };
}

/** Whether a group has deleted what was written at that time, in milliseconds. */
export const isExpired = (plan: LogPlan, written: number): boolean =>
  plan.by !== 'none' &&
  plan.days !== undefined &&
  plan.at !== undefined &&
  plan.at - written > plan.days * DAY_MS;

/** A refusal as a reason that there are no lines. */
export function reasonOf(problem: Problem): NoLogs {
  if (problem.code === 'secret-not-found') return 'no-group';
  return problem.code === 'access-denied' ? 'denied' : 'failed';
}
