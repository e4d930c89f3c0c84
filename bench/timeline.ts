import type { BrowserSession } from './browser-session.ts';
import { type Counter, spell } from './counter.ts';
import { atMost, exactly, type Result } from './report.ts';

// AWS's allowance of LookupEvents, for an account in a region.
const A_SECOND = 2;
const NAMES = 9;

/** How soon a secret's timeline is complete against what its CloudTrail pages cost, and what each asks of AWS. */
export async function measureTimeline(
  session: BrowserSession,
  counter: Counter,
  { arn, other }: { arn: string; other: string },
): Promise<Result[]> {
  const ask = async (secret: string) => {
    const { status, text } = await session.get(
      `/api/views/timeline?${new URLSearchParams({ scope: session.scope, arn: secret })}`,
    );
    if (status !== 200 || text.includes('"kind":"stopped"'))
      throw new Error(`The timeline answered ${status}.`);
  };
  const lookups = (count: number) => spell(new Map([['LookupEvents', count]]));
  let seconds = 0;
  const first = await counter.during(async () => {
    const start = performance.now();
    await ask(arn);
    seconds = (performance.now() - start) / 1_000;
  });
  const second = await counter.during(() => ask(other));
  const again = await counter.during(() => ask(arn));
  return [
    exactly('AWS calls: timeline, first secret of a region', first, lookups(NAMES + 1)),
    exactly('AWS calls: timeline, another secret', second, lookups(1)),
    exactly('AWS calls: timeline, read again within a minute', again, 'none'),
    atMost('timeline, first secret of a region', seconds, (1.2 * (NAMES + 1)) / A_SECOND, 's'),
  ];
}
