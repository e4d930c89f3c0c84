import type { Code, Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { membersOf, newPassword, pendingValue, promote, send } from '../node.ts';

const TIMEOUT = 10_000;

/** A house function in JavaScript for MySQL, which passes on what its driver throws. */
export const nodeMysql: Code = function* (around) {
  const { Step, SecretId, ClientRequestToken } = around.event;
  around.log('INFO', `rotation step=${Step} secret=${SecretId} version=${ClientRequestToken}`);
  if (Step === 'createSecret') yield* create(around);
  else if (Step === 'finishSecret') yield* promote(around);
  else {
    const current = membersOf(
      yield* send(around, 'GetSecretValue', { SecretId, VersionStage: 'AWSCURRENT' }),
    );
    const pending = membersOf((yield* pendingValue(around)) ?? {});
    if (Step === 'setSecret') yield* alter(around, current, pending);
    else yield* connect(around, pending);
  }
  around.log('INFO', `rotation step=${Step} done`);
};

type Members = { readonly [member: string]: unknown };

function* create(around: Surroundings): Running<void> {
  const { SecretId, ClientRequestToken } = around.event;
  if (yield* pendingValue(around)) {
    around.log('INFO', 'pending version has a value already, nothing to create');
    return;
  }
  const current = membersOf(yield* send(around, 'GetSecretValue', { SecretId, VersionStage: 'AWSCURRENT' }));
  const password = yield* newPassword(around);
  yield* send(around, 'PutSecretValue', {
    ...{ SecretId, ClientRequestToken, VersionStages: ['AWSPENDING'] },
    SecretString: JSON.stringify({ ...current, password }),
  });
}

/** Logs in, or throws as mysql2 does. https://sidorares.github.io/node-mysql2/docs */
function* connect(around: Surroundings, { host, username, password, port }: Members): Running<void> {
  const outcome = around.login({
    ...{ host: String(host), user: String(username), password: String(password), tls: true },
  });
  const place = `${host}:${port ?? 3306}`;
  if (outcome === 'unreachable') {
    yield TIMEOUT + around.about(3);
    throw new Raised('Error', `connect ETIMEDOUT`);
  }
  yield around.about(60);
  if (outcome === 'unknown-host') throw new Raised('Error', `getaddrinfo ENOTFOUND ${host}`);
  if (outcome === 'refused') throw new Raised('Error', `connect ECONNREFUSED ${place}`);
  if (outcome === 'tls-not-offered') {
    throw new Raised('Error', 'Server does not support secure connection');
  }
  if (outcome === 'rejected') {
    throw new Raised('Error', `Access denied for user '${username}'@'10.20.4.31' (using password: YES)`);
  }
  around.log('DEBUG', `connected to ${place} as ${username}`);
}

function* alter(around: Surroundings, current: Members, pending: Members): Running<void> {
  yield* connect(around, current);
  const host = String(pending.host);
  const user = String(pending.username);
  const password = String(pending.password);
  yield around.about(25) + (around.target(host)?.slowMs ?? 0);
  const target = around.target(host);
  const known = target?.users.get(user);
  if (!target || !known) return;
  if (known.may === 'nothing') {
    throw new Raised(
      'Error',
      'Access denied; you need (at least one of) the CREATE USER privilege(s) for this operation',
    );
  }
  if ([...target.forbidden].some((character) => password.includes(character))) {
    throw new Raised('Error', 'Your password does not satisfy the current policy requirements');
  }
  around.changeTarget({ ...target, users: new Map(target.users).set(user, { ...known, password }) });
}
