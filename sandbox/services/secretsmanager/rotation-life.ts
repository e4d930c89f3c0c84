import type { Call } from '../../operation.ts';
import { CURRENT, detach, holderOf, PENDING } from './labels.ts';
import { daysUntilNext, nextRotationDate, scheduleOf } from './rotation-schedule.ts';
import { tellService } from './service-events.ts';
import type { Rotation, Secret, Versions } from './state.ts';

/**
 * The rotation with its next date, counted from an instant. Put, Update and a rotation count alike:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html
 */
export function scheduledFrom(rotation: Rotation, from: Date): Rotation {
  const { RotationRules: rules } = rotation;
  const off = { ...rotation, nextRotationDate: undefined, nextWindowOpens: undefined };
  if (!rules || !rotation.RotationEnabled) return off;
  // The computed number of days stands beside an expression; only one of the two is a rule.
  const days = rules.ScheduleExpression === undefined ? rules.AutomaticallyAfterDays : undefined;
  const schedule = scheduleOf({ ...rules, AutomaticallyAfterDays: days });
  if (!schedule) return off;
  return {
    ...rotation,
    RotationRules: { ...rules, AutomaticallyAfterDays: days ?? daysUntilNext(schedule, from) },
    nextRotationDate: nextRotationDate(schedule, from),
    nextWindowOpens: schedule.nextWindow(from).opens,
  };
}

/** The version that has AWSPENDING without being current: a rotation that has not ended. */
export function pendingVersion(versions: Versions): string | undefined {
  const pending = holderOf(versions, PENDING);
  return pending && !pending.labels.includes(CURRENT) ? pending.id : undefined;
}

/**
 * The versions once another was made by hand: a rotation that was open is given up, and AWSPENDING does not
 * stay behind on a version that AWSCURRENT leaves (recorded on AWS).
 */
export function withoutOpenRotation(
  secret: Secret,
  versions: Versions,
  { made, labels }: { readonly made: string; readonly labels: readonly string[] },
): Versions {
  const holder = holderOf(versions, PENDING);
  if (!holder || holder.id === made) return versions;
  const left = labels.includes(CURRENT) && holder.labels.includes(CURRENT);
  return left || holder.id === secret.openRotation ? detach(versions, PENDING) : versions;
}

/**
 * Follows what new versions or labels mean for the secret's rotation: one that was being prepared has
 * succeeded once it is current, is abandoned by a version made by hand, is over without its label.
 * Answers the rotation as it is from now on.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export function rotationAfter(call: Call, secret: Secret, next: Versions): Rotation | undefined {
  const { rotation, versions } = secret.content;
  const current = holderOf(next, CURRENT)?.id;
  const open = secret.openRotation;
  const succeeded = open !== undefined && current === open;
  if (succeeded || (open !== undefined && !next.get(open)?.labels.includes(PENDING))) {
    secret.openRotation = undefined;
    const abandoned = !succeeded && [...next.keys()].some((id) => !versions.has(id));
    const name = succeeded ? 'RotationSucceeded' : 'RotationAbandoned';
    if (succeeded || abandoned) tellService(call, secret, { name, at: call.now, about: open });
  }
  if (!rotation) return undefined;
  if (succeeded) return scheduledFrom({ ...rotation, lastRotatedDate: call.now }, call.now);
  const byHand = current !== undefined && !versions.has(current);
  return byHand ? scheduledFrom(rotation, call.now) : rotation;
}
