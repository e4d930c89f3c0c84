import type { DirectAws } from './aws.ts';
import type { BrowserSession } from './browser-session.ts';
import type { Counter } from './counter.ts';
import { type InventoryReading, readInventory } from './inventory-reading.ts';
import { quantile } from './quantile.ts';
import { atMost, exactly, type Result, round, told } from './report.ts';
import type { Stage } from './stage.ts';

/** What a page of ListSecrets takes in AWS, in milliseconds. */
export const PAGE_MS = 40;
const PAIRS = 9;
const PAIRS_WITHOUT_LATENCY = 5;

/** The whole inventory through the console against the SDK's own paginator, all regions at once in both; in turns. */
export async function measureTotal(
  stage: Stage,
  session: BrowserSession,
  aws: DirectAws,
  counter: Counter,
): Promise<Result[]> {
  await stage.setLatency(0);
  const bare = await compare(session, aws, PAIRS_WITHOUT_LATENCY);
  await stage.setLatency(PAGE_MS);
  const asked = await counter.during(() => readInventory(session));
  const least = await counter.during(() => aws.inventory());
  const real = await compare(session, aws, PAIRS);
  const [region = ''] = await aws.regions();
  const page = await median(PAIRS, () => timed(() => aws.page(region)));
  const secrets = real.rows;
  const what = `inventory of ${secrets} secrets`;
  return [
    told(`${what}, 0 ms a page: console / SDK`, spread(bare)),
    told(`${what}, ${PAGE_MS} ms a page: console / SDK`, spread(real)),
    atMost(`${what}, console against SDK`, real.console / real.direct, 1.1, 'x'),
    told('one page of ListSecrets by the SDK', `${round(page)} ms`),
    atMost('first row of the inventory against one page', real.firstRow / page, 1.5, 'x'),
    exactly(`AWS calls: ${what}`, asked, least),
  ];
}

interface Compared {
  readonly console: number;
  readonly direct: number;
  readonly firstRow: number;
  readonly rows: number;
}

async function compare(session: BrowserSession, aws: DirectAws, pairs: number): Promise<Compared> {
  const readings: InventoryReading[] = [];
  const direct: number[] = [];
  let rows = await aws.inventory();
  for (let pair = 0; pair < pairs; pair += 1) {
    // Whoever comes second finds the machine warm: they take turns.
    if (pair % 2 === 0) readings.push(await readInventory(session));
    const start = performance.now();
    rows = await aws.inventory();
    direct.push(performance.now() - start);
    if (pair % 2 === 1) readings.push(await readInventory(session));
  }
  const odd = readings.find((reading) => reading.rows !== rows);
  if (odd) throw new Error(`The console read ${odd.rows} secrets, the SDK ${rows}.`);
  return {
    console: quantile(
      readings.map(({ total }) => total),
      0.5,
    ),
    direct: quantile(direct, 0.5),
    firstRow: quantile(
      readings.map(({ firstRow }) => firstRow),
      0.5,
    ),
    rows,
  };
}

const spread = ({ console, direct }: Compared) => `${Math.round(console)} / ${Math.round(direct)} ms`;

async function median(times: number, work: () => Promise<number>): Promise<number> {
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) samples.push(await work());
  return quantile(samples, 0.5);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
