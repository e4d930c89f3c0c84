import { parseDuration } from '../duration.ts';
import { operators } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import type { Sandbox } from '../sandbox.ts';
import { WORLDS } from '../world/create.ts';
import { postDevice } from './device.ts';
import { ControlError } from './error.ts';
import { readFault } from './fault.ts';
import { number, oneOf, readFields, required, text } from './fields.ts';
import { getIdentityCenter, postIdentityCenter } from './identity-center.ts';
import { postInfrastructure } from './infrastructure.ts';
import { postJwks } from './jwks.ts';
import { getMfa } from './mfa.ts';
import { postSession } from './sessions.ts';
import { getTargets, postLogin, postTarget } from './targets.ts';

/** Answers one control call; the answer is sent as JSON. */
export type Handler = (sandbox: Sandbox, body: Json) => unknown;

/** The control API: paths below `/_sandbox/`, and their methods. */
export const handlers: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  health: {
    GET: ({ world }) => ({ ready: true, world: world.name, now: world.clock.now().toISOString() }),
  },
  operators: {
    GET: () =>
      operators.map(({ name, account, arn, rights, accessKeyId, secretAccessKey }) => ({
        name,
        account,
        arn,
        rights,
        accessKeyId,
        secretAccessKey,
      })),
  },
  calls: {
    GET: ({ calls }) => calls.list(),
    DELETE: ({ calls }) => {
      calls.clear();
      return calls.list();
    },
  },
  faults: {
    GET: ({ faults }) => faults.list(),
    POST: ({ faults, world }, body) => {
      const fault = readFault(body, world.state.iam);
      faults.add(fault);
      return fault;
    },
    DELETE: ({ faults }) => {
      faults.clear();
      return faults.list();
    },
  },
  clock: {
    GET: now,
    POST: (sandbox, body) => {
      const { advance } = readFields(body, { advance: text });
      const ms = parseDuration(required(advance, 'advance'));
      if (ms === undefined) {
        throw new ControlError(
          'Field "advance" must be an ISO-8601 duration up to ten years, such as PT24H.',
        );
      }
      sandbox.world.clock.advance(ms);
      const { clock, state } = sandbox.world;
      // Everything that is due happens before the answer.
      state.agenda.run(clock.now(), state);
      return now(sandbox);
    },
  },
  reset: { POST: reset },
  device: { POST: postDevice },
  'identity-center': { GET: getIdentityCenter, POST: postIdentityCenter },
  jwks: { POST: postJwks },
  mfa: { GET: getMfa },
  sessions: { POST: postSession },
  infrastructure: { POST: postInfrastructure },
  targets: { GET: getTargets, POST: postTarget },
  'targets/login': { POST: postLogin },
};

function now({ world }: Sandbox): Json {
  return { now: world.clock.now().toISOString() };
}

/** A new world, by default the same again, with the wall's time, no faults and no calls counted. */
function reset(sandbox: Sandbox, body: Json): Json {
  const { world, seed } = readFields(body, { world: oneOf(WORLDS), seed: number(0, 4_294_967_295) });
  const { state, random, clock, ...options } = sandbox.world;
  const { name, seed: oldSeed } = options;
  sandbox.world = sandbox.worlds.open({ ...options, name: world ?? name, seed: seed ?? oldSeed });
  sandbox.faults.clear();
  sandbox.world.state.faults = sandbox.faults;
  sandbox.calls.clear();
  return { world: sandbox.world.name, seed: sandbox.world.seed, ...now(sandbox) };
}
