import { randomBytes } from 'node:crypto';
import { SERVER } from './build.ts';
import type { Child } from './child.ts';
import type { Group } from './group.ts';
import { waitFor } from './wait-for.ts';

/** How a console is started. */
export interface ConsoleStart {
  readonly host: string;
  readonly port: number;
  /** The address operators open: the only origin the doors answer. */
  readonly url: string;
  readonly secret: string;
  /** AWS's address where it is not AWS itself. */
  readonly endpoint?: string | undefined;
  /** What its starter's browser proves itself with; without it, no profiles of this computer are offered. */
  readonly launch?: string | undefined;
  /** The IAM Identity Center it offers; without it, operators name their own. */
  readonly center?: { readonly startUrl: string; readonly region: string };
  /** Whether its audit lines are passed on; they are unless told otherwise. */
  readonly audit?: boolean;
}

/** A secret that no later start will know: all sign-ins end with this process. */
export function freshSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The environment of a console process, over our own. */
export function consoleEnv({
  host,
  port,
  url,
  secret,
  endpoint,
  launch,
  center,
}: ConsoleStart): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOSTNAME: host,
    PORT: String(port),
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: secret,
    // Never one from outside: a token is as old as the start it belongs to.
    KEYTURN_LAUNCH_TOKEN: launch ?? '',
    // Whoever sits at the terminal wants what is amiss, not every beginning and end.
    KEYTURN_LOG: process.env.KEYTURN_LOG || 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }),
    ...(center === undefined
      ? {}
      : { KEYTURN_SSO_START_URL: center.startUrl, KEYTURN_SSO_REGION: center.region }),
  };
}

/** next-auth uses `url.parse`, once; the warning about it is not for operators. */
export const QUIET = '--disable-warning=DEP0169';

/** MiB its heap may grow to, many times what is in use at once: unbounded, V8 collects late (decision 018). */
const HEAP = '--max-old-space-size=512';

/** Bytes of a request's headers: a sign-in and what another is made from may both lie in the browser (lib/server/add-to.ts). */
const HEADERS = '--max-http-header-size=32768';

/** How long a write under way at AWS may keep it, in milliseconds; it ends by itself before. */
const LEAVE = 28_000;

/** Starts the built console and waits until it answers. Of what it prints, only the audit lines are passed on. */
export async function startConsole(group: Group, start: ConsoleStart): Promise<Child> {
  const env = { ...consoleEnv(start), NODE_ENV: 'production' } as const;
  const child = group.start('console', [QUIET, HEAP, HEADERS, SERVER], {
    env,
    grace: LEAVE,
    // The framework announces the address it is bound to, which is not the one operators may open.
    onLine: (line) => {
      if (start.audit !== false && line.startsWith('{')) console.log(line);
    },
  });
  await waitFor(`http://${forUrl(start.host)}:${start.port}/icon.svg`, 60);
  return child;
}

/** A host as it stands in a URL; a server bound to every address is asked on this computer. */
function forUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
