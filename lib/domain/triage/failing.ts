import { STEPS } from './cause.ts';
import type { Outcome } from './outcome.ts';
import { stepOf } from './step.ts';

const SECRET = /\barn:aws[a-z-]{0,12}:secretsmanager:[a-z0-9-]{1,30}:\d{12}:secret:[\w/+=.@!-]{1,520}/g;

/**
 * The invocation that the rotation failed in: the last failed one, unless a later run got as far and went through.
 * AWS repeats a failed rotation from its first step.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html
 */
export function failingOf(outcomes: readonly Outcome[]): Outcome | undefined {
  const at = outcomes.findLastIndex(({ ending }) => ending === 'failed');
  if (at < 0) return undefined;
  return wentThrough(outcomes, at) ? undefined : outcomes[at];
}

function wentThrough(outcomes: readonly Outcome[], at: number): boolean {
  const later = outcomes
    .slice(at + 1)
    .filter((outcome) => outcome.ending === 'clean' && sameSecret(outcomes[at]!, outcome));
  if (later.length === 0) return false;
  const reached = rank(outcomes[at]!);
  const ranks = later.map(rank);
  if (reached >= 0 && ranks.some((step) => step >= 0)) return Math.max(...ranks) >= reached;
  // No step is named: a run is its invocations in a row.
  const before = outcomes.slice(0, at).reverse();
  const row = before.findIndex(({ ending }) => ending !== 'clean');
  const place = reached >= 0 ? reached : Math.min(row < 0 ? before.length : row, STEPS.length - 1);
  return later.length > place;
}

/** A function may rotate several secrets, and their invocations stand in the same log. */
function sameSecret(one: Outcome, other: Outcome): boolean {
  const secrets = secretsIn(one);
  const others = secretsIn(other);
  return secrets.size === 0 || others.size === 0 || [...secrets].some((arn) => others.has(arn));
}

const secretsIn = ({ invocation }: Outcome) =>
  new Set(
    invocation.lines.flatMap(({ raw }) => raw.match(SECRET) ?? []).map((arn) => arn.replace(/[.]+$/, '')),
  );

const rank = ({ invocation }: Outcome) => {
  const step = stepOf(invocation);
  return step === undefined || step === 'invoke' ? -1 : STEPS.indexOf(step);
};
