import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { login } from '../targets/login.ts';
import { addTarget, ENGINES, type Target, type TargetsState } from '../targets/state.ts';
import { ControlError } from './error.ts';
import { flag, number, oneOf, readFields, required, text } from './fields.ts';

/** The systems there are to log in to; of their logins the names, never the passwords. */
export function getTargets({ world }: Sandbox): Json[] {
  happen(world);
  return [...world.state.targets.hosts.values()].map(shown);
}

/** Tries a login from beside the target, past every security group. */
export function postLogin({ world }: Sandbox, body: Json): Json {
  const read = readFields(body, { host: text, user: text, password: text });
  happen(world);
  const host = required(read.host, 'host');
  const [user, password] = [required(read.user, 'user'), required(read.password, 'password')];
  const tls = world.state.targets.hosts.get(host)?.tls !== 'none';
  return {
    accepted: login(world.state.targets, { host, user, password, tls, from: undefined }) === 'accepted',
  };
}

const changes = {
  host: text,
  engine: oneOf(ENGINES),
  user: text,
  password: text,
  health: oneOf(['up', 'down', 'closed'] as const),
  tls: oneOf(['optional', 'required', 'none'] as const),
  slowMs: number(0, 86_400_000),
  cached: flag,
  status: number(100, 599),
  securityGroup: text,
};

/** Changes a target as whoever looks after it would: its health, its rules, one password. With an engine it is made. */
export function postTarget({ world }: Sandbox, body: Json): Json {
  happen(world);
  return shown(changeTarget(world.state.targets, body));
}

/** The same without what is due by now; answers the target as changed. Throws ControlError. */
export function changeTarget(targets: TargetsState, body: Json): Target {
  const { host: given, user, password, engine, ...rest } = readFields(body, changes);
  const host = required(given, 'host');
  const { hosts } = targets;
  const target = engine === undefined ? hosts.get(host) : addTarget(targets, { host, engine });
  if (!target) throw new ControlError('No target has this "host"; with an "engine" it is made.');
  if ((user === undefined) !== (password === undefined))
    throw new ControlError('"user" and "password" go together.');
  const known = user === undefined ? undefined : target.users.get(user);
  const users =
    user === undefined || password === undefined
      ? target.users
      : new Map(target.users).set(user, { may: known?.may ?? 'own', password });
  const next: Target = { ...target, ...rest, users };
  hosts.set(host, next);
  return next;
}

function shown({ users, slowMs, cached, forbidden, status, ...target }: Target): Json {
  return { ...target, users: [...users.keys()], slowMs, cached, status };
}

/** What is due by now has happened before anybody looks. */
function happen({ state, clock }: Sandbox['world']): void {
  state.agenda.run(clock.now(), state);
}
