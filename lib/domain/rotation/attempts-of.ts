import { STEPS } from '../triage/cause.ts';
import type { FailedRun, RotationAttempt } from './attempt.ts';
import type { RotationEvent } from './rotation-event.ts';

type Draft = { -readonly [K in keyof RotationAttempt]: RotationAttempt[K] };

/**
 * The attempts that events of rotations tell, the newest first. All events of one version are one attempt, however often
 * AWS repeated it; where none is named, an event belongs to the newest attempt of its secret that has not ended.
 */
export function attemptsOf(events: readonly RotationEvent[]): RotationAttempt[] {
  const attempts: Draft[] = [];
  const told = events.filter(({ refused, step }) => refused === undefined && step !== 'cancelled');
  for (const event of told.toSorted(inOrder)) {
    const attempt = attempts.findLast((one) => belongs(one, event)) ?? begun(attempts, event);
    attempt.last = event.at;
    if (event.version !== undefined) attempt.version ??= event.version;
    if (event.step.endsWith('failed')) attempt.failures = [...attempt.failures, failedRun(event)];
    attempt.outcome = outcomeOf(event.step) ?? attempt.outcome;
  }
  return attempts.toReversed();
}

// In one second the call comes before what it began, and that before its end.
const ORDER = ['asked', 'test-asked', 'started', 'test-started'];
const rank = ({ step }: RotationEvent) => (ORDER.includes(step) ? ORDER.indexOf(step) : ORDER.length);
const inOrder = (a: RotationEvent, b: RotationEvent) =>
  Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b);

const isTest = ({ step }: RotationEvent) => step.startsWith('test-');

function belongs(attempt: RotationAttempt, event: RotationEvent): boolean {
  if (attempt.arn !== event.arn || attempt.test !== isTest(event)) return false;
  if (attempt.version !== undefined && event.version !== undefined) return attempt.version === event.version;
  return attempt.outcome === 'running' || attempt.outcome === 'failed';
}

function begun(attempts: Draft[], event: RotationEvent): Draft {
  const begins = ORDER.includes(event.step);
  const attempt: Draft = {
    ...{ arn: event.arn, test: isTest(event), last: event.at, outcome: 'running', failures: [] },
    ...(begins ? { began: event.at } : {}),
  };
  attempts.push(attempt);
  return attempt;
}

function outcomeOf(step: RotationEvent['step']): RotationAttempt['outcome'] | undefined {
  if (step.endsWith('succeeded')) return 'succeeded';
  if (step.endsWith('failed')) return 'failed';
  if (step === 'abandoned') return 'abandoned';
  return step.endsWith('started') ? 'running' : undefined;
}

/**
 * The step and the function that AWS's sentence names: `Error when executing lambda <arn> during setSecret step`.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
function failedRun({ at, message }: RotationEvent): FailedRun {
  if (message === undefined) return { at };
  const named = /during (\w{3,12}) step/.exec(message)?.[1];
  const step = STEPS.find((one) => one === named);
  const functionArn = /\b(arn:aws[a-z-]*:lambda:[\w:$-]{1,300})/.exec(message)?.[1];
  return { at, message, ...(step ? { step } : {}), ...(functionArn ? { functionArn } : {}) };
}
