import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Where the journeys' servers listen: fixed, so that a test can name them, and uncommon, so that a demo may run beside.

/** The console under test, as its operator opens it. */
export const CONSOLE_PORT = 45_810;
export const CONSOLE_URL = `http://localhost:${CONSOLE_PORT}`;

/** The sandbox behind it, with its control API. */
export const SANDBOX_PORT = 45_811;
export const SANDBOX_URL = `http://127.0.0.1:${SANDBOX_PORT}`;

/** The launch token of the console under test: public, as everything about that console. */
export const LAUNCH_TOKEN = 'the-launch-token-of-the-journeys-of-43-chars';

/** The home of that console's process, in which a journey puts the AWS files it needs. */
export const CONSOLE_HOME = join(tmpdir(), 'keyturn-journeys-home');
