import { Raised } from '../failure.ts';
import { raise } from '../python.ts';
import { storeOnce, template } from './checks.ts';
import { canConnect } from './connect.ts';
import type { Flavour } from './flavours.ts';
import { setPassword, testLogin } from './password.ts';
import { dumps, secretDict } from './secret-dict.ts';

const CLONE = '_clone';

/**
 * The strategy of two users by turns, which a superuser's secret changes: the one before goes on to work.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html
 */
export function alternatingUsers(flavour: Flavour) {
  const needed = ['masterarn'];
  return template({
    *createSecret(around) {
      const wanted = { arn: around.event.SecretId, stage: 'AWSCURRENT' };
      const current = yield* secretDict(around, flavour, wanted, needed);
      yield* storeOnce(around, (password) =>
        dumps({ ...current, username: otherUser(current.username, flavour), password }),
      );
    },
    *setSecret(around) {
      const { SecretId: arn, ClientRequestToken: token } = around.event;
      const pending = yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token }, needed);
      const current = yield* secretDict(around, flavour, { arn, stage: 'AWSCURRENT' }, needed);
      const master = String(pending.masterarn);
      if (yield* canConnect(around, flavour, pending)) {
        around.log(
          'INFO',
          `setSecret: AWSPENDING secret is already set as password in ${flavour.label} for secret arn ${arn}.`,
        );
        return;
      }
      const { username, host, password } = pending;
      if (otherUser(current.username, flavour) !== username) {
        raise(
          around,
          `setSecret: Attempting to modify user ${username} other than current user or clone ${current.username}`,
        );
      }
      if (current.host !== host) {
        raise(
          around,
          `setSecret: Attempting to modify user for host ${host} other than current host ${current.host}`,
        );
      }
      if (!(yield* canConnect(around, flavour, current))) {
        raise(around, `setSecret: Unable to log into database using current credentials for secret ${arn}`);
      }
      const superuser = yield* secretDict(around, flavour, { arn: master, stage: 'AWSCURRENT' });
      if (superuser.host !== host) {
        raise(
          around,
          `setSecret: Current database host ${host} is not the same host as/rds replica of master ${superuser.host}`,
        );
      }
      if (!(yield* canConnect(around, flavour, superuser))) {
        raise(around, `setSecret: Unable to log into database using credentials in master secret ${master}`);
      }
      yield* setPassword(around, flavour, host, {
        ...{ as: superuser.username, user: username, password, create: true },
      });
      around.log(
        'INFO',
        `setSecret: Successfully set password for ${username} in ${flavour.label} for secret arn ${arn}.`,
      );
    },
    *testSecret(around) {
      const { SecretId: arn, ClientRequestToken: token } = around.event;
      const wanted = { arn, stage: 'AWSPENDING', token };
      yield* testLogin(around, flavour, yield* secretDict(around, flavour, wanted, needed));
    },
  });
}

/** The user whose turn it is. */
function otherUser(name: string, { longestName }: Flavour): string {
  if (name.endsWith(CLONE)) return name.slice(0, -CLONE.length);
  const clone = name + CLONE;
  if (clone.length <= longestName) return clone;
  throw new Raised(
    'ValueError',
    `Unable to clone user, username length with _clone appended would exceed ${longestName} characters`,
  );
}
