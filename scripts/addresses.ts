import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a pair of servers of the journeys listens, a console and the sandbox behind it. */
export interface Pair {
  readonly consolePort: number;
  /** The console, as its operator opens it. */
  readonly consoleUrl: string;
  readonly sandboxPort: number;
  /** The sandbox behind it, with its control API. */
  readonly sandboxUrl: string;
  /** Where the company's own sign-in is, while a journey has one. */
  readonly providerPort: number;
  /** The home of the console's process, in which a journey puts the AWS files it needs. */
  readonly home: string;
}

/** So many journeys run side by side, each in a world of its own, which it changes. */
export const PAIRS = 2;

/** The pair of one worker: at fixed ports, so that a test can name them, and uncommon, so that a demo may run beside. */
export function pairOf(worker: number): Pair {
  const consolePort = 45_810 + 2 * worker;
  const sandboxPort = consolePort + 1;
  return {
    consolePort,
    consoleUrl: `http://localhost:${consolePort}`,
    sandboxPort,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    // Below the ports that connections take by themselves: a journey binds it late.
    providerPort: 28_930 + worker,
    home: join(tmpdir(), `keyturn-journeys-home-${worker}`),
  };
}

/** The launch token of the consoles under test: public, as everything about them. */
export const LAUNCH_TOKEN = 'the-launch-token-of-the-journeys-of-43-chars';

/** The sandbox's IAM Identity Center, where its operators are people with permission sets. */
export const SANDBOX_CENTER = { startUrl: 'https://acme.awsapps.com/start', region: 'us-east-1' };
