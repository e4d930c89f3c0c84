import type { Group } from '../scripts/group.ts';
import { directAws } from './aws.ts';
import { signIn } from './browser-session.ts';
import { createCounter } from './counter.ts';
import { judged, operateTable, toldOnly } from './inventory-browser.ts';
import { measureOperators } from './inventory-operators.ts';
import { readInventory } from './inventory-reading.ts';
import { measureTotal, PAGE_MS } from './inventory-total.ts';
import { peakMegabytes } from './memory.ts';
import { type Result, told } from './report.ts';
import { openStage } from './stage.ts';

const SECRETS = 20_000;
const MANY = 100_000;

/** 20,000 secrets over four regions: time, calls and memory, in the server and in the browser. */
export async function measureInventory(group: Group, executablePath: string): Promise<Result[]> {
  const stage = await openStage(group, { world: 'fleet', secrets: SECRETS });
  const session = await signIn(stage.port, 'riley');
  const aws = await directAws(stage.endpoint, 'riley');
  const counter = await createCounter(stage.endpoint);
  const total = await measureTotal(stage, session, aws, counter);
  const used = await operateTable(session, executablePath);
  return [...total, ...judged(`table of ${SECRETS}`, used), ...(await measureOperators(stage, SECRETS))];
}

/** Five times as many: that it works, and with which figures. */
export async function measureLargeInventory(group: Group, executablePath: string): Promise<Result[]> {
  const stage = await openStage(group, { world: 'fleet', secrets: MANY });
  const session = await signIn(stage.port, 'riley');
  await stage.setLatency(PAGE_MS);
  const { rows, total } = await readInventory(session);
  if (rows !== MANY) throw new Error(`Of ${MANY} secrets ${rows} were read.`);
  return [
    told(`inventory of ${MANY} secrets, ${PAGE_MS} ms a page`, `${(total / 1_000).toFixed(1)} s`),
    ...toldOnly(`table of ${MANY}`, await operateTable(session, executablePath)),
    told(`memory (RSS) of the console at ${MANY}, highest`, `${peakMegabytes(stage.pid)} MB`),
  ];
}
