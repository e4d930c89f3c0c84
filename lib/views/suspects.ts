import 'server-only';
import { readChanges } from '@/lib/aws/cloudtrail';
import type { AwsOperator } from '@/lib/aws/credentials';
import { toAwsProblem } from '@/lib/aws/errors';
import { readKmsKey } from '@/lib/aws/kms-key';
import { forgetWithClients } from '@/lib/aws/own-client';
import type { Problem } from '@/lib/contract/problem';
import type { SuspectsReading } from '@/lib/contract/rotation';
import { iamRegionOf } from '@/lib/domain/global-regions';
import { type ChangeRecord, findSuspects, type Shared } from '@/lib/domain/rotation/find-suspects';
import { isOfIam, suspectNames } from '@/lib/domain/rotation/suspect-names';
import type { Cause } from '@/lib/domain/triage/cause';

/** So long before the first failure a change may have been made. */
const BEFORE_MS = 86_400_000;

/** So long an answer is kept: events arrive some minutes after what they tell of. */
const KEPT_MS = 60_000;
const MOST_KEPT = 500;
const kept = new Map<string, { readonly reading: SuspectsReading; readonly until: number }>();
forgetWithClients((start) => {
  for (const key of kept.keys()) if (key.startsWith(start)) kept.delete(key);
});

interface Asked extends Shared {
  readonly region: string;
  readonly cause: Cause;
}

/**
 * What was changed in the day before rotations began to fail: one page of CloudTrail for each of at most four kinds of
 * event that can bring the cause about. Kept for a minute, unless something of it could not be read.
 */
export async function readSuspects(
  operator: AwsOperator,
  asked: Asked,
  signal: AbortSignal,
): Promise<SuspectsReading> {
  const key = [operator.sid, operator.scope, JSON.stringify(asked)].join('|');
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.reading;
  const reading = await look(operator, asked, signal);
  kept.delete(key);
  if (reading.problems.length === 0) kept.set(key, { reading, until: Date.now() + KEPT_MS });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return reading;
}

async function look(operator: AwsOperator, asked: Asked, signal: AbortSignal): Promise<SuspectsReading> {
  const to = new Date(Date.parse(asked.before));
  const from = new Date(to.getTime() - BEFORE_MS);
  const changes: ChangeRecord[] = [];
  const searched: SuspectsReading['searched'][number][] = [];
  const problems: SuspectsReading['problems'][number][] = [];
  const inRegion = Map.groupBy(suspectNames(asked.cause), (name) =>
    isOfIam(name) ? iamRegionOf(asked.region) : asked.region,
  );
  await Promise.all(
    [...inRegion].map(async ([region, names]) => {
      try {
        for (const name of names) {
          const page = await readChanges(operator, region, { name, from, to }, signal);
          changes.push(...page.changes);
          searched.push({ region, name, from: page.oldest ?? from.toISOString(), to: to.toISOString() });
        }
      } catch (cause) {
        // One refusal is enough: the others would be the same, and count against the allowance.
        const { problem } = toAwsProblem(cause, { action: 'cloudtrail:LookupEvents', region });
        problems.push({ region, problem });
      }
    }),
  );
  const { key, problem } = await keyBehind(operator, asked, changes);
  if (problem) problems.push({ region: asked.region, problem });
  return {
    changes: findSuspects(changes, { ...asked, key }).map(
      ({ change: { id, name, at, region, by }, ...found }) => ({
        ...{ id, name, at, region, by },
        ...found,
      }),
    ),
    searched: searched.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    problems,
  };
}

const ALIAS = /(?:^|:)alias\//;
const OF_KEY = new Set(['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'RevokeGrant']);

/** Changes name a key by its id: an alias is looked up, when there is something to compare it with. */
async function keyBehind(
  operator: AwsOperator,
  { key, region }: Asked,
  changes: readonly ChangeRecord[],
): Promise<{ readonly key?: string | undefined; readonly problem?: Problem }> {
  if (key === undefined || !ALIAS.test(key) || !changes.some(({ name }) => OF_KEY.has(name))) return { key };
  try {
    return { key: (await readKmsKey(operator, region, key)).key.arn ?? key };
  } catch (cause) {
    const { problem } = toAwsProblem(cause, { action: 'kms:DescribeKey', region, resource: key });
    return { key, problem };
  }
}
