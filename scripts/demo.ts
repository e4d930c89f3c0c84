import { SANDBOX_CENTER } from './addresses.ts';
import { build, staleness } from './build.ts';
import { freshSecret, startConsole } from './console.ts';
import { createGroup } from './group.ts';
import { consolePort } from './own-port.ts';
import { freePortFrom } from './port.ts';
import { startSandbox } from './sandbox.ts';

// `npm run demo`: the sandbox and the built console, on this computer only, with nothing to configure.
const port = await consolePort('npm run demo');
const stale = staleness();
if (stale) {
  console.log(`The build is ${stale}: building, once.`);
  if (!(await build())) process.exit(1);
}
const group = createGroup();
try {
  const endpoint = await startSandbox(group, { port: await freePortFrom(4599), world: 'demo' });
  const url = `http://localhost:${port}`;
  await startConsole(group, {
    host: '127.0.0.1',
    port,
    url,
    secret: freshSecret(),
    endpoint,
    center: SANDBOX_CENTER,
  });
  console.log(`Keyturn is ready at ${url} (sandbox operators, no AWS account)`);
} catch (cause) {
  await group.end(cause instanceof Error ? cause.message : String(cause));
}
