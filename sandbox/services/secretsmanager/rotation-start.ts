import type { Call } from '../../operation.ts';
import { attach, CURRENT, holderOf, PENDING } from './labels.ts';
import { planManagedRotation } from './managed-rotation.ts';
import { change } from './secrets.ts';
import { tellService } from './service-events.ts';
import { type Secret, sameIn, type Version } from './state.ts';

/** How long the test of a rotation takes that is not to begin at once; AWS publishes no figure. */
const TEST_MS = 3000;

/**
 * Announces the version a rotation will make: AWSPENDING is on it before it has a value.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function startRotation(call: Call, secret: Secret, token: string): void {
  announce(call, secret, { id: token, createdDate: call.now, labels: [] });
  secret.openRotation = token;
  tellService(call, secret, { name: 'RotationStarted', at: call.now, about: token });
  const byFunction = secret.content.rotation?.RotationLambdaARN;
  if (byFunction === undefined) planManagedRotation(call, secret, token);
  else planFailure(call, secret, token, byFunction);
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
  call.state.agenda.at(new Date(call.now.getTime() + TEST_MS), (now, state) => {
    const tested = sameIn(state.secretsManager, secret);
    if (!tested?.content.versions.get(token)?.labels.includes(PENDING)) return;
    const left = new Map(tested.content.versions);
    left.delete(token);
    change({ ...call, now, state }, tested, { versions: left });
    tellService({ state }, tested, { name: 'TestRotationSucceeded', at: now, about: token });
  });
}

function announce(call: Call, secret: Secret, version: Omit<Version, 'value'> & Partial<Version>): void {
  const versions = new Map(secret.content.versions).set(version.id, { value: undefined, ...version });
  change(call, secret, { versions: attach(versions, PENDING, version.id) });
}
