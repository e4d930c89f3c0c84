import { startNode } from './child.ts';

// `node scripts/next.ts build`: the framework's own command, without its telemetry.
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
const next = startNode(['node_modules/next/dist/bin/next', ...process.argv.slice(2)], {
  env,
  onLine: console.log,
});
process.exitCode = (await next.ended) === 'exit code 0' ? 0 : 1;
