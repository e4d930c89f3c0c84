import { leave } from './leave.ts';
import { suites } from './suites/suites.ts';
import { NOTHING, sum, type Tally } from './suites/tally.ts';

// `npm test`: every suite; `npm test -- unit routes`: these. A suite that fails does not stop the others.
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !suites.some((suite) => suite.name === name));
if (unknown !== undefined) {
  leave(`There is no suite "${unknown}"; there are ${suites.map(({ name }) => name).join(', ')}.`);
}

const results = new Map<string, Tally & { readonly note: string }>();
for (const { name, needs, run } of suites) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  if (needs !== undefined && (results.get(needs)?.failed ?? 0) > 0) {
    results.set(name, { ...NOTHING, note: `not run: ${needs} failed` });
    continue;
  }
  const start = performance.now();
  const tally = await run();
  results.set(name, { ...tally, note: `${((performance.now() - start) / 1_000).toFixed(1)} s` });
}

const { passed, failed, skipped } = sum([...results.values()]);
console.log('');
for (const [name, tally] of results) {
  const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
  console.log(`${name.padEnd(12)} ${counts} (${tally.note})`);
}
console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
