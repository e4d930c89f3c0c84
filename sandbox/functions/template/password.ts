import type { Running, Surroundings } from '../code.ts';
import { Raised } from '../failure.ts';
import { raise } from '../python.ts';
import { canConnect } from './connect.ts';
import type { Flavour } from './flavours.ts';
import type { Credentials } from './secret-dict.ts';

/** Who logs in, and whose password becomes what. */
interface Change {
  readonly as: string;
  readonly user: string;
  readonly password: string;
  /** Makes the user where there is none: the clone of alternating users. */
  readonly create?: boolean;
}

/** Changes a password in the database, or raises what its driver says. */
export function* setPassword(
  around: Surroundings,
  flavour: Flavour,
  host: string,
  { as, user, password, create = false }: Change,
): Running<void> {
  const before = around.target(host);
  yield (before?.slowMs ?? 0) + around.about(30);
  const target = around.target(host);
  const may = target?.users.get(as)?.may;
  if (!target || may === undefined)
    throw new Raised('OperationalError', 'server closed the connection unexpectedly');
  if (may === 'nothing' || (as !== user && may !== 'all')) throw new Raised(...flavour.notAllowed);
  if ([...target.forbidden].some((character) => password.includes(character))) {
    throw new Raised(...flavour.badPassword);
  }
  const known = target.users.get(user);
  if (!known && !create) throw new Raised('OperationalError', `user ${user} does not exist`);
  // What stands before the database goes on to ask for the password it knows.
  if (target.cached) return;
  const users = new Map(target.users).set(user, { may: known?.may ?? 'own', password });
  around.changeTarget({ ...target, users });
}

/** Logs in with the new version, and reads. */
export function* testLogin(around: Surroundings, flavour: Flavour, pending: Credentials): Running<void> {
  const { SecretId: arn } = around.event;
  if (!(yield* canConnect(around, flavour, pending))) {
    raise(around, `testSecret: Unable to log into database with pending secret of secret ARN ${arn}`);
  }
  yield around.about(9);
  around.log(
    'INFO',
    `testSecret: Successfully signed into ${flavour.label} with AWSPENDING secret in ${arn}.`,
  );
}
