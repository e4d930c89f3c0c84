import type { Code, Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { membersOf, newPassword, pendingValue, promote, send } from '../node.ts';

/**
 * A house function in JavaScript that asks a partner's API for a new key: what the partner answers decides. It
 * is noisy: a health check of the partner warns every time.
 */
export const nodePartner: Code = function* (around) {
  const { Step, SecretId, ClientRequestToken } = around.event;
  around.log('INFO', 'rotation step begins', { step: Step, secretId: SecretId, version: ClientRequestToken });
  if (Step === 'createSecret') yield* create(around);
  else if (Step === 'finishSecret') yield* promote(around);
  else yield* ask(around, Step === 'setSecret');
  around.log('INFO', 'rotation step done', { step: Step });
};

function* create(around: Surroundings): Running<void> {
  const { SecretId, ClientRequestToken } = around.event;
  if (yield* pendingValue(around)) return;
  const current = membersOf(yield* send(around, 'GetSecretValue', { SecretId, VersionStage: 'AWSCURRENT' }));
  const password = yield* newPassword(around);
  yield* send(around, 'PutSecretValue', {
    ...{ SecretId, ClientRequestToken, VersionStages: ['AWSPENDING'] },
    SecretString: JSON.stringify({ ...current, password }),
  });
}

/** Tells the partner the new key with the one that works, or asks whether the new one works. */
function* ask(around: Surroundings, change: boolean): Running<void> {
  const { SecretId } = around.event;
  const pending = membersOf((yield* pendingValue(around)) ?? {});
  const [host, user, next] = [String(pending.host), String(pending.username), String(pending.password)];
  const current = membersOf(yield* send(around, 'GetSecretValue', { SecretId, VersionStage: 'AWSCURRENT' }));
  around.log('WARN', 'partner health endpoint answered 503, going on', { host, attempt: 1 });
  const path = change ? 'PUT /v2/credentials' : 'GET /v2/whoami';
  const key = { host, user, tls: true };
  // After an attempt that went half way the partner knows the new key already.
  const knows = around.login({ ...key, password: next });
  const outcome =
    change && knows !== 'accepted' ? around.login({ ...key, password: String(current.password) }) : knows;
  if (outcome === 'unreachable') {
    yield 15_000;
    throw new Raised('AbortError', `The request to https://${host} was aborted after 15000 ms`);
  }
  yield around.about(180);
  if (outcome === 'unknown-host') throw new Raised('Error', `getaddrinfo ENOTFOUND ${host}`);
  const target = around.target(host);
  const status = outcome !== 'accepted' ? 401 : change && target ? target.status : 200;
  around.log(status < 400 ? 'INFO' : 'ERROR', `${path} answered ${status}`, { host, status });
  if (status >= 400) {
    throw new Raised('PartnerError', `${path} at ${host} failed with status code ${status}`);
  }
  const known = target?.users.get(user);
  if (change && target && known) {
    around.changeTarget({ ...target, users: new Map(target.users).set(user, { ...known, password: next }) });
  }
}
