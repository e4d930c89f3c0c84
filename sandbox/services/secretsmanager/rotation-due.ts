import type { Call, Principal } from '../../operation.ts';
import { createRandom, seedOf } from '../../random.ts';
import type { State } from '../../state.ts';
import { PREVIOUS } from './labels.ts';
import { planAttempt } from './rotation-attempt.ts';
import { pendingVersion } from './rotation-life.ts';
import { scheduleOf, type Window } from './rotation-schedule.ts';
import { keyOf, startRotation } from './rotation-start.ts';
import { type Secret, sameIn } from './state.ts';

/** How far into a window a rotation begins at most: AWS says any time within. */
const MINUTE_MS = 60_000;
const SPREAD_MS = 60 * MINUTE_MS;

/**
 * Plans the next rotation of a secret by its schedule, in place of the one that was planned; none where its rotation
 * is off or has no rules. A world's clock may skip days: nothing is looked for, each secret waits for its own hour.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function planNextRotation(state: State, secret: Secret, now: Date): void {
  secret.plannedRotation = undefined;
  const { rotation } = secret.content;
  if (!state.secretsManager.schedulesFire || !rotation?.RotationEnabled || secret.following) return;
  const { nextRotationDate: last, nextWindowOpens: opens } = rotation;
  if (last && opens && last > now)
    planIn(state, secret, { opens, closes: new Date(last.getTime() + 1000) }, now);
  else planAfter(state, secret, now);
}

/** Plans the first rotation of the next window from now: the one that was due has gone by. */
function planAfter(state: State, secret: Secret, now: Date): void {
  const { RotationRules: rules } = secret.content.rotation ?? {};
  if (!rules) return;
  const days = rules.ScheduleExpression === undefined ? rules.AutomaticallyAfterDays : undefined;
  const schedule = scheduleOf({ ...rules, AutomaticallyAfterDays: days });
  if (schedule) planIn(state, secret, schedule.nextWindow(now), now);
}

function planIn(state: State, secret: Secret, { opens, closes }: Window, now: Date): void {
  const length = Math.min(SPREAD_MS, closes.getTime() - opens.getTime());
  const into = Math.floor(createRandom(seedOf(`${secret.arn}${opens.getTime()}`)).next() * length);
  // A window may be open already; something of it is left.
  const earliest = Math.max(opens.getTime() + into, now.getTime() + MINUTE_MS);
  const planned = Math.max(Math.min(earliest, closes.getTime() - MINUTE_MS), now.getTime());
  const key = keyOf(secret);
  secret.plannedRotation = planned;
  state.agenda.at(new Date(planned), (at, there) => {
    const found = sameIn(there.secretsManager, key);
    if (found?.plannedRotation !== planned) return;
    begin(there, found, at, closes.getTime());
    // A rotation that fails leaves its date behind; the schedule goes on all the same.
    if (found.plannedRotation === planned) planAfter(there, found, at);
  });
}

/** Begins a rotation, or tries once more one that has not ended. */
function begin(state: State, secret: Secret, at: Date, until: number): void {
  const { rotation, versions } = secret.content;
  if (!rotation?.RotationEnabled || secret.deletionDue) return;
  // What a world only declares it also tells itself.
  if (state.secretsManager.invocableFunctions.has(rotation.RotationLambdaARN ?? '')) return;
  const open = pendingVersion(versions);
  // A version that was current once has AWSPENDING from its own good rotation: nothing is under way.
  if (open !== undefined && !versions.get(open)?.labels.includes(PREVIOUS)) {
    const { RotationLambdaARN: functionArn } = rotation;
    if (secret.openRotation !== open || functionArn === undefined) return;
    planAttempt(state, at, { secret: keyOf(secret), token: open, functionArn, number: 1, until });
    return;
  }
  const random = createRandom(seedOf(`${secret.arn}${at.getTime()}`));
  startRotation(schedulerCall(state, secret, at, random), secret, random.uuid(), until);
}

const SCHEDULER: Omit<Principal, 'account'> = {
  type: 'service',
  name: 'secretsmanager.amazonaws.com',
  arn: 'secretsmanager.amazonaws.com',
  userId: 'secretsmanager.amazonaws.com',
  policy: [],
};

/** What Secrets Manager does by itself, as an operation would see it. */
function schedulerCall(state: State, secret: Secret, now: Date, random: Call['random']): Call {
  return {
    ...{
      service: 'secretsmanager',
      operation: 'RotateSecret',
      region: secret.region,
      requestId: random.uuid(),
    },
    ...{ now, random, state, principal: { ...SCHEDULER, account: secret.account } },
    caller: { sourceIp: SCHEDULER.name, userAgent: SCHEDULER.name },
    authorize: () => {},
    allows: () => true,
  };
}

/** Plans the next rotation of every secret: a world begins to be served. */
export function planAllRotations(state: State, now: Date): void {
  for (const secrets of state.secretsManager.regions.values()) {
    for (const secret of secrets.values()) planNextRotation(state, secret, now);
  }
}
