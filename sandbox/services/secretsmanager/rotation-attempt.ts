import { type RotationEvent, STEPS, type Step } from '../../functions/code.ts';
import { createRandom, seedOf } from '../../random.ts';
import type { State } from '../../state.ts';
import { invoke } from '../lambda/invoke.ts';
import { CURRENT } from './labels.ts';
import { tellService } from './service-events.ts';
import { type Secret, sameIn } from './state.ts';

/** A rotation under way: plain facts, so that every copy of a world goes on with it by itself. */
export interface Attempt {
  readonly secret: Pick<Secret, 'account' | 'region' | 'name' | 'sequence'>;
  readonly token: string;
  readonly functionArn: string;
  /** The first is 1. */
  readonly number: number;
  /** Until then a failed rotation is tried again; milliseconds since 1970. */
  readonly until: number;
}

/** From a step to the next, and from the call to the first. */
const BETWEEN_MS = 220;

/**
 * From a failed try to the next, and how often a rotation is tried. AWS tries again several times while the window is
 * open, and tells neither how often nor when.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
const RETRY_MS = 69 * 60_000;
const TRIES = 5;

/** Plans the first try of a rotation. */
export function planAttempt(state: State, at: Date, attempt: Attempt): void {
  state.agenda.at(new Date(at.getTime() + BETWEEN_MS), (due, there) => take(there, due, attempt, 0));
}

/** Lets the function carry out one step, and goes on with the next once it has. */
function take(state: State, at: Date, attempt: Attempt, step: number): void {
  const secret = sameIn(state.secretsManager, attempt.secret);
  if (!secret || (step === 0 && secret.openRotation !== attempt.token)) return;
  const Step = STEPS[step]!;
  const wanted = {
    functionArn: attempt.functionArn,
    account: secret.account,
    event: eventOf(secret.arn, attempt.token, Step),
    attempt: attempt.number,
  };
  invoke(state, at, wanted, (ended, there, succeeded) => {
    const now = sameIn(there.secretsManager, attempt.secret);
    if (!now) return;
    const refusal = succeeded ? shortfall(now, attempt, Step) : failedIn(attempt, Step);
    if (refusal !== undefined) fail(there, ended, { attempt, secret: now, refusal });
    else if (step + 1 < STEPS.length) {
      const next = new Date(ended.getTime() + BETWEEN_MS);
      there.agenda.at(next, (due, state) => take(state, due, attempt, step + 1));
    }
  });
}

/** The event of one step. */
export function eventOf(arn: string, token: string, step: Step): RotationEvent {
  return {
    ...{ Step: step, SecretId: arn, ClientRequestToken: token },
    // Any text like a UUID: what it proves is nothing the function looks at.
    RotationToken: createRandom(seedOf(arn + token)).uuid(),
  };
}

/** RotationFailed's own words, as recorded; the function's are in its log only. */
function failedIn({ functionArn }: Attempt, step: Step): string {
  return `Error when executing lambda ${functionArn} during ${step} step`;
}

/**
 * What a step that returned should have left and has not; undefined when all is well.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
function shortfall(secret: Secret, attempt: Attempt, step: Step): string | undefined {
  const made = secret.content.versions.get(attempt.token);
  if (step === 'createSecret' && !made?.value) {
    return `Pending secret version ${attempt.token} for Secret ${secret.arn} was not created by Lambda ${attempt.functionArn}. Remove the AWSPENDING staging label and restart rotation.`;
  }
  // A value put by hand has ended it meanwhile: that was told as RotationAbandoned.
  const isOpen = secret.openRotation === attempt.token;
  if (step === 'finishSecret' && isOpen && !made?.labels.includes(CURRENT)) return failedIn(attempt, step);
  return undefined;
}

interface Failed {
  readonly attempt: Attempt;
  readonly secret: Secret;
  readonly refusal: string;
}

/** Tells of the failure, and plans another try with the same version while the window is open. */
function fail(state: State, at: Date, { attempt, secret, refusal: errorMessage }: Failed): void {
  tellService({ state }, secret, { name: 'RotationFailed', at, about: attempt.token, errorMessage });
  if (attempt.number === TRIES || secret.openRotation !== attempt.token) return;
  const due = new Date(at.getTime() + RETRY_MS);
  if (due.getTime() >= attempt.until) return;
  const next = { ...attempt, number: attempt.number + 1 };
  state.agenda.at(due, (then, there) => take(there, then, next, 0));
}

/** Lets the function carry out testSecret alone; `then` hears whether it went well. */
export function testByFunction(
  state: State,
  at: Date,
  { secret, token, functionArn }: Pick<Attempt, 'secret' | 'token' | 'functionArn'>,
  then: (at: Date, state: State, succeeded: boolean) => void,
): void {
  state.agenda.at(new Date(at.getTime() + BETWEEN_MS), (due, there) => {
    const now = sameIn(there.secretsManager, secret);
    if (!now) return;
    const event = eventOf(now.arn, token, 'testSecret');
    invoke(there, due, { functionArn, account: now.account, event, attempt: 1 }, then);
  });
}
