import { cpus } from 'node:os';
import { staleness } from '../scripts/build.ts';
import { CHROMIUM_HINT, chromiumPath } from '../scripts/chromium.ts';
import { createGroup, type Group } from '../scripts/group.ts';
import { leave } from '../scripts/leave.ts';
import { measureDemo } from './demo.ts';
import { measureDiagnosis } from './diagnosis.ts';
import { measureInventory, measureLargeInventory } from './inventory.ts';
import { measureOperatorsAtWork } from './operators.ts';
import { measureReplication } from './replication.ts';
import { type Result, table } from './report.ts';
import { measureRotation } from './rotation.ts';
import { measureWorlds } from './sandbox-memory.ts';
import { measureTimelineDrag } from './timeline-drag.ts';

// `npm run bench`: the built console before sandboxes of its own; one table, and a failure if a limit is missed.
// `npm run bench -- inventory`: one of these alone.
const parts: Record<string, (group: Group, executablePath: string) => Promise<Result[]>> = {
  demo: measureDemo,
  inventory: measureInventory,
  'inventory-100k': measureLargeInventory,
  timeline: measureTimelineDrag,
  worlds: measureWorlds,
  diagnosis: async () => measureDiagnosis(),
  replication: measureReplication,
  rotation: measureRotation,
  operators: measureOperatorsAtWork,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  leave(`There is no "${unknown}" to measure; there are ${Object.keys(parts).join(', ')}.`);
const stale = staleness();
if (stale) leave(`The build is ${stale}. Run: npm run build`);
const browser = chromiumPath();
if (!browser) leave(CHROMIUM_HINT);

const group = createGroup();
try {
  const results: Result[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) results.push(...(await measure(group, browser)));
  }
  console.log(`Node ${process.version}, ${cpus().length} CPUs, ${process.platform} ${process.arch}\n`);
  console.log(table(results));
  const missed = results.filter(({ met }) => met === false).length;
  await group.end(missed > 0 ? `${missed} limits are missed.` : undefined);
} catch (cause) {
  await group.end(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
}
