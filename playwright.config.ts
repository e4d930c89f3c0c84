import { defineConfig, devices } from '@playwright/test';
import {
  CONSOLE_HOME,
  CONSOLE_PORT,
  CONSOLE_URL,
  LAUNCH_TOKEN,
  SANDBOX_PORT,
  SANDBOX_URL,
} from './scripts/addresses.ts';
import { SERVER } from './scripts/build.ts';
import { chromiumPath } from './scripts/chromium.ts';
import { consoleEnv, freshSecret, QUIET } from './scripts/console.ts';

const executablePath = chromiumPath();
// The Node that runs the tests runs the servers too.
const node = (...words: (string | number)[]) => [JSON.stringify(process.execPath), ...words].join(' ');
const whole = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
const server = {
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  timeout: 60_000,
} as const;

export default defineConfig({
  testDir: 'e2e/journeys',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // One world, which the journeys change: one at a time.
  workers: 1,
  retries: 0,
  // Long journeys on a busy machine; a quiet one needs a tenth.
  timeout: 60_000,
  use: { baseURL: CONSOLE_URL, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: executablePath ? { executablePath } : {} },
    },
  ],
  webServer: [
    {
      ...server,
      name: 'sandbox',
      command: node('sandbox/main.ts', '--port', SANDBOX_PORT, '--world', 'demo', '--seed', 7),
      url: `${SANDBOX_URL}/_sandbox/health`,
    },
    {
      ...server,
      name: 'console',
      command: node(QUIET, SERVER),
      url: `http://127.0.0.1:${CONSOLE_PORT}/icon.svg`,
      env: {
        ...whole(
          consoleEnv({
            host: '127.0.0.1',
            port: CONSOLE_PORT,
            url: CONSOLE_URL,
            secret: freshSecret(),
            endpoint: SANDBOX_URL,
            launch: LAUNCH_TOKEN,
          }),
        ),
        NODE_ENV: 'production',
        // Not that of whoever runs the tests: their profiles are none of ours.
        HOME: CONSOLE_HOME,
        AWS_CONFIG_FILE: '',
        AWS_SHARED_CREDENTIALS_FILE: '',
      },
    },
  ],
});
