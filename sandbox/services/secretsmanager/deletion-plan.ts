import type { Call } from '../../operation.ts';
import { type ServiceEvent, tellService } from './service-events.ts';
import { type Secret, sameIn, secretsIn } from './state.ts';

/** Plans the end of a secret; until then it can be restored. */
export function planDeletion(call: Call, secret: Secret, due: Date): void {
  if (!secret.deletionDue) tellEach(call, secret, 'StartSecretVersionDelete', call.now);
  secret.deletionDue = due;
  call.state.agenda.at(due, (at, state) => {
    const left = sameIn(state.secretsManager, secret);
    // Restored meanwhile, or deleted a second time for another instant.
    if (left?.deletionDue?.getTime() !== due.getTime()) return;
    secretsIn(state.secretsManager, left.account, left.region).delete(left.name);
    tellEach({ state }, left, 'EndSecretVersionDelete', at);
  });
}

/**
 * Ends a secret without a recovery window. AWS does so in the background: for some seconds the secret is
 * still there, marked, and its name is taken. How many seconds is not published; here from 2 to 10.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
 */
export function endSoon(call: Call, secret: Secret): void {
  if (secret.deletionForced) return;
  secret.deletionForced = true;
  planDeletion(call, secret, new Date(call.now.getTime() + 2000 + Math.floor(call.random.next() * 8001)));
}

/** Takes a planned deletion back. */
export function withdrawDeletion(call: Call, secret: Secret): void {
  secret.deletionDue = undefined;
  tellEach(call, secret, 'CancelSecretVersionDelete', call.now);
}

function tellEach(call: Pick<Call, 'state'>, secret: Secret, name: ServiceEvent, at: Date): void {
  for (const about of secret.content.versions.keys()) tellService(call, secret, { name, at, about });
}
