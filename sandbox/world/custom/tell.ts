import { ControlError } from '../../control/error.ts';
import { changeTarget } from '../../control/targets.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import { changeInfrastructure, SERVED } from '../../infrastructure/change.ts';
import { NoSuchThing } from '../../infrastructure/site.ts';
import { AwsError, type Caller, type Principal } from '../../operation.ts';
import { addRole, sessionOf } from '../../services/iam/entities.ts';
import { HOME, type IamState, placeOf, putPolicy } from '../../services/iam/state.ts';
import type { Build } from '../build.ts';
import { BadStory, type Story, type StoryRole, type StoryScene } from './story.ts';

const LAPTOP = { sourceIp: '198.51.100.7', userAgent: 'aws-cli/2.30' };
const LONG_AGO = new Date('2025-01-06T09:00:00Z');

/**
 * Plays a story: every scene is an AWS call at its time. What AWS refuses, or does not refuse though the story
 * says so, ends it with BadStory.
 */
export function tellStory(build: Build, iam: IamState, { roles, scenes }: Story): void {
  for (const role of roles) settle(iam, role, build.random.suffix(17).toUpperCase());
  for (const [index, scene] of scenes.entries()) {
    build.clock.set(new Date(build.clock.end.getTime() - scene.ago));
    play(build, iam, scene, `${scene.operation} by ${scene.as} (number ${index + 1} in time)`);
  }
  build.clock.set(build.clock.end);
  // Schedules went on after the last scene.
  build.state.agenda.run(build.clock.end, build.state);
}

function play(build: Build, iam: IamState, scene: StoryScene, what: string): void {
  const { region, operation, userAgent, sourceIp } = scene;
  // As in the control API, some changes are made by operations that are served.
  const service = (scene.service === 'infrastructure' && SERVED[operation]) || scene.service;
  const principal = actor(build, iam, scene.as, what);
  const caller = { sourceIp: sourceIp ?? LAPTOP.sourceIp, userAgent: userAgent ?? LAPTOP.userAgent };
  // SDKs and the CLI fill the token in; a story need not.
  const input = { ClientRequestToken: build.random.uuid(), ...scene.input };
  try {
    if (!isSetting(build, { ...scene, service }, { principal, caller })) {
      build.run(principal, region, service, operation, input, caller);
    }
  } catch (cause) {
    if (cause instanceof NoSuchThing || cause instanceof ControlError) {
      throw new BadStory(`${what} cannot be: ${cause.message}`);
    }
    if (!(cause instanceof AwsError)) throw cause;
    if (scene.refused) return;
    // Some of AWS's refusals, such as that of an operation nobody knows, have no sentence.
    const why = cause.message === '' ? cause.code : `${cause.code}: ${cause.message}`;
    throw new BadStory(`${what} is refused: ${why}`);
  }
  if (scene.refused) throw new BadStory(`${what} is not refused, though the story says so`);
}

/** What is no call of a service that is served: a change around the secrets, or of a target. */
function isSetting(
  { state, clock, random }: Build,
  { service, operation, region, input }: StoryScene,
  by: { readonly principal: Principal; readonly caller: Caller },
): boolean {
  const now = clock.now();
  if (service !== 'infrastructure' && service !== 'targets') return false;
  state.agenda.run(now, state);
  if (service === 'targets') changeTarget(state.targets, input);
  else changeInfrastructure(operation, input, { state, now, random, region, ...by });
  return true;
}

function actor({ operators }: Build, iam: IamState, as: string, what: string): Principal {
  const operator = Object.entries(operators).find(([name]) => name === as)?.[1];
  if (operator) return operator;
  const [name = '', sessionName = ''] = as.split('/');
  const role = iam.roles.get(placeOf(HOME, name));
  if (role && sessionName) return sessionOf(role, { sessionName });
  throw new BadStory(`${what}: there is no operator "${as}", nor a role of that name with a session`);
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;

function settle(iam: IamState, { name, policy }: StoryRole, id: string): void {
  if (!ROLE_NAME.test(name))
    throw new BadStory(`role ${name}: a name has 1 to 64 letters, digits or _+=,.@-`);
  // Those of the operators would lose the rights this sandbox says they have.
  if (iam.roles.has(placeOf(HOME, name)))
    throw new BadStory(`role ${name}: there is one of that name already`);
  const Statement = [{ Effect: 'Allow', Principal: { AWS: HOME }, Action: 'sts:AssumeRole' }];
  const trust = JSON.stringify({ Version: '2012-10-17', Statement });
  const role = addRole(iam, { account: HOME, name, id: `AROA${id}`, created: LONG_AGO, trust });
  try {
    putPolicy(role, 'Story', policy);
  } catch (cause) {
    if (cause instanceof PolicyError) throw new BadStory(`the policy of role ${name}: ${cause.message}`);
    throw cause;
  }
}
