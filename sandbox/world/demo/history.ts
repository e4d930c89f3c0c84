import type { Random } from '../../random.ts';
import { HOME } from '../../services/iam/state.ts';
import { isCutOff } from './incident.ts';
import type { Actor, People } from './people.ts';
import type { Plan } from './plan.ts';
import { writeReads } from './reads.ts';
import { configureRotation, writeRotation } from './rotations.ts';
import { DAY, HOUR, MINUTE, type Script } from './script.ts';
import { descriptionFor, engineOf, valueFor } from './values.ts';

/** What the histories are written with. */
export interface Stage {
  readonly script: Script;
  readonly random: Random;
  readonly people: People;
}

/** Writes the whole past of one secret into the script. */
export function writeHistory(stage: Stage, plan: Plan): void {
  const { script, random, people } = stage;
  const ages = agesOf(random, plan);
  const ids = ages.map(() => random.uuid());
  const born = ages[0]!;
  const author = random.pick(people.authors);

  script.add(born, author, plan.region, 'CreateSecret', {
    Name: plan.name,
    ClientRequestToken: ids[0],
    ...(plan.empty ? {} : valueFor(random, plan.name)),
    ...(random.next() < 0.8 ? { Description: descriptionFor(plan.name, plan.team) } : {}),
    ...(random.next() < 0.92 ? { Tags: tagsOf(random, plan) } : {}),
    ...(plan.replicas.length > 0 ? { AddReplicaRegions: plan.replicas.map((Region) => ({ Region })) } : {}),
  });
  if (plan.empty) return;
  if (plan.rotation) configureRotation(stage, plan, { ...plan.rotation, ago: born - HOUR });
  for (let at = 1; at < ages.length; at++) {
    writeVersion(stage, plan, { id: ids[at]!, before: ids[at - 1]!, ago: ages[at]! });
  }
  writeReads(stage, plan, ages);
  if (plan.label) {
    script.add(ages.at(-1)! - HOUR, people.riley, plan.region, 'UpdateSecretVersionStage', {
      SecretId: plan.name,
      VersionStage: plan.label.name,
      MoveToVersionId: ids.at(-1 - plan.label.behind),
    });
  }
  if (plan.unfinished !== undefined && plan.rotation) {
    writeRotation(stage, plan, {
      ...{ id: random.uuid(), before: ids.at(-1)!, ago: plan.unfinished.hours * HOUR, account: HOME },
      ...{ function: plan.rotation.name, until: isCutOff(plan) ? 'started' : 'put' },
      fails: plan.unfinished.fails,
    });
  }
  if (plan.deletedDaysAgo !== undefined) writeDeletion(stage, plan, plan.deletedDaysAgo);
}

/**
 * How long ago each version was made, the oldest first. A function keeps to its schedule; people are evenly
 * spread with some unrest.
 */
function agesOf(random: Random, plan: Plan): number[] {
  const { rotation, versions, unfinished, deletedDaysAgo } = plan;
  const roll = random.next();
  if (rotation && deletedDaysAgo === undefined) {
    // A rotation that is due, or has stopped, is a whole period after the last.
    const last = (unfinished?.hours ?? (0.03 + 0.94 * roll) * rotation.days * 24) * HOUR;
    const newest = unfinished === undefined ? last : last + rotation.days * DAY;
    return Array.from(
      { length: versions },
      (_, at) => newest + (versions - 1 - at) * rotation.days * DAY,
    ).filter((age) => age < 420 * DAY);
  }
  // Only developers make secrets all the time.
  const oldest = (plan.env === 'dev' ? 32 + random.next() * 380 : 95 + random.next() * 325) * DAY;
  const floor = deletedDaysAgo === undefined ? (0.01 + roll * 0.3) * DAY : (deletedDaysAgo + 1) * DAY;
  const newest = floor + random.next() ** 3 * Math.max(0, oldest - floor - 30 * DAY);
  const step = (oldest - newest) / Math.max(1, versions - 1);
  return Array.from({ length: versions }, (_, at) => {
    const unrest = at === 0 ? 0 : (random.next() - 0.5) * 0.6 * Math.min(step, newest);
    return Math.max(floor, oldest - at * step + unrest);
  });
}

/** A person puts a value at once; a function puts it as AWSPENDING and moves AWSCURRENT when it works. */
function writeVersion(stage: Stage, plan: Plan, made: { id: string; before: string; ago: number }): void {
  const { script, random, people } = stage;
  if (plan.rotation) {
    // A few need a second attempt.
    const again = random.next() < 0.05 ? ({ fails: 'setSecret', takes: 47 * MINUTE } as const) : {};
    const by = { account: HOME, function: plan.rotation.name, until: 'done' } as const;
    writeRotation(stage, plan, { ...made, ...by, ...again });
    return;
  }
  const put = { SecretId: plan.name, ClientRequestToken: made.id, ...valueFor(random, plan.name) };
  script.add(made.ago, random.pick(people.authors), plan.region, 'PutSecretValue', put);
}

/** A primary with replicas is not deleted: they go first. */
function writeDeletion({ script, people }: Stage, plan: Plan, days: number): void {
  if (plan.replicas.length > 0) {
    script.add(days * DAY + HOUR, people.riley, plan.region, 'RemoveRegionsFromReplication', {
      SecretId: plan.name,
      RemoveReplicaRegions: plan.replicas,
    });
  }
  script.add(days * DAY, people.riley, plan.region, 'DeleteSecret', {
    SecretId: plan.name,
    RecoveryWindowInDays: 30,
  });
}

function tagsOf(random: Random, plan: Plan): { Key: string; Value: string }[] {
  const tags = [
    { Key: 'owner', Value: plan.team },
    { Key: 'env', Value: plan.env },
  ];
  const engine = engineOf(plan.name);
  if (engine !== undefined) tags.push({ Key: 'engine', Value: engine });
  if (random.next() < 0.3)
    tags.push({ Key: 'cost-center', Value: `cc-${1000 + (plan.team.length % 7) * 10}` });
  if (plan.rotation) tags.push({ Key: 'data-class', Value: 'restricted' });
  return tags;
}

/** Somebody puts a new value by hand. */
export function putByHand(
  { script, random }: Stage,
  { ago, by, name, region, id }: { ago: number; by: Actor; name: string; region: string; id: string },
): void {
  script.add(ago, by, region, 'PutSecretValue', {
    SecretId: name,
    ClientRequestToken: id,
    ...valueFor(random, name),
  });
}
