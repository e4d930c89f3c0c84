import type { Call } from '../../operation.ts';
import type { State } from '../../state.ts';
import { attach, CURRENT, holderOf, PENDING } from './labels.ts';
import { planManagedRotation } from './managed-rotation.ts';
import { planAttempt, testByFunction } from './rotation-attempt.ts';
import { change } from './secrets.ts';
import { tellService } from './service-events.ts';
import { type Secret, sameIn, type Version } from './state.ts';

/** How long the test of a rotation takes whose function has no code here; AWS publishes no figure. */
const TEST_MS = 3000;

/** How long after a call a failed rotation is tried again; AWS speaks of the window of a schedule only. */
const AFTER_CALL_MS = 4 * 60 * 60_000;

/**
 * Announces the version a rotation will make: AWSPENDING is on it before it has a value. Then the function makes it,
 * or the service that owns the secret does.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function startRotation(
  call: Call,
  secret: Secret,
  token: string,
  until = call.now.getTime() + AFTER_CALL_MS,
): void {
  announce(call, secret, { id: token, createdDate: call.now, labels: [] });
  secret.openRotation = token;
  tellService(call, secret, { name: 'RotationStarted', at: call.now, about: token });
  const functionArn = secret.content.rotation?.RotationLambdaARN;
  if (functionArn === undefined) planManagedRotation(call, secret, token);
  else if (runsFor(call.state, functionArn)) {
    planAttempt(call.state, call.now, { secret: keyOf(secret), token, functionArn, number: 1, until });
  } else planFailure(call, secret, token, functionArn);
}

/** Whether Lambda is asked: what a world declares about functions is told instead. One that is gone is asked for too. */
function runsFor({ secretsManager }: State, functionArn: string): boolean {
  return !secretsManager.invocableFunctions.has(functionArn);
}

/** What finds a secret again in a copy of the world. */
export function keyOf({ account, region, name, sequence }: Secret) {
  return { account, region, name, sequence };
}

/**
 * Lets a rotation fail where its function does: AWSPENDING stays, and so does the open rotation, which AWS
 * would try again. The sentence is a recorded one:
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
 */
function planFailure(call: Call, secret: Secret, token: string, byFunction: string): void {
  const failure = call.state.secretsManager.failingFunctions.get(byFunction);
  if (!failure) return;
  call.state.agenda.at(new Date(call.now.getTime() + failure.afterMs), (at, state) => {
    const failed = sameIn(state.secretsManager, secret);
    if (failed?.openRotation !== token) return;
    const errorMessage = `Error when executing lambda ${byFunction} during ${failure.step} step`;
    tellService({ state }, failed, { name: 'RotationFailed', at, about: token, errorMessage });
  });
}

/**
 * Only tests the rotation: on a pending copy of the current value, which is gone afterwards.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
 */
export function testRotation(call: Call, secret: Secret, token: string): void {
  const current = holderOf(secret.content.versions, CURRENT);
  const copy = { ...current, id: token, createdDate: call.now, labels: [] };
  announce(call, secret, copy);
  tellService(call, secret, { name: 'TestRotationStarted', at: call.now, about: token });
  const key = keyOf(secret);
  const functionArn = secret.content.rotation?.RotationLambdaARN;
  const end = (now: Date, state: State, succeeded: boolean) => {
    const tested = sameIn(state.secretsManager, key);
    if (!tested?.content.versions.get(token)?.labels.includes(PENDING)) return;
    const left = new Map(tested.content.versions);
    left.delete(token);
    change({ ...call, now, state }, tested, { versions: left });
    const name = succeeded ? 'TestRotationSucceeded' : 'TestRotationFailed';
    const errorMessage = `Error when executing lambda ${functionArn} during testSecret step`;
    const told = { name, at: now, about: token } as const;
    tellService({ state }, tested, succeeded ? told : { ...told, errorMessage });
  };
  if (functionArn !== undefined && runsFor(call.state, functionArn)) {
    testByFunction(call.state, call.now, { secret: key, token, functionArn }, end);
  } else {
    const due = new Date(call.now.getTime() + TEST_MS);
    call.state.agenda.at(due, (now, state) => end(now, state, true));
  }
}

function announce(call: Call, secret: Secret, version: Omit<Version, 'value'> & Partial<Version>): void {
  const versions = new Map(secret.content.versions).set(version.id, { value: undefined, ...version });
  change(call, secret, { versions: attach(versions, PENDING, version.id) });
}
