import { cpus } from 'node:os';
import { staleness } from '../scripts/build.ts';
import { CHROMIUM_HINT, chromiumPath } from '../scripts/chromium.ts';
import { freshSecret, startConsole } from '../scripts/console.ts';
import { createGroup } from '../scripts/group.ts';
import { leave } from '../scripts/leave.ts';
import { anyFreePort } from '../scripts/port.ts';
import { startSandbox } from '../scripts/sandbox.ts';
import { directAws } from './aws.ts';
import { signIn } from './browser-session.ts';
import { createCounter } from './counter.ts';
import { measureDoor } from './door.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureMemory } from './memory.ts';
import { countPages } from './pages.ts';
import { exactly, table } from './report.ts';
import { measureSandbox } from './sandbox-load.ts';
import { measureWorlds } from './sandbox-memory.ts';
import { countCalls } from './views.ts';

// `npm run bench`: the built console before a demo world of its own; one table, and a failure if a limit is missed.
const REGION = 'us-east-1';

const stale = staleness();
if (stale) leave(`The build is ${stale}. Run: npm run build`);
const browser = chromiumPath();
if (!browser) leave(CHROMIUM_HINT);

const group = createGroup();
try {
  const endpoint = await startSandbox(group, { port: await anyFreePort(), world: 'demo' });
  const port = await anyFreePort();
  const server = await startConsole(group, {
    host: '127.0.0.1',
    port,
    url: `http://localhost:${port}`,
    secret: freshSecret(),
    endpoint,
    audit: false,
  });
  const session = await signIn(port, 'riley');
  const aws = await directAws(endpoint, 'riley');
  const counter = await createCounter(endpoint);
  const { arn } = await aws.secret(REGION, 'bench/described');
  const results = [
    ...(await measureDoor(session, aws.client(REGION), REGION, arn)),
    ...(await countCalls(session, aws, counter, REGION)),
    ...(await countPages(session, aws, counter, { region: REGION, executablePath: browser })),
    ...(await measureFirstLoad(session, browser)),
    exactly('GetSecretValue calls in all', String(await counter.total('GetSecretValue')), '0'),
    exactly('BatchGetSecretValue calls in all', String(await counter.total('BatchGetSecretValue')), '0'),
    measureMemory(server.pid ?? 0),
    ...(await measureSandbox(endpoint, REGION, arn)),
    ...(await measureWorlds()),
  ];
  console.log(`Node ${process.version}, ${cpus().length} CPUs, ${process.platform} ${process.arch}\n`);
  console.log(table(results));
  const missed = results.filter(({ met }) => met === false).length;
  await group.end(missed > 0 ? `${missed} limits are missed.` : undefined);
} catch (cause) {
  await group.end(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
}
