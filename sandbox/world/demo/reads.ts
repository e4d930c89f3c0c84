import type { Stage } from './history.ts';
import type { Plan } from './plan.ts';
import { DAY, HOUR } from './script.ts';

/** How often an application starts anew and reads a busy secret, in the last 90 days and at most. */
const READS = 14;

/** Reads after each version, so that old versions show a day too; a busy secret was read lately, and often. */
export function writeReads(stage: Stage, plan: Plan, ages: readonly number[]): void {
  if (plan.use === 'unread') return;
  const { script, random, people } = stage;
  const reader = people.application(plan.team);
  const ended = ((plan.deletedDaysAgo ?? 0) + 1) * DAY;
  const last = plan.use === 'forgotten' ? (92 + random.next() * 200) * DAY : 0;
  const read = (ago: number, region: string) => {
    // Some ask for the label they mean, as the SDKs' caches do.
    const named = random.next() < 0.2 ? { VersionStage: 'AWSCURRENT' } : {};
    script.add(ago, reader, region, 'GetSecretValue', { SecretId: plan.name, ...named });
  };
  for (const [at, age] of ages.entries()) {
    const until = Math.max(ages[at + 1] ?? ended, last);
    if (age - until > 6 * HOUR) read(until + 3 * HOUR, plan.region);
  }
  if (plan.use === 'forgotten' || plan.deletedDaysAgo !== undefined) return;
  read((0.1 + random.next() * 20) * HOUR, plan.region);
  for (const region of plan.replicas) {
    if (random.next() < 0.7) read((0.1 + random.next() * 40) * HOUR, region);
  }
  const since = Math.min(ages[0]! - HOUR, 89 * DAY);
  const count = plan.env === 'prod' ? READS : READS / 2;
  for (let at = 0; at < count; at++) {
    const ago = since * random.next();
    if (ago > HOUR) read(ago, plan.region);
  }
}
