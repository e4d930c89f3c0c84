import type { Principal } from '../../operation.ts';
import type { Random } from '../../random.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.ts';
import { DAY, HOUR, MINUTE, type Script } from './script.ts';
import { descriptionFor, valueFor } from './values.ts';

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
  if (plan.unfinished) {
    script.add((1 + random.next() * 20) * HOUR, rotator(stage, plan), plan.region, 'PutSecretValue', {
      SecretId: plan.name,
      ClientRequestToken: random.uuid(),
      VersionStages: ['AWSPENDING'],
      ...valueFor(random, plan.name),
    });
  }
  if (plan.deletedDaysAgo !== undefined) {
    writeDeletion(stage, plan, plan.deletedDaysAgo);
  }
}

/** How long ago each version was made, the oldest first: evenly spread with some unrest. */
function agesOf(random: Random, plan: Plan): number[] {
  const oldest = (60 + random.next() * 360) * DAY;
  const settled = plan.unfinished || plan.deletedDaysAgo !== undefined;
  const floor = settled ? ((plan.deletedDaysAgo ?? 0) + 1) * DAY : (0.01 + random.next() * 0.3) * DAY;
  const newest = floor + random.next() ** 3 * Math.max(0, oldest - floor - 30 * DAY);
  const step = (oldest - newest) / Math.max(1, plan.versions - 1);
  return Array.from({ length: plan.versions }, (_, at) => {
    const unrest = at === 0 ? 0 : (random.next() - 0.5) * 0.6 * Math.min(step, newest);
    return oldest - at * step + unrest;
  });
}

/** A person puts a value at once; a function puts it as AWSPENDING and moves AWSCURRENT when it works. */
function writeVersion(stage: Stage, plan: Plan, made: { id: string; before: string; ago: number }): void {
  const { script, random, people } = stage;
  const put = { SecretId: plan.name, ClientRequestToken: made.id, ...valueFor(random, plan.name) };
  if (plan.rotation === undefined) {
    script.add(made.ago, random.pick(people.authors), plan.region, 'PutSecretValue', put);
    return;
  }
  const by = rotator(stage, plan);
  script.add(made.ago, by, plan.region, 'PutSecretValue', { ...put, VersionStages: ['AWSPENDING'] });
  script.add(made.ago - 2 * MINUTE, by, plan.region, 'UpdateSecretVersionStage', {
    SecretId: plan.name,
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: made.before,
    MoveToVersionId: made.id,
  });
}

/** Reads after each version, so that old versions show a day too; a busy secret was read lately. */
function writeReads(stage: Stage, plan: Plan, ages: readonly number[]): void {
  if (plan.use === 'unread') return;
  const { script, random, people } = stage;
  const reader = people.application(plan.team);
  const ended = ((plan.deletedDaysAgo ?? 0) + 1) * DAY;
  const last = plan.use === 'forgotten' ? (92 + random.next() * 200) * DAY : 0;
  const read = (ago: number, region: string) =>
    script.add(ago, reader, region, 'GetSecretValue', { SecretId: plan.name });
  for (const [at, age] of ages.entries()) {
    const until = Math.max(ages[at + 1] ?? ended, last);
    if (age - until > 6 * HOUR) read(until + 3 * HOUR, plan.region);
  }
  if (plan.use === 'forgotten' || plan.deletedDaysAgo !== undefined) return;
  read((0.1 + random.next() * 20) * HOUR, plan.region);
  for (const region of plan.replicas) {
    if (random.next() < 0.7) read((0.1 + random.next() * 40) * HOUR, region);
  }
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

function rotator({ people }: Stage, plan: Plan): Principal {
  return people.rotation(plan.rotation ?? 'rotate-postgres');
}

function tagsOf(random: Random, plan: Plan): { Key: string; Value: string }[] {
  const tags = [
    { Key: 'owner', Value: plan.team },
    { Key: 'env', Value: plan.env },
  ];
  if (random.next() < 0.3)
    tags.push({ Key: 'cost-center', Value: `cc-${1000 + (plan.team.length % 7) * 10}` });
  if (plan.rotation) tags.push({ Key: 'data-class', Value: 'restricted' });
  return tags;
}
