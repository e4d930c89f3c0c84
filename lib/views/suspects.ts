import 'server-only';
import { forgetWithClients } from '@/lib/aws/client';
import { readChanges } from '@/lib/aws/cloudtrail';
import type { AwsOperator } from '@/lib/aws/credentials';
import { accountRegionOf } from '@/lib/aws/endpoint';
import { toAwsProblem } from '@/lib/aws/errors';
import type { SuspectsReading } from '@/lib/contract/rotation';
import { type ChangeRecord, findSuspects, type Shared } from '@/lib/domain/rotation/find-suspects';
import { isOfIam, suspectNames } from '@/lib/domain/rotation/suspect-names';
import type { Cause } from '@/lib/domain/triage/cause';

/** So long before the first failure a change may have been made. */
const BEFORE_MS = 86_400_000;

const MOST_KEPT = 500;
const kept = new Map<string, Promise<SuspectsReading>>();
forgetWithClients((sid) => {
  for (const key of kept.keys()) if (key.startsWith(`${sid}|`)) kept.delete(key);
});

interface Asked extends Shared {
  readonly region: string;
  readonly cause: Cause;
}

/**
 * What was changed in the day before rotations began to fail: one page of CloudTrail for each of at most four kinds of
 * event that can bring the cause about. The past does not change, so a sign-in asks once.
 */
export function readSuspects(
  operator: AwsOperator,
  asked: Asked,
  signal: AbortSignal,
): Promise<SuspectsReading> {
  const key = [operator.sid, operator.scope, JSON.stringify(asked)].join('|');
  const reading = kept.get(key) ?? look(operator, asked, signal);
  kept.set(key, reading);
  const forget = () => kept.delete(key);
  // What could not be read may be readable the next time.
  reading.then(({ problems }) => problems.length > 0 && forget(), forget);
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
  await Promise.all(
    suspectNames(asked.cause).map(async (name) => {
      const region = isOfIam(name) ? accountRegionOf(asked.region) : asked.region;
      try {
        const page = await readChanges(operator, region, { name, from, to }, signal);
        changes.push(...page.changes);
        searched.push({ region, name, from: page.oldest ?? from.toISOString(), to: to.toISOString() });
      } catch (cause) {
        const { problem } = toAwsProblem(cause, { action: 'cloudtrail:LookupEvents', region });
        problems.push({ region, problem });
      }
    }),
  );
  return {
    changes: findSuspects(changes, asked).map(({ change: { id, name, at, region, by }, ...found }) => ({
      ...{ id, name, at, region, by },
      ...found,
    })),
    searched: searched.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    problems,
  };
}
