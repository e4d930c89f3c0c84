import type { Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { raise } from '../python.ts';
import { storeOnce, template } from './checks.ts';
import { canConnect } from './connect.ts';
import type { Flavour } from './flavours.ts';
import { setPassword, testLogin } from './password.ts';
import { type Credentials, dumps, secretDict } from './secret-dict.ts';

/** What becomes of the value besides its password, where a function was changed after it was made. */
export type Rewrite = (around: Surroundings, next: Credentials) => Credentials;

/**
 * The strategy that changes the password of the one user: the old one is dead from setSecret on.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html
 */
export function singleUser(flavour: Flavour, rewrite: Rewrite = (_, next) => next) {
  return template({
    *createSecret(around) {
      const current = yield* secretDict(around, flavour, { arn: around.event.SecretId, stage: 'AWSCURRENT' });
      yield* storeOnce(around, (password) => dumps(rewrite(around, { ...current, password })));
    },
    *setSecret(around) {
      const { SecretId: arn, ClientRequestToken: token } = around.event;
      const previous = yield* previousDict(around, flavour);
      const current = yield* secretDict(around, flavour, { arn, stage: 'AWSCURRENT' });
      const pending = yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token });
      if (yield* canConnect(around, flavour, pending)) {
        around.log(
          'INFO',
          `setSecret: AWSPENDING secret is already set as password in ${flavour.label} for secret arn ${arn}.`,
        );
        return;
      }
      requireSame(around, pending, current, 'current');
      let works = yield* canConnect(around, flavour, current);
      if (!works && previous) {
        works = yield* canConnect(around, flavour, previous);
        requireSame(around, pending, previous, 'previous');
      }
      if (!works) {
        raise(
          around,
          `setSecret: Unable to log into database with previous, current, or pending secret of secret arn ${arn}`,
        );
      }
      const { host, username, password } = pending;
      yield* setPassword(around, flavour, host, { as: username, user: username, password });
      around.log(
        'INFO',
        `setSecret: Successfully set password for user ${username} in ${flavour.label} for secret arn ${arn}.`,
      );
    },
    *testSecret(around) {
      const { SecretId: arn, ClientRequestToken: token } = around.event;
      yield* testLogin(
        around,
        flavour,
        yield* secretDict(around, flavour, { arn, stage: 'AWSPENDING', token }),
      );
    },
  });
}

function* previousDict(around: Surroundings, flavour: Flavour): Running<Credentials | undefined> {
  try {
    return yield* secretDict(around, flavour, { arn: around.event.SecretId, stage: 'AWSPREVIOUS' });
  } catch (cause) {
    if (cause instanceof Raised && /^(ResourceNotFoundException|KeyError)$/.test(cause.type))
      return undefined;
    throw cause;
  }
}

/** A password that does not open might be somebody else's: the templates change only the user they know. */
function requireSame(around: Surroundings, pending: Credentials, known: Credentials, which: string): void {
  const valid = which === 'previous' ? 'previous valid user' : 'current user';
  if (known.username !== pending.username) {
    raise(
      around,
      `setSecret: Attempting to modify user ${pending.username} other than ${valid} ${known.username}`,
    );
  }
  if (known.host !== pending.host) {
    raise(
      around,
      `setSecret: Attempting to modify user for host ${pending.host} other than ${which} host ${known.host}`,
    );
  }
}
