import { consoleEnv, freshSecret, QUIET } from './console.ts';
import { createGroup } from './group.ts';
import { consolePort } from './own-port.ts';
import { freePortFrom } from './port.ts';
import { startSandbox } from './sandbox.ts';

// `npm run dev`: the sandbox and `next dev`, each renewed when its files change.
const NEXT = 'node_modules/next/dist/bin/next';

const port = await consolePort('npm run dev');
const group = createGroup();
const endpoint = await startSandbox(group, { port: await freePortFrom(4599), world: 'demo', watch: true });
const host = '127.0.0.1';
const url = `http://localhost:${port}`;
group.start('console', [QUIET, NEXT, 'dev', '--hostname', host, '--port', String(port)], {
  env: {
    ...consoleEnv({ host, port, url, secret: freshSecret(), endpoint }),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  },
  // The doors answer the origin in NEXTAUTH_URL alone, so that is the address to show.
  onLine: (line) => console.log(line.replace(`http://${host}:${port}`, url)),
});
